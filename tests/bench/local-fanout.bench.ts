/**
 * One write and 500 official clients in another process: the time until the last one hears of it, and clients that must
 * hear nothing.
 */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Deployment } from '@gigsy/local';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { percentile, startSubject } from './local/subject.ts';
import type { Told, Watch } from './local/watchers.ts';

export const name = 'local-fanout';

const CLIENTS = 500;
const WRITTEN = 'p0';
const CONNECT_MS = 60_000;
const NOTIFY_MS = 10_000;
/** Warm-up writes: until their code is compiled, 500 clients in one process are slower than the deployment. */
const WARM_UP = 20;
/** Long enough for an unwanted re-run to happen. */
const SETTLE_MS = 200;

export async function* run(context: MeasureContext): AsyncGenerator<Figure> {
  const { deployment, end } = await startSubject(1000);
  const writes = context.short ? 20 : 60;
  try {
    const { first, then: same } = await latencies(deployment, () => ({ handle: WRITTEN, watcher: 0 }), writes, context);
    yield {
      name: `last of ${CLIENTS} clients of one query notified, p95`,
      value: rounded(percentile(same, 0.95)),
      unit: 'ms',
      goal: { of: 'value', at: 'most', value: 50 },
    };
    yield {
      name: `last of ${CLIENTS} clients of one query notified, p95 of the first ${WARM_UP} writes`,
      value: rounded(percentile(first, 0.95)),
      unit: 'ms',
    };
    const { then: distinct } = await latencies(
      deployment,
      (watcher) => ({ handle: WRITTEN, watcher }),
      writes,
      context,
    );
    yield {
      name: `last of ${CLIENTS} clients of distinct queries notified, p95`,
      value: rounded(percentile(distinct, 0.95)),
      unit: 'ms',
      goal: { of: 'value', at: 'most', value: 150 },
    };
    yield {
      name: `re-runs of ${CLIENTS} queries of other documents`,
      value: await reruns(deployment, writes, context),
      unit: 'runs',
      goal: { of: 'value', at: 'most', value: 0 },
    };
  } finally {
    await end();
  }
}

function rounded(ms: number): number {
  return Number(ms.toFixed(1));
}

/** Milliseconds from the call of each write to the last client's update. */
async function latencies(
  deployment: Deployment,
  watched: (client: number) => Watch['watched'][number],
  writes: number,
  context: MeasureContext,
): Promise<{ first: number[]; then: number[] }> {
  return withClients(deployment, watched, context, async (child) => {
    const times: number[] = [];
    for (let write = 0; write < WARM_UP + writes; write += 1) {
      context.signal.throwIfAborted();
      const headline = `Write ${performance.now()}`;
      const notified = told(child, headline, NOTIFY_MS);
      const started = performance.now();
      await Promise.all([notified, deployment.run('profiles:headline', { handle: WRITTEN, headline })]);
      times.push(performance.now() - started);
    }
    return { first: times.slice(0, WARM_UP), then: times.slice(WARM_UP) };
  });
}

async function reruns(deployment: Deployment, writes: number, context: MeasureContext): Promise<number> {
  return withClients(
    deployment,
    (client) => ({ handle: `p${client + 1}`, watcher: client }),
    context,
    async () => {
      const before = deployment.statistics().queryRuns;
      for (let write = 0; write < writes; write += 1)
        await deployment.run('profiles:headline', { handle: WRITTEN, headline: `Unseen ${write}` });
      await new Promise((resolve) => {
        setTimeout(resolve, SETTLE_MS);
      });
      return deployment.statistics().queryRuns - before;
    },
  );
}

async function withClients<T>(
  deployment: Deployment,
  watched: (client: number) => Watch['watched'][number],
  { progress }: MeasureContext,
  work: (child: ChildProcess) => Promise<T>,
): Promise<T> {
  progress(`connecting ${CLIENTS} clients`);
  const child = fork(path.join(import.meta.dirname, 'local/watchers.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const ready = told(child, null, CONNECT_MS);
    child.send({
      url: deployment.url,
      watched: Array.from({ length: CLIENTS }, (_, client) => watched(client)),
    } satisfies Watch);
    await ready;
    return await work(child);
  } finally {
    child.kill('SIGKILL');
  }
}

/** Resolves once all clients have the headline. */
function told(child: ChildProcess, headline: string | null, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      clearTimeout(timer);
      child.off('message', listen).off('exit', ended);
      if (error) reject(error);
      else resolve();
    };
    const timer = setTimeout(
      () => settle(new Error(`Not all clients were notified within ${patienceMs / 1000} s.`)),
      patienceMs,
    );
    const ended = () => settle(new Error('The process of the clients ended.'));
    const listen = ({ all }: Told) => {
      if (all === headline) settle();
    };
    child.on('message', listen).once('exit', ended);
  });
}
