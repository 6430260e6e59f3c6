/** The web APIs of Convex's default runtime, given to function contexts; queries and mutations get the deterministic half. */
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { format, inspect } from 'node:util';
import { currentFrame, isDeterministic } from './frame.ts';

/** Time and chance of a context: a function's own, or those at which modules load. */
export interface Circumstances {
  now(): number;
  random(): number;
  isLoading(): boolean;
}

const BINARY = [
  'ArrayBuffer',
  'SharedArrayBuffer',
  'DataView',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
];
const WEB = [
  'TextEncoder',
  'TextDecoder',
  'URL',
  'URLSearchParams',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'Blob',
  'File',
  'AbortController',
  'AbortSignal',
  'Event',
  'EventTarget',
  'CustomEvent',
  'DOMException',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'TextEncoderStream',
  'TextDecoderStream',
  'CompressionStream',
  'DecompressionStream',
  'structuredClone',
  'atob',
  'btoa',
  'queueMicrotask',
  'CryptoKey',
  'MessageChannel',
  'WebSocket',
];
/** Values of these classes come from the host too: results of `json()` or `fetch`, errors, headers. */
const SHARED_KINDS = [
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'URIError',
  'EvalError',
  'AggregateError',
  'Object',
  'Array',
  'Function',
  'Promise',
  'Map',
  'Set',
  'Date',
  'RegExp',
];

function pick(names: string[]): Record<string, unknown> {
  const host = globalThis as Record<string, unknown>;
  return Object.fromEntries(names.filter((name) => name in host).map((name) => [name, host[name]]));
}

export function hostClasses(): Record<string, unknown> {
  return pick(SHARED_KINDS);
}

/** Contexts share the host's binary and web classes, so changes that a call makes to them are put back when it ends. */
const sharedObjects = Object.values(pick([...BINARY, ...WEB])).flatMap((value) => [
  value as object,
  ...((value as { prototype?: object }).prototype ? [(value as { prototype: object }).prototype] : []),
]);
const sharedProperties = new Map(
  sharedObjects.map((object) => [object, Object.getOwnPropertyDescriptors(object) as PropertyDescriptorMap]),
);

export function restoreSharedClasses(): void {
  for (const [object, properties] of sharedProperties) {
    for (const name of Reflect.ownKeys(object)) if (!(name in properties)) Reflect.deleteProperty(object, name);
    for (const name of Reflect.ownKeys(properties)) Reflect.defineProperty(object, name, properties[name as string]!);
  }
}

export function runtimeGlobals(env: Record<string, string>, circumstances: Circumstances): Record<string, unknown> {
  return {
    ...pick(BINARY),
    ...pick(WEB),
    ...actionOnly(circumstances),
    AsyncLocalStorage,
    AsyncResource,
    crypto: runtimeCrypto(circumstances),
    console: runtimeConsole(),
    performance: { now: () => circumstances.now(), timeOrigin: 0 },
    process: { env: Object.freeze({ ...env }) },
  };
}

/** Timers and fetch exist everywhere, and throw where a result must not depend on them. */
function actionOnly({ isLoading }: Circumstances): Record<string, unknown> {
  const host: Record<string, (...args: never[]) => unknown> = {
    fetch,
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout,
    clearInterval,
  };
  return Object.fromEntries(
    Object.entries(host).map(([name, implementation]) => {
      const guarded = (...args: never[]) => {
        if (isLoading()) throw new Error(`Can't use ${name}() at import time.`);
        if (isDeterministic(currentFrame.getStore())) {
          throw new Error(
            `Can't use ${name}() in queries and mutations. Please consider using an action. See https://docs.convex.dev/functions/actions for more details.`,
          );
        }
        return implementation(...args);
      };
      return [name, guarded];
    }),
  );
}

function runtimeCrypto({ random, isLoading }: Circumstances): Record<string, unknown> {
  const { subtle } = webcrypto;
  const deterministic = () => isLoading() || isDeterministic(currentFrame.getStore());
  const getRandomValues = (array: Uint8Array) => {
    if (!deterministic()) return webcrypto.getRandomValues(array);
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
    return array;
  };
  return {
    getRandomValues,
    randomUUID: () => (deterministic() ? uuidFrom(getRandomValues(new Uint8Array(16))) : randomUUID()),
    subtle: new Proxy(subtle, {
      get(target, name) {
        if (name === 'digest') return digest;
        const member = Reflect.get(target, name) as unknown;
        if (name === 'generateKey' && deterministic())
          throw new Error(
            "Can't use crypto.subtle.generateKey() in queries and mutations. Please consider using an action.",
          );
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    }),
  };
}

function uuidFrom(bytes: Uint8Array): string {
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Computed at once, so that queries and mutations never leave the microtask queue for a hash. */
function digest(algorithm: string | { name: string }, data: ArrayBuffer | ArrayBufferView): Promise<ArrayBuffer> {
  const name = (typeof algorithm === 'string' ? algorithm : algorithm.name).toLowerCase().replace('-', '');
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  const hash = createHash(name).update(bytes).digest();
  return Promise.resolve(hash.buffer.slice(hash.byteOffset, hash.byteOffset + hash.byteLength) as ArrayBuffer);
}

export function runtimeConsole(): Record<string, unknown> {
  const write =
    (level: string) =>
    (...args: unknown[]) => {
      const text = args.map((arg) => inspect(arg, { depth: 6, breakLength: Infinity })).join(' ');
      currentFrame.getStore()?.logLines.push(`[${level}] ${text}`);
    };
  const nothing = () => undefined;
  return {
    log: write('LOG'),
    info: write('INFO'),
    warn: write('WARN'),
    error: write('ERROR'),
    debug: write('DEBUG'),
    trace: write('LOG'),
    dir: write('LOG'),
    table: write('LOG'),
    assert: (ok: unknown, ...args: unknown[]) => ok || write('ERROR')(format('Assertion failed', ...args)),
    group: write('LOG'),
    groupEnd: nothing,
    time: nothing,
    timeEnd: nothing,
    timeLog: nothing,
    count: nothing,
  };
}
