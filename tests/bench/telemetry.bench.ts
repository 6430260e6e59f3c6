/**
 * Mutations with traces and without: the processor time of updates, of the consumers that follow and of the export. One process
 * takes all kinds of turns by turns, since a process is faster or slower than another of its kind by up to 7 percent for its whole
 * life. Two kinds have no traces; the difference between these is what the bench itself cannot tell apart. A deployment without
 * telemetry differs from one whose calls have no trace by one look at its settings and one random number, which have a figure of
 * their own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { median } from './local/subject.ts';
import type { Asked, Turn } from './telemetry/hub.ts';

export const name = 'telemetry';

/** One call in so many has a trace, by kind of turn. docs/operations.md recommends one in ten. */
const KINDS = [0, 0, 10, 1];
/** Processes, one after the other. */
const STARTS = 4;
const ROUNDS = 10;
/** Rounds at the start of a process that are not counted. */
const WARM_UPS = 2;

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const collector = await startCollector();
  const turns: Turn[][] = KINDS.map(() => []);
  const starts = short ? 1 : STARTS;
  try {
    for (let start = 0; start < starts && !signal.aborted; start += 1) {
      progress(`start ${start + 1} of ${starts}`);
      await takeTurns(turns, { GIGSY_OTLP_URL: collector.url }, signal);
    }
    yield* figures(turns);
    yield await untraced(collector.url, turns);
  } finally {
    await collector.stop();
  }
}

/** The turns of one process, by kind. */
async function takeTurns(turns: Turn[][], settings: Record<string, string>, signal: AbortSignal): Promise<void> {
  const hub = await started(settings);
  try {
    for (let round = -WARM_UPS; round < ROUNDS && !signal.aborted; round += 1) {
      // Each is first and last as often.
      for (const place of KINDS.keys()) {
        const at = (round + WARM_UPS + place) % KINDS.length;
        const measured = await told<Turn>(hub, { handle: `person-${round + WARM_UPS}-${at}`, each: KINDS[at]! });
        if (round >= 0) turns[at]!.push(measured);
      }
    }
  } finally {
    // It removes its data.
    hub.disconnect();
  }
}

function* figures(turns: readonly Turn[][]): Generator<Figure> {
  const [off, again, sampled, all] = turns as [Turn[], Turn[], Turn[], Turn[]];
  const baseline = median([...off, ...again].map(({ update }) => update));
  const figure = (what: string, given: Turn[]): Figure => ({
    name: `update with its consumers and the export of spans, ${what}`,
    // By pairs of one round, so that a machine that is slower for a while is so for both.
    value: rounded(
      median(
        given.map(({ update, exported }, at) => {
          const [one, other] = [off[at]!, again[at]!];
          return (2 * (update + exported)) / (one.update + one.exported + other.update + other.exported);
        }),
      ) * baseline,
    ),
    baseline: rounded(baseline),
    unit: 'ms of processor time',
  });
  yield figure('without traces, one of the two', again);
  yield { ...figure('one call in ten traced', sampled), goal: { of: 'ratio', at: 'most', value: 1.03 } };
  yield figure('every call traced', all);
}

const LOOKS = 100_000;

/** The cost of telemetry for a call that has no trace. */
async function untraced(url: string, [off]: readonly Turn[][]): Promise<Figure> {
  const beginSpan = await drawing();
  Object.assign(process.env, { GIGSY_OTLP_URL: url, GIGSY_TRACE_RATE: '1e-9' });
  const before = process.cpuUsage();
  for (let look = 0; look < LOOKS; look += 1) beginSpan(undefined);
  const { user, system } = process.cpuUsage(before);
  delete process.env.GIGSY_OTLP_URL;
  delete process.env.GIGSY_TRACE_RATE;
  return {
    name: 'the drawing of a trace for a call that gets none, against an update without traces',
    value: rounded((user + system) / 1000 / LOOKS),
    baseline: rounded(median(off!.map(({ update }) => update))),
    unit: 'ms of processor time',
  };
}

/** The deployment's own function, bundled as a deployment does it. */
async function drawing(): Promise<(traceparent: undefined) => unknown> {
  const source = path.resolve(import.meta.dirname, '../../convex/model/operations/trace.ts');
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, write: false, format: 'esm' });
  const code = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`;
  return ((await import(code)) as { beginSpan: (traceparent: undefined) => unknown }).beginSpan;
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
function told<T>(hub: ChildProcess, message?: Asked): Promise<T> {
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
  return Number(ms.toFixed(4));
}
