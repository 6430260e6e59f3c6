/**
 * Finds where a project's own code may write to something that outlives a call (a variable or an object of a module, a global,
 * a built-in prototype), and inserts calls there that tell the realm (see runtime/realm.ts) before the write happens. Convex
 * gives every call fresh modules; here a realm is shared until a call writes to it. Works on esbuild's output, whose comments
 * say which file each part came from. Code of installed packages is left as it is.
 */
import { parse } from 'acorn';
import type { Comment } from 'acorn';
import { Scopes, childrenOf, isFunction } from './scopes.ts';
import type { FunctionScope, SyntaxNode } from './scopes.ts';

/** Methods that change their receiver: of arrays, maps, sets, typed arrays, headers, dates; and of regular expressions, which keep a position. */
const MUTATORS = new Set([
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'copyWithin',
  'set',
  'add',
  'delete',
  'clear',
  'append',
  'setTime',
  'setDate',
  'setMonth',
  'setFullYear',
  'setHours',
  'setMinutes',
  'setSeconds',
  'setMilliseconds',
  'exec',
  'test',
]);
const POSITIONED = new Set<string | null>(['exec', 'test']);
const ROOTS = new Set(['Identifier', 'ThisExpression']);
/** Functions of Object and Reflect that change their first argument. */
const CHANGING = new Set([
  'assign',
  'defineProperty',
  'defineProperties',
  'setPrototypeOf',
  'set',
  'deleteProperty',
  'freeze',
  'seal',
  'preventExtensions',
]);

interface Insertion {
  at: number;
  /** Among insertions at one place: the outer expression opens first and closes last. */
  order: number;
  text: string;
}

/** The source with the calls inserted; `inputs` are the files it was made of, `isOwn` says which are the project's. */
export function tellStateWrites(
  source: string,
  inputs: ReadonlySet<string>,
  isOwn: (input: string) => boolean,
): string {
  const comments: Comment[] = [];
  const program = parse(source, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onComment: comments,
  }) as unknown as SyntaxNode;
  const parts = comments
    .filter(({ type, value }) => type === 'Line' && inputs.has(value.trim()))
    .map(({ start, value }) => ({ start, own: isOwn(value.trim()) }));
  const own = (node: SyntaxNode) => parts.findLast(({ start }) => start <= node.start)?.own ?? false;
  return new Writes(program).instrument(source, own);
}

class Writes {
  readonly #insertions: Insertion[] = [];
  readonly #scopes: Scopes;
  readonly #program: SyntaxNode;
  /** Functions around the node that is looked at, outermost first. */
  readonly #stack: FunctionScope[] = [];

  constructor(program: SyntaxNode) {
    this.#program = program;
    this.#scopes = new Scopes(program);
  }

  instrument(source: string, own: (node: SyntaxNode) => boolean): string {
    const kept: string[] = [];
    for (const statement of this.#program.body as SyntaxNode[]) {
      if (!own(statement)) continue;
      this.#visit(statement);
      kept.push(...this.#scopes.objectsDeclaredBy(statement));
    }
    if (kept.length > 0)
      this.#insertions.push({ at: source.length, order: 0, text: `\n__keep([${kept.join(', ')}]);` });
    let out = '';
    let from = 0;
    for (const { at, text } of this.#insertions.sort((a, b) => a.at - b.at || a.order - b.order)) {
      out += source.slice(from, at) + text;
      from = at;
    }
    return out + source.slice(from);
  }

  #wrap(node: SyntaxNode, before: string, after = ')'): void {
    const order = this.#insertions.length + 1;
    this.#insertions.push({ at: node.start, order, text: before }, { at: node.end, order: -order, text: after });
  }

  #visit(node: SyntaxNode): void {
    if (isFunction(node)) return this.#visitFunction(node);
    // Modules may write to their own state while they load. Only writes by calls count.
    if (this.#stack.length > 0) this.#look(node);
    for (const child of childrenOf(node)) this.#visit(child);
  }

