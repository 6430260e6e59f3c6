/**
 * A hub in a process of its own, which takes turns of updates: `{ handle }` is one turn, and its answer the times of it. Argument: the
 * settings as JSON.
 */
import { createPerson, identityOf, startHub } from '../local/people.ts';

/** Fewer than the rate limit of updates admits at once. Each turn has a person of its own. */
export const UPDATES = 100;

export interface Turn {
  /** Processor time of one update with its consumers, and of the export of the turn's spans, in milliseconds. */
  update: number;
  exported: number;
}

const LOOK_MS = 250;

if (process.argv[1] === import.meta.filename) await serve();

async function serve(): Promise<void> {
  const answer = (message: object) => process.send!(message);
  const { deployment, end } = await startHub(JSON.parse(process.argv[2] ?? '{}') as Record<string, string>);
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  process.on('message', ({ handle }: { handle: string }) => void turn(deployment, handle).then(answer));
  process.once('disconnect', () => void end().then(() => process.exit(0)));
  answer({ ready: true });
}

type Deployment = Awaited<ReturnType<typeof startHub>>['deployment'];

async function turn(deployment: Deployment, handle: string): Promise<Turn> {
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
