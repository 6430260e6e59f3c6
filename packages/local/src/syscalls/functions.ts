/** Syscalls that call other functions: nested in the caller's transaction, or from an action each on its own. */
import type { Caller } from '../auth/identity.ts';
import type { Executor, Outcome } from '../execution/executor.ts';
import { argumentObject, invoke, newFrame } from '../execution/invoke.ts';
import type { FunctionAddress } from '../functions/registry.ts';
import type { Frame } from '../runtime/frame.ts';
import type { Amounts } from '../transaction/metrics.ts';
import type { JSONValue } from '../values/json.ts';

export type CallArguments = FunctionAddress & { args: JSONValue };

/** How deep queries and mutations may call one another (convex-backend, MAX_REACTOR_CALL_DEPTH). */
const MAX_CALL_DEPTH = 8;

/** Auth does not cross into another component. */
function identityFor(frame: Frame, component: string): Frame['identity'] {
  return component === frame.component ? frame.identity : null;
}

/**
 * ctx.runQuery and ctx.runMutation of a query or mutation. A failure undoes the callee's writes only. Calls of one function
 * run one after another: two at a time would mix their writes in one undo log.
 */
export async function runUdf(
  executor: Executor,
  frame: Frame,
  args: CallArguments & { udfType: 'query' | 'mutation' | 'snapshotQuery'; transactionLimits?: Partial<Amounts> },
): Promise<string> {
  while (frame.nested) await frame.nested;
  const run = nestedCall(executor, frame, args);
  const ended = run.then(
    () => undefined,
    () => undefined,
  );
  frame.nested = ended;
  try {
    return await run;
  } finally {
    frame.nested = null;
  }
}

async function nestedCall(executor: Executor, frame: Frame, args: Parameters<typeof runUdf>[2]): Promise<string> {
  const parent = frame.transaction;
  if (!parent) throw new Error('Unsupported syscall "1.0/runUdf" in an action.');
  if (frame.depth >= MAX_CALL_DEPTH)
    throw new Error('Cross component call depth limit exceeded. Do you have an infinite loop in your app?');
  const { component, path, allowed } = executor.registry.resolve(frame.component, args);
  const kind = args.udfType === 'mutation' ? 'mutation' : 'query';
  if (kind === 'mutation' && frame.kind !== 'mutation') throw new Error('Mutations can not be called from queries.');
  const fn = executor.registry.find(component, path, allowed, kind);
  const transaction = args.udfType === 'snapshotQuery' ? parent.committedView() : parent;
  const options = {
    ...frame,
    kind,
    component,
    path: fn.path,
    identity: identityFor(frame, component),
    transaction,
    parent: frame,
  } as const;
  // One stream of randomness for the whole transaction: two calls must not draw the same numbers.
  const child: Frame = { ...newFrame(options), random: frame.random };
  const mark = parent.overlay?.mark() ?? 0;
  parent.metrics.push(args.transactionLimits);
  try {
    const result = await invoke(
      fn,
      argumentObject([args.args]),
      child,
      executor.tableOfId(component),
      frame.kind === 'mutation',
    );
    parent.metrics.pop(true);
    return result;
  } catch (error) {
    parent.overlay?.rollbackTo(mark);
    parent.metrics.pop(false);
    throw error;
  }
}

/** ctx.runQuery, ctx.runMutation and ctx.runAction of an action: a transaction, or an action, of its own. */
export async function callFromAction(
  executor: Executor,
  frame: Frame,
  kind: 'query' | 'mutation' | 'action',
  args: CallArguments,
): Promise<string> {
  const { component, path, allowed } = executor.registry.resolve(frame.component, args);
  const caller: Caller = {
    identity: identityFor(frame, component),
    isAdmin: false,
    token: frame.request.authToken,
    expiresAt: null,
  };
  const call = { component, path, args: [args.args], caller, allowed, request: frame.request };
  const outcome: Outcome = await (kind === 'query' ? executor.cachedQuery(call) : executor[kind](call));
  frame.logLines.push(...outcome.logLines);
  if (!outcome.ok) throw outcome.failure;
  return outcome.value;
}

export function createFunctionHandle(executor: Executor, frame: Frame, address: FunctionAddress): string {
  const { component, path, allowed } = executor.registry.resolve(frame.component, address);
  const fn = executor.registry.find(component, path, allowed, 'any');
  return JSON.stringify(executor.registry.handle(component, fn.path));
}
