/** The registered functions of every component: found by path, by reference from a component, or by handle. */
import type { ComponentBundle } from '../bundle/bundle.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import type { FunctionKind } from '../runtime/frame.ts';
import type { Isolate, ModuleExports } from '../runtime/isolate.ts';
import type { SchemaJSON } from '../store/schema.ts';
import type { ValidatorJSON } from '../values/validator-json.ts';
import { FunctionFailure } from './failure.ts';

export interface RegisteredFunction {
  component: string;
  /** "module:export" */
  path: string;
  kind: Exclude<FunctionKind, 'http'>;
  isPublic: boolean;
  args: ValidatorJSON;
  returns: ValidatorJSON | null;
  /** Takes the arguments as JSON text of a one-element array, resolves to the result as JSON text. */
  invoke(args: string, requestId: string): Promise<string>;
}

/** The members that convex/server puts on a registered function. */
interface ConvexFunction {
  isQuery?: true;
  isMutation?: true;
  isAction?: true;
  isPublic?: true;
  invokeQuery(args: string): Promise<string>;
  invokeMutation(args: string): Promise<string>;
  invokeAction(requestId: string, args: string): Promise<string>;
  exportArgs(): string;
  exportReturns(): string;
}

export interface HttpRouter {
  isRouter: true;
  lookup(
    path: string,
    method: string,
  ): readonly [{ invokeHttpAction(request: Request): Promise<Response> }, string, string] | null;
}

export interface CronSpec {
  name: string;
  args: [unknown];
  schedule: Record<string, unknown> & { type: string };
}

export interface Component {
  path: string;
  parent: string | null;
  httpPrefix: string | undefined;
  schema: SchemaJSON | null;
  router: HttpRouter | null;
  /** The router for one call of an HTTP action. */
  routerForCall(): HttpRouter;
  crons: Record<string, CronSpec>;
  functions: Map<string, RegisteredFunction>;
}

/** How a function is addressed in a syscall; see convex/server/impl. */
export interface FunctionAddress {
  name?: string;
  reference?: string;
  functionHandle?: string;
}

/** The path in the frame of an HTTP action. */
export const HTTP_PATH = 'http';

const HANDLE = 'function://';
const CHILD_REFERENCE = '_reference/childComponent/';

export function canonicalPath(path: string): string {
  const colon = path.lastIndexOf(':');
  const [module, name] = colon < 0 ? [path, 'default'] : [path.slice(0, colon), path.slice(colon + 1)];
  return `${module.replace(/\.js$/, '')}:${name}`;
}

export class Registry {
  readonly components = new Map<string, Component>();

  addComponent(bundle: ComponentBundle, isolate: Isolate, node: ModuleExports, schema: SchemaJSON | null): void {
    const { modules } = isolate;
    const functions = new Map<string, RegisteredFunction>();
    for (const [module, exports] of [...Object.entries(modules), ...Object.entries(node)]) {
      for (const [name, value] of Object.entries(exports)) {
        const path = `${module}:${name}`;
        const forCall = () => (module in node ? exports : isolate.forCall(module, path))[name] as ConvexFunction;
        const found = register(bundle.path, path, value, module in node, forCall);
        if (found) functions.set(found.path, found);
      }
    }
    const router = modules.http?.default as HttpRouter | undefined;
    const crons = modules.crons?.default as { isCrons?: true; export(): string } | undefined;
    this.components.set(bundle.path, {
      path: bundle.path,
      parent: bundle.parent,
      httpPrefix: bundle.httpPrefix,
      schema,
      router: router?.isRouter ? router : null,
      routerForCall: () => isolate.forCall('http', HTTP_PATH).default as HttpRouter,
      crons: crons?.isCrons ? (JSON.parse(crons.export()) as Record<string, CronSpec>) : {},
      functions,
    });
  }

  /** Unknown and internal functions get the same answer, so that nobody learns which internal ones exist. */
  find(
    component: string,
    path: string,
    allowed: 'public' | 'all',
    kind: RegisteredFunction['kind'] | 'any',
  ): RegisteredFunction {
    const canonical = canonicalPath(path);
    const found = this.components.get(component)?.functions.get(canonical);
    if (!found || (allowed === 'public' && !found.isPublic)) {
      const shown = canonical.replace(/:default$/, '');
      const where = component === '' ? '' : ` in component \`${component}\``;
      throw new FunctionFailure(
        `Could not find ${allowed === 'public' ? 'public ' : ''}function for '${shown}'${where}. Did you forget to run \`npx convex dev\` or \`npx convex deploy\`?`,
      );
    }
    if (kind !== 'any' && found.kind !== kind) {
      throw new FunctionFailure(
        `Trying to execute ${canonical} as ${capital(kind)}, but it is defined as ${capital(found.kind)}.`,
      );
    }
    return found;
  }

  /** Where an address points, as seen from a component; children show only their public functions. */
  resolve(from: string, address: FunctionAddress): { component: string; path: string; allowed: 'public' | 'all' } {
    if (address.name !== undefined) return { component: from, path: canonicalPath(address.name), allowed: 'all' };
    if (address.functionHandle?.startsWith(HANDLE)) {
      const [component = '', path = ''] = address.functionHandle.slice(HANDLE.length).split(';');
      return { component, path, allowed: 'all' };
    }
    if (address.reference?.startsWith(CHILD_REFERENCE)) {
      const steps = address.reference.slice(CHILD_REFERENCE.length).split('/');
      const component = from === '' ? steps[0]! : `${from}/${steps[0]!}`;
      if (!this.components.has(component))
        throw new FunctionFailure(`Uncaught Error: Child component ${steps[0]!} not found.`);
      return { component, path: `${steps.slice(1, -1).join('/')}:${steps[steps.length - 1]!}`, allowed: 'public' };
    }
    throw new FunctionFailure(`Uncaught Error: Unsupported function reference ${JSON.stringify(address)}.`);
  }

  handle(component: string, path: string): string {
    return `${HANDLE}${component};${path}`;
  }
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

function register(
  component: string,
  path: string,
  value: unknown,
  isNode: boolean,
  forCall: () => ConvexFunction,
): RegisteredFunction | null {
  if (typeof value !== 'function') return null;
  const convex = value as unknown as ConvexFunction;
  const kind = convex.isQuery ? 'query' : convex.isMutation ? 'mutation' : convex.isAction ? 'action' : null;
  if (!kind) return null;
  if (isNode && kind !== 'action') {
    throw new LocalDeploymentError(
      'functions_invalid',
      `\`${path}\` is a ${kind}, but a "use node" file can only define actions.`,
    );
  }
  const invoke: RegisteredFunction['invoke'] =
    kind === 'query'
      ? (args) => forCall().invokeQuery(args)
      : kind === 'mutation'
        ? (args) => forCall().invokeMutation(args)
        : (args, requestId) => forCall().invokeAction(requestId, args);
  try {
    const args = JSON.parse(convex.exportArgs()) as ValidatorJSON;
    const returns = JSON.parse(convex.exportReturns()) as ValidatorJSON | null;
    return { component, path, kind, isPublic: convex.isPublic === true, args, returns, invoke };
  } catch (error) {
    throw new LocalDeploymentError('functions_invalid', `The validators of ${path} are invalid: ${errorText(error)}.`, {
      cause: error,
    });
  }
}
