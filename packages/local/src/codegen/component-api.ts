/** The text of a component's `_generated/component.ts`: the types of its public functions, in the Convex CLI's shape. */
import type { ModuleExports } from '../runtime/isolate.ts';
import type { Templates } from './templates.ts';

interface PublicFunction {
  isPublic?: true;
  isQuery?: true;
  isMutation?: true;
  isAction?: true;
  exportArgs(): string;
  exportReturns(): string;
}

type Tree = Map<string, Tree | string>;

const INTRODUCTION = `
import type { FunctionReference } from "convex/server";

/**
* A utility for referencing a Convex component's exposed API.
*
* Useful when expecting a parameter like \`components.myComponent\`.
* Usage:
* \`\`\`ts
* async function myFunction(ctx: QueryCtx, component: ComponentApi) {
*   return ctx.runQuery(component.someFile.someQuery, { ...args });
* }
* \`\`\`
*/
export type ComponentApi<Name extends string | undefined = string | undefined> = `;

export function componentApiSource(modules: ModuleExports, templates: Templates): string {
  const root: Tree = new Map();
  for (const [module, exports] of Object.entries(modules)) {
    for (const [name, value] of Object.entries(exports)) {
      const reference =
        typeof value === 'function' ? referenceType(value as unknown as PublicFunction, templates) : null;
      if (reference !== null) place(root, [...module.split('/'), name], reference);
    }
  }
  return `${templates.header('Generated `ComponentApi` utility.')}${INTRODUCTION}${text(root, templates)};`;
}

function referenceType(fn: PublicFunction, templates: Templates): string | null {
  const kind = fn.isQuery ? 'query' : fn.isMutation ? 'mutation' : fn.isAction ? 'action' : null;
  if (kind === null || !fn.isPublic) return null;
  return `FunctionReference<"${kind}", "internal", ${templates.typeOf(fn.exportArgs())}, ${templates.typeOf(fn.exportReturns())}, Name>`;
}

function place(tree: Tree, [step, ...rest]: string[], reference: string): void {
  if (rest.length === 0) {
    tree.set(step!, reference);
    return;
  }
  const existing = tree.get(step!);
  const branch: Tree = existing instanceof Map ? existing : new Map();
  tree.set(step!, branch);
  place(branch, rest, reference);
}

function text(tree: Tree, templates: Templates): string {
  const entries = [...tree].sort(([a], [b]) => templates.compare(a, b));
  return `{${entries.map(([name, node]) => `${name}:${typeof node === 'string' ? node : text(node, templates)},`).join('\n')}}`;
}
