/**
 * A hub in a process of its own, which takes turns of updates: `{ handle, each }` is one turn, and its answer the times of it. One
 * call in `each` has a trace that is kept; 0 for none. Argument: the settings as JSON.
 */
import { randomBytes } from 'node:crypto';
import { createPerson, identityOf, startHub } from '../local/people.ts';

/** Fewer than the rate limit of updates admits one person at once. */
const UPDATES = 100;
/** Of a turn, its own. */
const PEOPLE = 4;

export interface Asked {
  /** The beginning of the handles of the turn's people. */
  handle: string;
  each: number;
}

export interface Turn {
  /** Processor time of one update with its consumers, and of the export of the turn's spans by its number of updates, in milliseconds. */
  update: number;
  exported: number;
}

const LOOK_MS = 250;

if (process.argv[1] === import.meta.filename) await serve();

async function serve(): Promise<void> {
  const answer = (message: object) => process.send!(message);
  const { deployment, end } = await startHub(JSON.parse(process.argv[2] ?? '{}') as Record<string, string>);
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  process.on('message', (asked: Asked) => void turn(deployment, asked).then(answer));
  process.once('disconnect', () => void end().then(() => process.exit(0)));
  answer({ ready: true });
}

type Deployment = Awaited<ReturnType<typeof startHub>>['deployment'];

async function turn(deployment: Deployment, { handle, each }: Asked): Promise<Turn> {
  const people = Array.from({ length: PEOPLE }, (_, at) => `${handle}-${at}`);
  for (const person of people) await createPerson(deployment, person, { skills: 5 });
  await taken(deployment);
  await sent(deployment);
  const before = process.cpuUsage();
  for (const person of people) await update(deployment, person, each);
  await taken(deployment);
  const updated = process.cpuUsage(before);
  const between = process.cpuUsage();
  await sent(deployment);
  const updates = PEOPLE * UPDATES;
  return { update: ms(updated) / updates, exported: ms(process.cpuUsage(between)) / updates };
}

async function update(deployment: Deployment, handle: string, each: number): Promise<void> {
  for (let version = 1; version <= UPDATES; version += 1) {
    const changes = { identity: { headline: `Headline ${version}` } };
    const traceparent = each > 0 && version % each === 0 ? { traceparent: newTraceparent() } : {};
    const idempotencyKey = `${handle}-update-${version}`;
    const args = { changes, expected: { identity: version }, idempotencyKey, ...traceparent };
    await deployment.run('profile:update', args, identityOf(handle));
  }
}

/** Of a trace that its sender keeps. */
function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}

function ms({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** Waits until consumers have taken every event. */
async function taken(deployment: Deployment): Promise<void> {
  const busy = async () => {
    const consumers = (await deployment.run('events/consumers:status', {}, identityOf('root'))) as { behind: number }[];
    return consumers.some(({ behind }) => behind > 0);
  };
  while (await busy()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** Waits until no span waits. */
async function sent(deployment: Deployment): Promise<void> {
  await deployment.run('operations/node/exportSpans:run');
}
