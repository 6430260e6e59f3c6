/**
 * Mutations with telemetry and without, by turns: the processor time of updates and of the consumers that follow. Three
 * deployments in one process take the same updates, one after the other. The export of spans has a figure of its own, since it
 * comes each minute and not with each call.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { createPerson, identityOf, startHub } from './local/people.ts';
import { type Subject, median } from './local/subject.ts';

export const name = 'telemetry';

/** Fewer than the rate limit of updates admits at once. Each turn has a person of its own. */
const UPDATES = 100;
/** The part of the calls that docs/operations.md recommends to trace. */
const RATE = 0.1;

interface Turn {
  /** Processor time of one update with its consumers, and of the export of the turn's spans, in milliseconds. */
  update: number;
  exported: number;
}

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const collector = await startCollector();
  const env = (rate: number) => ({ GIGSY_OTLP_URL: collector.url, GIGSY_TRACE_RATE: String(rate) });
  const subjects = [await startHub(), await startHub(env(RATE)), await startHub(env(1))];
  const turns: Turn[][] = subjects.map(() => []);
  try {
    for (const { deployment } of subjects)
      await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
    const rounds = short ? 4 : 12;
    for (let round = -1; round < rounds && !signal.aborted; round += 1) {
      progress(round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`);
      // Each is first, second and last as often, and none has two turns running: the second would be the faster one.
      for (const place of [0, 1, 2]) {
        const at = (round + 3 + place) % subjects.length;
        const measured = await turn(subjects[at]!, `person-${round + 1}`);
        if (round >= 0) turns[at]!.push(measured);
      }
    }
  } finally {
    for (const subject of subjects) await subject.end();
    await collector.stop();
  }
  yield* figures(turns);
}

function* figures(turns: readonly Turn[][]): Generator<Figure> {
  const [off, sampled, all] = turns.map((of) => of.map(({ update }) => update)) as [number[], number[], number[]];
  const figure = (what: string, given: number[]): Figure => ({
    name: `update with its consumers, ${what}`,
    // By pairs of one round, so that a machine that is slower for a while is so for both.
    value: rounded(median(given.map((time, at) => time / off[at]!)) * median(off)),
    baseline: rounded(median(off)),
    unit: 'ms of processor time',
  });
  yield { ...figure('one call in ten traced', sampled), goal: { of: 'ratio', at: 'most', value: 1.03 } };
  yield figure('every call traced', all);
  const exports = turns.map((of) => rounded(median(of.map(({ exported }) => exported))));
  for (const [at, what] of [`of ${UPDATES * RATE} calls`, `of ${UPDATES} calls`].entries())
    yield {
      name: `export of the spans ${what}`,
      value: exports[at + 1]!,
      baseline: exports[0]!,
      unit: 'ms of processor time',
    };
}

async function turn({ deployment }: Subject, handle: string): Promise<Turn> {
  await createPerson(deployment, handle, { skills: 5 });
  await taken(deployment);
  await sent(deployment);
  const before = process.cpuUsage();
  for (let version = 1; version <= UPDATES; version += 1) {
    const changes = { identity: { headline: `Headline ${version}` } };
    const args = { changes, expected: { identity: version }, idempotencyKey: `${handle}-update-${version}` };
    await deployment.run('profile:update', args, identityOf(handle));
  }
  await taken(deployment);
  const updated = process.cpuUsage(before);
  const between = process.cpuUsage();
  await sent(deployment);
  return { update: ms(updated) / UPDATES, exported: ms(process.cpuUsage(between)) };
}

function ms({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** Waits until consumers have taken every event. */
async function taken(deployment: Subject['deployment']): Promise<void> {
  const busy = async () => {
    const consumers = (await deployment.run('events/consumers:status', {}, identityOf('root'))) as { behind: number }[];
    return consumers.some(({ behind }) => behind > 0);
  };
  while (await busy()) await pause();
}

/** Waits until no span waits. */
async function sent(deployment: Subject['deployment']): Promise<void> {
  await deployment.run('operations/node/exportSpans:run');
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 250);
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
      }),
  };
}

function rounded(ms: number): number {
  return Number(ms.toFixed(3));
}
