/**
 * Mutations with telemetry and without, by turns: the processor time of updates and of the consumers that follow. Each deployment
 * has a process of its own: of several in one process the one that started first is faster, by more than telemetry costs. Two are
 * without telemetry, and the difference between these is what the bench itself cannot tell apart. The export of spans has a
 * figure of its own, since it comes each minute and not with each call.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { median } from './local/subject.ts';
import { type Turn, UPDATES } from './telemetry/hub.ts';

export const name = 'telemetry';

/** The part of the calls that docs/operations.md recommends to trace. */
const RATE = 0.1;
/** Processes of each kind, one after the other: one of two alike is faster than the other by up to 7 percent for its whole life. */
const STARTS = 5;
const ROUNDS = 4;

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const collector = await startCollector();
  const env = (rate: number) => ({ GIGSY_OTLP_URL: collector.url, GIGSY_TRACE_RATE: String(rate) });
  const settings = [{}, {}, env(RATE), env(1)];
  const turns: Turn[][] = settings.map(() => []);
  const starts = short ? 1 : STARTS;
  try {
    for (let start = 0; start < starts && !signal.aborted; start += 1) {
      progress(`start ${start + 1} of ${starts}`);
      const taken = await turnsOf(settings, signal);
      for (const [at, more] of taken.entries()) turns[at]!.push(...more);
    }
    yield* figures(turns);
  } finally {
    await collector.stop();
  }
}

/** The turns of one process for each of the settings. */
async function turnsOf(settings: readonly Record<string, string>[], signal: AbortSignal): Promise<Turn[][]> {
  const hubs: ChildProcess[] = [];
  const turns: Turn[][] = settings.map(() => []);
  try {
    // One after the other: each start uses the whole machine.
    for (const each of settings) hubs.push(await started(each));
    for (let round = -1; round < ROUNDS && !signal.aborted; round += 1) {
      // Each is first and last as often.
      for (const place of hubs.keys()) {
        const at = (round + 1 + place) % hubs.length;
        const measured = await told<Turn>(hubs[at]!, { handle: `person-${round + 1}` });
        // The first round warms up.
        if (round >= 0) turns[at]!.push(measured);
      }
    }
    return turns;
  } finally {
    // Each removes its data.
    for (const hub of hubs) hub.disconnect();
  }
}

function* figures(turns: readonly Turn[][]): Generator<Figure> {
  const [off, again, sampled, all] = turns.map((of) => of.map(({ update }) => update)) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const figure = (what: string, given: number[]): Figure => ({
    name: `update with its consumers, ${what}`,
    // By pairs of one round, so that a machine that is slower for a while is so for both.
    value: rounded(median(given.map((time, at) => (2 * time) / (off[at]! + again[at]!))) * median([...off, ...again])),
    baseline: rounded(median([...off, ...again])),
    unit: 'ms of processor time',
  });
  yield figure('without telemetry, one of the two', again);
  yield { ...figure('one call in ten traced', sampled), goal: { of: 'ratio', at: 'most', value: 1.03 } };
  yield figure('every call traced', all);
  const exports = turns.map((of) => rounded(median(of.map(({ exported }) => exported))));
  for (const [at, what] of [`of ${UPDATES * RATE} calls`, `of ${UPDATES} calls`].entries())
    yield {
      name: `export of the spans ${what}`,
      value: exports[at + 2]!,
      baseline: exports[0]!,
      unit: 'ms of processor time',
    };
}

async function started(settings: Record<string, string>): Promise<ChildProcess> {
  const hub = fork(path.join(import.meta.dirname, 'telemetry/hub.ts'), [JSON.stringify(settings)], {
    execArgv: ['--conditions=convex'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await told(hub);
  return hub;
}

/** The next message of a hub, to one that it gets if one is given. */
function told<T>(hub: ChildProcess, message?: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The process of a hub ended.'));
    hub.once('exit', ended).once('message', (answer) => {
      hub.off('exit', ended);
      resolve(answer as T);
    });
    if (message) hub.send(message);
  });
}

async function startCollector() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function rounded(ms: number): number {
  return Number(ms.toFixed(3));
}
