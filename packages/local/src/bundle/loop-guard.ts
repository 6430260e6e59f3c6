/**
 * Lets a loop that never ends be stopped from within: every `while`, `do` and three-part `for` of a bundle calls `__loop()`
 * once a round. Works on esbuild's output, token by token; a bundle that it would break is left as it was.
 */
import { Script } from 'node:vm';

const CALL = '__loop()';
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const STRING = /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const WORD = /[#\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
const TEMPLATE_PART = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;

/** After these a slash begins a regular expression. */
const BEFORE_OPERAND = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'throw',
  'new',
  'else',
  'do',
  'instanceof',
  'yield',
  'await',
]);
const WITH_HEADER = new Set(['if', 'while', 'for', 'with']);

interface Opened {
  bracket: string;
  /** The keyword in front of a parenthesis, if it is one that takes a header. */
  keyword: string | null;
  /** Where the semicolons of a `for` header are. */
  semicolons: number[];
}

interface Insertion {
  at: number;
  text: string;
}

class Scanner {
  readonly insertions: Insertion[] = [];
  readonly #source: string;
  #at = 0;
  readonly #opened: Opened[] = [];
  #previous = '';
  #operandBefore = false;

  constructor(source: string) {
    this.#source = source;
  }

  scan(): Insertion[] {
    while (this.#at < this.#source.length) this.#step();
    return this.insertions;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #step(): void {
    const space = this.#take(SPACE);
    if (space !== null) {
      // A slash on a new line after a block begins a statement.
      if (this.#previous === '}' && space.includes('\n')) this.#operandBefore = false;
      return;
    }
    const word = this.#take(WORD);
    // A property may be named like a keyword.
    if (word !== null && this.#previous === '.') return this.#note('property', true);
    if (word !== null) return this.#note(word, !BEFORE_OPERAND.has(word));
    if (this.#take(NUMBER) !== null || this.#take(STRING) !== null) return this.#note('literal', true);
    if (this.#source[this.#at] === '`') {
      this.#at += 1;
      return this.#template();
    }
    if (this.#source[this.#at] === '/' && !this.#operandBefore && this.#take(REGEX) !== null)
      return this.#note('literal', true);
    this.#punctuation(this.#source[this.#at++]!);
  }

  #note(token: string, isOperand: boolean): void {
    this.#previous = token;
    this.#operandBefore = isOperand;
  }

  #template(): void {
    const part = this.#take(TEMPLATE_PART);
    if (part === null) throw new SyntaxError('A template does not end.');
    if (part.endsWith('`')) return this.#note('literal', true);
    this.#opened.push({ bracket: '${', keyword: null, semicolons: [] });
    this.#note('{', false);
  }

  #punctuation(mark: string): void {
    if (mark === '(' || mark === '[' || mark === '{') this.#open(mark);
    else if (mark === ')' || mark === ']' || mark === '}') this.#close(mark);
    else if ((mark === '+' || mark === '-') && this.#source[this.#at] === mark) this.#at += 1;
    else {
      if (mark === ';') this.#opened.at(-1)?.semicolons.push(this.#at);
      this.#note(mark, false);
    }
  }

  #open(mark: string): void {
    const keyword = mark === '(' && WITH_HEADER.has(this.#previous) ? this.#previous : null;
    this.#opened.push({ bracket: mark, keyword, semicolons: [] });
    if (keyword === 'while') this.insertions.push({ at: this.#at, text: `${CALL}, ` });
    this.#note(mark, false);
  }

  #close(mark: string): void {
    const opened = this.#opened.pop();
    if (opened?.bracket === '${') return this.#template();
    if (opened?.keyword === 'for' && opened.semicolons.length === 2) {
      this.insertions.push({ at: opened.semicolons[1]!, text: this.#previous === ';' ? ` ${CALL}` : ` ${CALL},` });
    }
    this.#note(mark, opened?.keyword == null);
  }
}

export function guardLoops(source: string): string {
  try {
    const insertions = new Scanner(source).scan().sort((a, b) => a.at - b.at);
    let guarded = '';
    let from = 0;
    for (const { at, text } of insertions) {
      guarded += source.slice(from, at) + text;
      from = at;
    }
    guarded += source.slice(from);
    new Script(guarded);
    return guarded;
  } catch {
    return source;
  }
}
