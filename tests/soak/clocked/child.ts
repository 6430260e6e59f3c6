/**
 * The backend in a process of its own whose clock the soak sets: `{ advanceMs }` moves it on, lets all timers that are due
 * by then go off, and is answered. Arguments: data folder, file with the bundled functions, ports of calls and of the site,
 * milliseconds that the clock is ahead, settings as JSON.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { startWith } from '../../../packages/local/src/deployment.ts';

const [dataDir = '', bundle = '', ports = '0,0', ahead = '0', env = '{}'] = process.argv.slice(2);
const realNow = Date.now.bind(Date);
const realSetTimeout = globalThis.setTimeout;
const realClearTimeout = globalThis.clearTimeout;
/** Timers that wait for longer are those of schedules, and follow the clock. */
const LONG_MS = 1_000;

let offset = Number(ahead);
const waiting = new Map<NodeJS.Timeout, { due: number; go: () => void }>();

Date.now = () => realNow() + offset;
globalThis.setTimeout = Object.assign(
  (action: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const timer: NodeJS.Timeout = realSetTimeout(() => go(), ms);
    const go = () => {
      waiting.delete(timer);
      action(...args);
    };
    if (ms >= LONG_MS) waiting.set(timer, { due: Date.now() + ms, go });
    return timer;
  },
  { __promisify__: realSetTimeout.__promisify__ },
) as typeof setTimeout;
globalThis.clearTimeout = ((timer: NodeJS.Timeout) => {
  waiting.delete(timer);
  realClearTimeout(timer);
}) as typeof clearTimeout;

process.on('message', ({ advanceMs }: { advanceMs: number }) => {
  offset += advanceMs;
  for (const [timer, { due, go }] of [...waiting]) {
    if (due > Date.now()) continue;
    realClearTimeout(timer);
    go();
  }
  process.send!({ now: Date.now() });
});
process.on('disconnect', () => process.exit(0));
// A signal to the whole group asks the soak to end, which still needs the deployment for its last checks.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const { url, siteUrl, adminKey } = await startWith(
  {
    functionsDir: path.resolve(import.meta.dirname, '../../../convex'),
    dataDir,
    port: Number(ports.split(',')[0]),
    sitePort: Number(ports.split(',')[1]),
    env: { CLERK_JWT_ISSUER_DOMAIN: 'https://clerk.soak.test', ...(JSON.parse(env) as Record<string, string>) },
  },
  async () => deserialize(readFileSync(bundle)) as Awaited<ReturnType<Parameters<typeof startWith>[1]>>,
);
process.send!({ url, siteUrl, adminKey });
