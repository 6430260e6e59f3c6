/**
 * Lets an endless loop be stopped from within: the body of every `while`, `do` and three-part `for` of a bundle calls
 * `__loop()` first. Works on esbuild's output. Code that the parser does not know is left as it was.
 */
import { type Program, parse } from 'acorn';
import type { SyntaxNode } from './scopes.ts';

const CALL = '__loop();';
/** Loops over a collection end with it. */
const GUARDED = new Set(['WhileStatement', 'DoWhileStatement', 'ForStatement']);

interface Insertion {
  at: number;
  text: string;
}

/** Walks the tree without generators, since installed packages are parsed as well. */
function collect(value: unknown, found: Insertion[]): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as SyntaxNode;
  if (GUARDED.has(node.type)) {
    const body = node.body as SyntaxNode;
    if (body.type === 'BlockStatement') found.push({ at: body.start + 1, text: ` ${CALL}` });
    else found.push({ at: body.start, text: `{ ${CALL} ` }, { at: body.end, text: ' }' });
  }
  for (const key in node) collect(node[key], found);
}

/** The body of a CommonJS module with its loops guarded. */
export function guardLoops(source: string): string {
  let program: Program;
  try {
    program = parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });
  } catch {
    return source;
  }
  const found: Insertion[] = [];
  collect(program, found);
  let guarded = '';
  let from = 0;
  for (const { at, text } of found.sort((a, b) => a.at - b.at)) {
    guarded += source.slice(from, at) + text;
    from = at;
  }
  return guarded + source.slice(from);
}
