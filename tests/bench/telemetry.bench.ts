/**
 * Mutations with telemetry and without, by turns: the processor time of updates with all that follows from them, consumers
 * and the export of spans included. Three deployments in one process take the same updates, one after the other.
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

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const collector = await startCollector();
  const env = (rate: number) => ({ GIGSY_OTLP_URL: collector.url, GIGSY_TRACE_RATE: String(rate) });
  const subjects = [await startHub(), await startHub(env(RATE)), await startHub(env(1))];
  const times: number[][] = subjects.map(() => []);
  try {
    for (const { deployment } of subjects)
      await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
    const rounds = short ? 4 : 16;
    for (let round = -1; round < rounds && !signal.aborted; round += 1) {
      progress(round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`);
      const order = round % 2 === 0 ? [0, 1, 2] : [2, 1, 0];
      for (const at of order) {
        const time = await turn(subjects[at]!, `person-${round + 1}`);
        if (round >= 0) times[at]!.push(time);
      }
    }
  } finally {
    for (const subject of subjects) await subject.end();
    await collector.stop();
  }
  const [off, sampled, all] = times as [number[], number[], number[]];
  const figure = (what: string, given: number[]): Figure => ({
    name: `update with what follows, ${what}`,
    // By pairs of one round, so that a machine that is slower for a while is so for both.
    value: rounded(median(given.map((time, at) => time / off[at]!)) * median(off)),
    baseline: rounded(median(off)),
    unit: 'ms of processor time',
  });
  yield { ...figure('one call in ten traced', sampled), goal: { of: 'ratio', at: 'most', value: 1.03 } };
  yield figure('every call traced', all);
  yield { name: 'spans that the collector has', value: collector.spans(), unit: 'spans' };
}

/** Processor time of one update, in milliseconds, until its consumers and the export of its spans are done. */
async function turn({ deployment }: Subject, handle: string): Promise<number> {
  await createPerson(deployment, handle, { skills: 5 });
  await settled(deployment);
  const before = process.cpuUsage();
  for (let version = 1; version <= UPDATES; version += 1) {
    const changes = { identity: { headline: `Headline ${version}` } };
    const args = { changes, expected: { identity: version }, idempotencyKey: `${handle}-update-${version}` };
    await deployment.run('profile:update', args, identityOf(handle));
  }
  await settled(deployment);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / UPDATES;
}

/** Waits until consumers have taken every event and no span waits. */
async function settled(deployment: Subject['deployment']): Promise<void> {
  const busy = async () => {
    const consumers = (await deployment.run('events/consumers:status', {}, identityOf('root'))) as { behind: number }[];
    return consumers.some(({ behind }) => behind > 0);
  };
  while (await busy()) await pause();
  const waiting = async () => ((await deployment.run('operations/telemetry:waiting')) as unknown[]).length > 0;
  await deployment.run('operations/telemetry:start');
  while (await waiting()) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 250);
  });
}

/** Takes spans, and counts them. */
async function startCollector() {
  let spans = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      spans += body.split('"spanId"').length - 1;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    spans: () => spans,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

function rounded(ms: number): number {
  return Number(ms.toFixed(3));
}
