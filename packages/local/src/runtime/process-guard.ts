/**
 * Keeps the process alive against faults of functions: an error that nobody caught, a rejection that nobody handled, or
 * a call that would end the process fails the function it came from. Errors of anyone else keep their way: listeners
 * that the program has, or the end of the process.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { runInThisContext } from 'node:vm';
import { failureOf } from '../functions/failure.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { currentFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { LOCALE, isForeignLocale } from './locale.ts';

/** Modules that load at start belong to no function: their stray errors fail the start. */
const starting = new AsyncLocalStorage<{ stray: unknown }>();

const STRAY_EVENTS = new Set<unknown>(['unhandledRejection', 'uncaughtException', 'uncaughtExceptionMonitor']);
const ENDING = ['exit', 'abort', 'reallyExit', 'kill'] as const;

/** How many deployments are open in this process. */
let open = 0;
let restore: (() => void) | null = null;

export function guardProcess(): () => void {
  open += 1;
  restore ??= install();
  return () => {
    open -= 1;
    if (open > 0) return;
    restore?.();
    restore = null;
  };
}

type Method = (...args: unknown[]) => unknown;

function install(): () => void {
  const undo = [
    useUtc(),
    noticeRejections(),
    replace(
      process,
      'emit',
      (emit) =>
        (...event) =>
          STRAY_EVENTS.has(event[0]) && belongsToFunction(event[0], event[1]) ? true : emit(...event),
    ),
  ];
  for (const name of ENDING) {
    undo.push(
      replace(process, name, (end) => (...args) => {
        const endsUs = name !== 'kill' || args[0] === process.pid || Number(args[0]) <= 0;
        if (endsUs && currentFrame.getStore())
          throw new Error(`process.${name}() would end the deployment, so functions can not call it.`);
        return end(...args);
      }),
    );
  }
  for (const [stream, level] of [
    [process.stdout, 'LOG'],
    [process.stderr, 'ERROR'],
  ] as const) {
    undo.push(
      replace(stream, 'write', (write) => (...args) => {
        const frame = currentFrame.getStore();
        if (!frame) return write(...args);
        frame.logLines.push(`[${level}] ${String(args[0]).replace(/\n$/, '')}`);
        return true;
      }),
    );
  }
  if (isForeignLocale()) {
    const localize = runInThisContext(LOCALE) as (scope: object, active: () => boolean) => () => void;
    undo.push(localize(globalThis, () => currentFrame.getStore() !== undefined));
  }
  return () => undo.forEach((put) => put());
}

function useUtc(): () => void {
  const { TZ } = process.env;
  process.env.TZ = 'UTC';
  return () => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  };
}

/** Puts a function in place of an object's method; returns how to put the method back. */
function replace(target: object, name: string, by: (original: Method) => Method): () => void {
  const methods = target as Record<string, Method>;
  const own = Object.getOwnPropertyDescriptor(target, name);
  const original = methods[name]!;
  methods[name] = by((...args) => Reflect.apply(original, target, args));
  return () => {
    if (own) Object.defineProperty(target, name, own);
    else delete methods[name];
  };
}

/** Whether Node tells of rejections at once, in the way that noticeRejections() relies on. */
let noticing = true;

/**
 * Node emits `unhandledRejection` at the end of a turn, but looks `process.domain` up at once for every promise that is rejected
 * without a handler (lib/internal/process/promises.js). So a function that had none of these need not wait for the turn's end.
 */
function noticeRejections(): () => void {
  const own = Object.getOwnPropertyDescriptor(process, 'domain');
  let { domain } = process as { domain?: unknown };
  const get = () => {
    for (let frame = currentFrame.getStore() ?? null; frame; frame = frame.parent) frame.rejected = true;
    return domain;
  };
  const set = (value: unknown) => {
    domain = value;
  };
  Object.defineProperty(process, 'domain', { configurable: true, enumerable: true, get, set });
  return () => {
    if (Object.getOwnPropertyDescriptor(process, 'domain')?.get !== get) return;
    if (own) Object.defineProperty(process, 'domain', own);
    else Reflect.deleteProperty(process, 'domain');
  };
}

function belongsToFunction(event: unknown, error: unknown): boolean {
  const frame = currentFrame.getStore();
  // Another Node, or somebody who loads node:domain: from now on every call waits.
  if (event === 'unhandledRejection' && frame && !frame.rejected) noticing = false;
  if (frame) failStray(frame, error);
  const start = starting.getStore();
  if (start && !frame) start.stray ??= error;
  return frame !== undefined || start !== undefined;
}

/** The function, and those that wait for it, fail with the error. */
function failStray(frame: Frame, error: unknown): void {
  const failure = failureOf(error);
  let answered = false;
  for (let at: Frame | null = frame; at; at = at.parent) {
    at.stray ??= failure;
    at.giveUp?.(failure);
    answered = at.answered;
  }
  if (answered)
    frame.log.failure('function.stray', { path: frame.path, component: frame.component, kind: frame.kind }, failure);
}

/**
 * Waits until it is known which promises that the function left behind were rejected; throws stray errors. Queries wait
 * for microtasks only, which have run by the next tick: a turn of the event loop would cost a quarter of a small one.
 */
export async function settled(frame: Frame): Promise<void> {
  if (frame.kind === 'query' && noticing) await new Promise<void>((resolve) => process.nextTick(resolve));
  if (frame.kind !== 'query' || !noticing || frame.rejected) await new Promise((resolve) => setImmediate(resolve));
  if (frame.stray) throw frame.stray;
  frame.answered = true;
}

/** Loads modules at start; throws LocalDeploymentError for an error that they leave behind too. */
export async function guardLoading<T>(load: () => T): Promise<T> {
  const release = guardProcess();
  const start: { stray: unknown } = { stray: undefined };
  try {
    const loaded = starting.run(start, load);
    await new Promise((resolve) => setImmediate(resolve));
    if (start.stray !== undefined)
      throw new LocalDeploymentError('functions_invalid', `The functions failed to load: ${errorText(start.stray)}.`, {
        cause: start.stray,
      });
    return loaded;
  } finally {
    release();
  }
}
