/**
 * Finds the names that a module and its functions declare. A function's names are those of its parameters and of all
 * blocks of its body.
 */

export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export interface FunctionScope {
  readonly names: Set<string>;
  /** Variables that hold only objects that the function made itself. */
  readonly fresh: Set<string>;
  readonly isConstructor: boolean;
  /** Where the first statement after the directives may stand; -1 if the body is an expression. */
  readonly bodyStart: number;
  inParameters: boolean;
  marker: string | null;
}

export function isFunction({ type }: SyntaxNode): boolean {
  return type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}

export function* childrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (const key in node) {
    const value = node[key];
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) if (isNode(item)) yield item;
    } else if (isNode(value)) yield value;
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

export class Scopes {
  readonly module = new Set<string>();
  readonly #functions = new Map<SyntaxNode, FunctionScope>();
  readonly #constructors = new Set<SyntaxNode>();

  constructor(program: SyntaxNode) {
    this.#note(program, { names: this.module, fresh: new Set(), assigned: new Set() });
  }

  of(node: SyntaxNode): FunctionScope {
    let scope = this.#functions.get(node);
    if (!scope) this.#functions.set(node, (scope = this.#read(node)));
    return scope;
  }

  /** Names of a module's statement that may hold an object; functions and imports are told from the rest by what they are. */
  objectsDeclaredBy(statement: SyntaxNode): string[] {
    const declaration = (statement.declaration ?? statement) as SyntaxNode;
    if (declaration.type === 'ClassDeclaration') return [(declaration.id as SyntaxNode).name as string];
    if (declaration.type !== 'VariableDeclaration') return [];
    return (declaration.declarations as SyntaxNode[]).flatMap(({ id, init }) => {
      const made = init as SyntaxNode | null;
      return made && (isFunction(made) || (made.type === 'Literal' && made.regex === undefined))
        ? []
        : [...boundNames(id as SyntaxNode)];
    });
  }

  #read(node: SyntaxNode): FunctionScope {
    const found = { names: new Set<string>(), fresh: new Set<string>(), assigned: new Set<string>() };
    if (node.type === 'FunctionExpression' && node.id) found.names.add((node.id as SyntaxNode).name as string);
    for (const parameter of node.params as SyntaxNode[])
      for (const name of boundNames(parameter)) found.names.add(name);
    const body = node.body as SyntaxNode;
    this.#note(body, found);
    for (const name of found.assigned) found.fresh.delete(name);
    const directives =
      body.type === 'BlockStatement'
        ? (body.body as SyntaxNode[]).filter(({ directive }) => directive !== undefined)
        : [];
    const bodyStart = body.type === 'BlockStatement' ? (directives.at(-1)?.end ?? body.start + 1) : -1;
    return {
      names: found.names,
      fresh: found.fresh,
      isConstructor: this.#constructors.has(node),
      bodyStart,
      inParameters: false,
      marker: null,
    };
  }

  #note(node: SyntaxNode, found: { names: Set<string>; fresh: Set<string>; assigned: Set<string> }): void {
    if (node.type === 'MethodDefinition' && node.kind === 'constructor')
      this.#constructors.add(node.value as SyntaxNode);
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
      if (node.id) found.names.add((node.id as SyntaxNode).name as string);
    } else if (node.type === 'VariableDeclarator') {
      for (const name of boundNames(node.id as SyntaxNode)) found.names.add(name);
      if ((node.id as SyntaxNode).type === 'Identifier' && isMade(node.init as SyntaxNode | null))
        found.fresh.add((node.id as SyntaxNode).name as string);
      else for (const name of boundNames(node.id as SyntaxNode)) found.assigned.add(name);
    } else if (node.type === 'CatchClause' && node.param) {
      for (const name of boundNames(node.param as SyntaxNode)) found.names.add(name);
    } else if (node.type.startsWith('Import') && node.local) {
      found.names.add((node.local as SyntaxNode).name as string);
    } else if (node.type === 'AssignmentExpression') {
      for (const name of boundNames(node.left as SyntaxNode)) found.assigned.add(name);
    }
    if (isFunction(node)) return;
    for (const child of childrenOf(node)) this.#note(child, found);
  }
}

function isMade(init: SyntaxNode | null): boolean {
  return (
    init !== null &&
    (init.type === 'ObjectExpression' || init.type === 'ArrayExpression' || init.type === 'NewExpression')
  );
}

function* boundNames(pattern: SyntaxNode): Generator<string> {
  if (pattern.type === 'Identifier') yield pattern.name as string;
  else if (pattern.type === 'ObjectPattern')
    for (const property of pattern.properties as SyntaxNode[])
      yield* boundNames((property.value ?? property.argument) as SyntaxNode);
  else if (pattern.type === 'ArrayPattern')
    for (const element of pattern.elements as (SyntaxNode | null)[]) yield* element ? boundNames(element) : [];
  else if (pattern.type === 'AssignmentPattern') yield* boundNames(pattern.left as SyntaxNode);
  else if (pattern.type === 'RestElement') yield* boundNames(pattern.argument as SyntaxNode);
}