  #visitFunction(node: SyntaxNode): void {
    const scope = this.#scopes.of(node);
    this.#stack.push(scope);
    scope.inParameters = true;
    for (const parameter of node.params as SyntaxNode[]) this.#visit(parameter);
    scope.inParameters = false;
    this.#visit(node.body as SyntaxNode);
    this.#stack.pop();
    if (scope.marker !== null)
      this.#insertions.push({ at: scope.bodyStart, order: 0, text: `const ${scope.marker} = __loading();` });
  }

  #look(node: SyntaxNode): void {
    if (node.type === 'AssignmentExpression') this.#assigned(node.left as SyntaxNode, node);
    else if (node.type === 'UpdateExpression') this.#assigned(node.argument as SyntaxNode, node);
    else if (node.type === 'UnaryExpression' && node.operator === 'delete')
      this.#assigned(unchained(node.argument as SyntaxNode), node);
    else if (node.type === 'ForInStatement' || node.type === 'ForOfStatement')
      this.#assigned(node.left as SyntaxNode, node.right as SyntaxNode);
    else if (node.type === 'CallExpression') this.#called(node);
  }

  /** `target` is written by the expression `by`. */
  #assigned(target: SyntaxNode, by: SyntaxNode): void {
    if (target.type === 'Identifier') {
      const owner = this.#ownerOf(target.name as string);
      if (owner === 'module' || owner === 'global') this.#wrap(by, '(__wrote(), ');
      else if (owner !== 'local') this.#wrap(by, `(${this.#markerOf(owner)} && __wrote(), `);
    } else if (target.type === 'MemberExpression') this.#changed(target.object as SyntaxNode, null);
    else if (target.type.endsWith('Pattern')) for (const part of patternTargets(target)) this.#assigned(part, by);
  }

  #called(node: SyntaxNode): void {
    const callee = node.callee as SyntaxNode;
    if (callee.type !== 'MemberExpression' || callee.computed) return;
    const [object, method] = [callee.object as SyntaxNode, (callee.property as SyntaxNode).name as string];
    const first = (node.arguments as SyntaxNode[])[0];
    const isChanging =
      object.type === 'Identifier' && (object.name === 'Object' || object.name === 'Reflect') && CHANGING.has(method);
    if (isChanging && first && first.type !== 'SpreadElement') this.#changed(first, null);
    else if (!isChanging && MUTATORS.has(method)) this.#changed(object, method);
  }

  /** The object that `base` is gets changed: by one of its methods, or, if `method` is null, by a write to one of its members. */
  #changed(base: SyntaxNode, method: string | null): void {
    if (isFresh(base) || base.type === 'Super') return;
    const root = rootOf(base);
    // Parentheses around a part of an optional chain would end it.
    if (hasOptional(base)) return this.#changed(root, null);
    const scope = this.#stack.at(-1)!;
    if (base.type === 'ThisExpression' && scope.isConstructor) return;
    const owner = root.type === 'Identifier' ? this.#ownerOf(root.name as string) : 'local';
    if (owner === 'local' && base.type === 'Identifier' && scope.fresh.has(base.name as string)) return;
    const [lasting, other] = method === null ? ['__written', '__kept'] : ['__container', '__keptContainer'];
    if (owner === 'module' || owner === 'global') this.#wrap(base, `${lasting}(`);
    else if (owner !== 'local') this.#wrap(base, `(${this.#markerOf(owner)} ? ${lasting} : ${other})(`);
    else if (base === root || !ROOTS.has(root.type) || POSITIONED.has(method)) this.#wrap(base, `${other}(`);
    else this.#wrap(base, `(__kept(${root.type === 'Identifier' ? (root.name as string) : 'this'}), ${other}(`, '))');
  }

  #ownerOf(name: string): 'local' | 'module' | 'global' | FunctionScope {
    for (let at = this.#stack.length - 1; at >= 0; at -= 1) {
      const scope = this.#stack[at]!;
      // A parameter's default and a body that is an expression have no place for a marker.
      if (scope.names.has(name))
        return at === this.#stack.length - 1 || scope.inParameters || scope.bodyStart < 0 ? 'local' : scope;
    }
    return this.#scopes.module.has(name) ? 'module' : 'global';
  }

  /** A variable of the function that says whether it ran while modules loaded, so that its state outlives calls. */
  #markerOf(scope: FunctionScope): string {
    scope.marker ??= `__loading${scope.bodyStart}`;
    return scope.marker;
  }
}

function isFresh({ type }: SyntaxNode): boolean {
  return type === 'ObjectExpression' || type === 'ArrayExpression' || type === 'NewExpression' || type === 'Literal';
}

function unchained(node: SyntaxNode): SyntaxNode {
  return node.type === 'ChainExpression' ? (node.expression as SyntaxNode) : node;
}

function hasOptional(node: SyntaxNode): boolean {
  return node.type === 'MemberExpression' && (node.optional === true || hasOptional(node.object as SyntaxNode));
}

/** The expression at the start of a chain of member accesses. */
function rootOf(node: SyntaxNode): SyntaxNode {
  const inner = unchained(node);
  return inner.type === 'MemberExpression' ? rootOf(inner.object as SyntaxNode) : inner;
}

function* patternTargets(pattern: SyntaxNode): Generator<SyntaxNode> {
  if (pattern.type === 'ObjectPattern')
    for (const property of pattern.properties as SyntaxNode[])
      yield* patternTargets((property.value ?? property.argument) as SyntaxNode);
  else if (pattern.type === 'ArrayPattern')
    for (const element of pattern.elements as (SyntaxNode | null)[]) yield* element ? patternTargets(element) : [];
  else if (pattern.type === 'AssignmentPattern') yield* patternTargets(pattern.left as SyntaxNode);
  else if (pattern.type === 'RestElement') yield* patternTargets(pattern.argument as SyntaxNode);
  else yield pattern;
}
