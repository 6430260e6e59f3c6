/** Syscalls of `ctx.scheduler`. In an action each is a small transaction of its own. */
import type { Executor } from '../execution/executor.ts';
import { argumentObject } from '../execution/invoke.ts';
import type { Frame } from '../runtime/frame.ts';
import { cancel, schedule } from '../scheduler/jobs.ts';
import type { Transaction } from '../transaction/transaction.ts';
import { hasPendingCommitTs } from '../values/json.ts';
import { sizeOf } from '../values/size.ts';
import type { CallArguments } from './functions.ts';

const FIVE_YEARS_MS = 5 * 366 * 24 * 3_600_000;

function scheduleIn(
  executor: Executor,
  frame: Frame,
  transaction: Transaction,
  args: CallArguments & { ts: number },
): string {
  const { component, path, allowed } = executor.registry.resolve(frame.component, args);
  const fn = executor.registry.find(component, path, allowed, 'any');
  if (fn.kind === 'query')
    throw new Error(`Attempted to schedule the query ${fn.path}; only mutations and actions can be scheduled.`);
  if (hasPendingCommitTs(args.args))
    throw new Error(
      `Invalid arguments for "${fn.path}": a scheduled function cannot take an unresolved placeholder value.`,
    );
  const due = args.ts * 1000;
  if (Math.abs(due - transaction.now) > FIVE_YEARS_MS)
    throw new Error('A function can not be scheduled more than 5 years away.');
  const argument = argumentObject([args.args]);
  transaction.metrics.count('functionsScheduled', 1);
  transaction.metrics.count('scheduledFunctionArgsBytes', sizeOf(argument));
  return JSON.stringify(
    schedule(transaction, { owner: frame.component, component, path: fn.path, args: argument, due }, true),
  );
}

export async function scheduleFunction(
  executor: Executor,
  frame: Frame,
  args: CallArguments & { ts: number },
): Promise<string> {
  if (frame.transaction) return scheduleIn(executor, frame, frame.transaction, args);
  const committed = await executor.writer.submit((transaction) =>
    Promise.resolve({ value: scheduleIn(executor, frame, transaction, args) }),
  );
  return committed.value;
}

export async function cancelJob(executor: Executor, frame: Frame, args: { id: string }): Promise<string> {
  if (frame.transaction) cancel(frame.transaction, frame.component, args.id);
  else {
    await executor.writer.submit((transaction) => {
      cancel(transaction, frame.component, args.id);
      return Promise.resolve({ value: null });
    });
  }
  return '{}';
}
