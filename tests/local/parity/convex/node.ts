'use node';
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs';
import { createRequire } from 'node:module';
import processModule from 'node:process';
import { actionGeneric as action } from 'convex/server';
import { v } from 'convex/values';

const boom = (how: string) => new Error(`stray: ${how}`);

const ways: Record<string, () => unknown> = {
  rejection: () => void Promise.reject(boom('rejection')),
  timer: () =>
    setTimeout(() => {
      throw boom('timer');
    }, 1),
  tick: () =>
    process.nextTick(() => {
      throw boom('tick');
    }),
  immediate: () =>
    setImmediate(() => {
      throw boom('immediate');
    }),
  callback: () =>
    readFile('/nowhere', () => {
      throw boom('callback');
    }),
  emitter: () => setTimeout(() => new EventEmitter().emit('error', boom('emitter')), 1),
  exit: () => process.exit(3),
  'imported exit': () => processModule.exit(3),
  'global exit': () => globalThis.process.exit(3),
  'exit in a timer': () => setTimeout(() => process.exit(3), 1),
  abort: () => process.abort(),
  kill: () => process.kill(process.pid, 'SIGKILL'),
};

export const go = action({
  args: { how: v.string() },
  handler: async (_, { how }) => {
    ways[how]!();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'answered';
  },
});

export const say = action({
  args: {},
  handler: () => {
    console.log('by console', { a: 1 });
    globalThis.console.warn('by the global console');
    process.stdout.write('by stdout\n');
    return null;
  },
});

export const place = action({
  args: {},
  handler: () => ({
    protocol: new URL(import.meta.url).protocol,
    required: typeof createRequire(import.meta.url)('node:path').join,
    local: new Date(2020, 0, 1).getTime(),
    number: (1234.5).toLocaleString(),
    date: new Date(0).toLocaleString(),
    locale: new Intl.NumberFormat().resolvedOptions().locale,
  }),
});
