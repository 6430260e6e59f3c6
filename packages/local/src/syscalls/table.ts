/** The syscalls this deployment answers, by name. Any other one throws an error that names it. */
import type { Executor } from '../execution/executor.ts';
import type { Frame } from '../runtime/frame.ts';
import { requireFrame } from '../runtime/frame.ts';
import type { SyscallHost } from '../runtime/syscall-host.ts';
import { leaveUserCode } from '../runtime/user-time.ts';
import { encodeInt64 } from '../values/json.ts';
import * as database from './database.ts';
import * as functions from './functions.ts';
import * as scheduling from './scheduling.ts';
import * as storage from './storage.ts';
import { vectorSearch } from './vectors.ts';

type Handler = (executor: Executor, frame: Frame, args: never) => string | Promise<string>;

const SYNC: Record<string, Handler> = {
  '1.0/queryStream': (_, frame, args) => database.queryStream(frame, args),
  '1.0/queryCleanup': (_, frame, args) => database.queryCleanup(frame, args),
  '1.0/db/normalizeId': (executor, frame, args) => database.normalizeId(frame, executor.store.catalog, args),
  '1.0/getSnapshotTs': (_, frame) => {
    const { readSet, snapshotTs } = transactionOf(frame, 'getSnapshotTs');
    readSet?.addCircumstances();
    return JSON.stringify(encodeInt64(snapshotTs));
  },
};

const DATABASE: Record<string, (frame: Frame, args: never) => string> = {
  '1.0/get': database.get,
  '1.0/insert': database.insert,
  '1.0/shallowMerge': database.shallowMerge,
  '1.0/replace': database.replace,
  '1.0/remove': database.remove,
  '1.0/queryStreamNext': database.queryStreamNext,
  '1.0/queryPage': database.queryPage,
};

const ASYNC: Record<string, Handler> = {
  '1.0/runUdf': functions.runUdf,
  '1.0/actions/query': (executor, frame, args) => functions.callFromAction(executor, frame, 'query', args),
  '1.0/actions/mutation': (executor, frame, args) => functions.callFromAction(executor, frame, 'mutation', args),
  '1.0/actions/action': (executor, frame, args) => functions.callFromAction(executor, frame, 'action', args),
  '1.0/createFunctionHandle': functions.createFunctionHandle,
  '1.0/schedule': scheduling.scheduleFunction,
  '1.0/actions/schedule': scheduling.scheduleFunction,
  '1.0/cancel_job': scheduling.cancelJob,
  '1.0/actions/cancel_job': scheduling.cancelJob,
  '1.0/storageGetUrl': storage.getUrl,
  '1.0/storageGetMetadata': storage.getMetadata,
  '1.0/storageGenerateUploadUrl': storage.generateUploadUrl,
  '1.0/storageDelete': storage.deleteFile,
  '1.0/storageStore': () => storage.onlyInActions('store'),
  '1.0/storageGet': () => storage.onlyInActions('get'),
  '1.0/actions/vectorSearch': vectorSearch,
  '1.0/getUserIdentity': (_, frame) => {
    frame.transaction?.readSet?.addIdentity();
    if (frame.identity instanceof Error) throw frame.identity;
    return JSON.stringify(frame.identity);
  },
  '1.0/getTransactionMetrics': (_, frame) =>
    JSON.stringify(transactionOf(frame, 'getTransactionMetrics').metrics.report()),
  '1.0/getFunctionMetadata': (_, frame) => JSON.stringify({ name: frame.path, componentPath: frame.component }),
  '1.0/getDeploymentMetadata': () => JSON.stringify({ name: 'local', region: null, class: 's16' }),
  '1.0/getRequestMetadata': (_, frame) => {
    if (frame.kind === 'query') throw new Error('getRequestMetadata() is not available in queries.');
    return JSON.stringify(frame.request);
  },
};

/** These take and return values without a JSON form. */
const JS: Record<string, (executor: Executor, frame: Frame, args: never) => Promise<unknown>> = {
  'storage/storeBlob': storage.storeBlob,
  'storage/getBlob': storage.getBlob,
};

function transactionOf(frame: Frame, name: string): NonNullable<Frame['transaction']> {
  if (!frame.transaction)
    throw new Error(
      `${name}() can only be called from a query or mutation. It is not available in actions or outside of a Convex function.`,
    );
  return frame.transaction;
}

export function syscallHost(executor: () => Executor): SyscallHost {
  const answer = (op: string, frame: Frame, args: string) => {
    const read = DATABASE[op];
    if (read) return read(frame, JSON.parse(args) as never);
    const handler = ASYNC[op];
    if (!handler) throw unsupported(op);
    return handler(executor(), frame, JSON.parse(args) as never);
  };
  return {
    syscall(op, args) {
      const handler = SYNC[op];
      if (!handler) throw unsupported(op);
      return handler(executor(), requireFrame(), JSON.parse(args) as never) as string;
    },
    asyncSyscall(op, args) {
      leaveUserCode();
      const frame = requireFrame();
      // While a nested call runs, its caller's other calls wait, so that a rollback does not undo the caller's writes.
      if (frame.nested && frame.transaction && op !== '1.0/runUdf')
        return afterNested(frame, () => answer(op, frame, args));
      return answer(op, frame, args);
    },
    jsSyscall(op, args) {
      const handler = JS[op];
      if (!handler) throw unsupported(op);
      return handler(executor(), requireFrame(), args as never);
    },
  };
}

async function afterNested<T>(frame: Frame, answer: () => T | Promise<T>): Promise<T> {
  while (frame.nested) await frame.nested;
  return answer();
}

function unsupported(op: string): Error {
  return new Error(`Unsupported syscall "${op}": this deployment does not implement it.`);
}
