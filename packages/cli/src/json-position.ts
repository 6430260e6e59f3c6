/** Finds the first fault of a JSON text (RFC 8259). JSON.parse often gives no position, and people need one. */

export interface SyntaxProblem {
  /** Both from 1. */
  line: number;
  column: number;
  message: string;
}

/** A token at the current place; strings may not hold raw control characters. */
const TOKEN =
  /(?<string>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<literal>true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<mark>[{}[\]:,])/y;

/**
 * The kinds of token that may come next. `first`: a value or the end of the list. `key`: after a comma. `name`: after
 * an opening brace.
 */
type Expected = 'value' | 'first' | 'name' | 'key' | 'colon' | 'separator';

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value is missing',
  first: 'a value or ] is missing',
  name: 'a quoted name or } is missing',
  key: 'a quoted name is missing (no comma may stand before })',
  colon: 'a colon is missing',
  separator: 'a comma or closing bracket is missing',
};

/** The likely intention behind a character that begins no token. */
const STRAY: Readonly<Record<string, string>> = {
  '"': 'a text is not closed or has a wrong escape',
  '/': 'JSON has no comments',
  "'": 'texts stand in double quotes',
};

/** The first problem in `text`, or undefined if it is JSON. Keeps its own stack, so depth does no harm. */
export function findSyntaxError(text: string): SyntaxProblem | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    while (/[ \t\r\n]/.test(text.charAt(at))) at += 1;
    const done = expected === 'separator' && open.length === 0;
    if (at >= text.length) return done ? undefined : problem(text, at, 'the text ends too early');
    if (done) return problem(text, at, 'something follows the end of the document');
    TOKEN.lastIndex = at;
    const token: RegExpExecArray | null = TOKEN.exec(text);
    const next: Expected | undefined = token ? step(token, expected, open) : undefined;
    if (!token || !next)
      return problem(text, at, token ? WORDS[expected] : (STRAY[text.charAt(at)] ?? WORDS[expected]));
    expected = next;
    at = TOKEN.lastIndex;
  }
}

/** The expectation after `token`; undefined if the token is not allowed here. Keeps `open` up to date. */
function step(token: RegExpExecArray, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const [text] = token;
  const wantsValue = expected === 'value' || expected === 'first';
  if (token.groups?.string !== undefined && (expected === 'name' || expected === 'key')) return 'colon';
  if (token.groups?.mark === undefined) return wantsValue ? 'separator' : undefined;
  if (text === ':') return expected === 'colon' ? 'value' : undefined;
  if ((text === '{' || text === '[') && wantsValue) {
    open.push(text);
    return text === '{' ? 'name' : 'first';
  }
  const inside = open.at(-1);
  if (text === ',' && expected === 'separator') return inside === '{' ? 'key' : 'value';
  const closes =
    text === '}'
      ? inside === '{' && (expected === 'separator' || expected === 'name')
      : text === ']' && inside === '[' && (expected === 'separator' || expected === 'first');
  if (!closes) return undefined;
  open.pop();
  return 'separator';
}

function problem(text: string, at: number, message: string): SyntaxProblem {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, message };
}
