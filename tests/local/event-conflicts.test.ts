/** The count of mutations that Convex would run again, because another one wrote what they had read: at requests of the inbox. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningBackend } from './running-backend.ts';
import { COURSES, RunningSource } from './running-source.ts';
import { sentData } from '../sent-events.ts';

const TAKE = 'events/inbox:take';

let running: RunningBackend;
let admin: string;
beforeAll(async () => {
  running = await RunningBackend.start({}, { countConflicts: true });
  await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  admin = await running.token('root');
  const ada = { handle: 'ada', role: 'mentor', sections: { identity: { displayName: 'Ada' } } };
  await running.mutate(await running.token('ada'), 'profile:create', ada);
}, 60_000);
afterAll(() => running?.close());

let sources = 0;
const registered = () =>
  RunningSource.registered(running, admin, { address: `${COURSES}/${(sources += 1)}`, perMinute: 6_000 });

/** As a request gives them to the inbox. */
function judged(first: number, count: number): object[] {
  return Array.from({ length: count }, (_, at) => {
    const id = String(first + at);
    const data = { ...sentData['badge.corrected'], badge: { id: 'b', name: `Event ${id}` } };
    const event = { type: 'badge.corrected', version: 1, subject: 'handle:ada', time: first + at, data };
    return { key: id.padStart(64, '0'), id, event };
  });
}

function take({ name }: RunningSource, events: object[]): Promise<unknown> {
  return running.deployment.run(TAKE, { name, events });
}

/** Mutations with this path that Convex would have run again during `work`. */
async function conflictsIn(path: string, work: () => Promise<unknown>): Promise<number> {
  const conflicts = () => running.deployment.statistics().mutations[path]?.conflicts ?? 0;
  const before = conflicts();
  await work();
  return conflicts() - before;
}

async function waiting({ name }: RunningSource): Promise<number> {
  const rows = await running.query<{ source: string; waiting: number }[]>(admin, 'events/sources:list');
  return rows.find(({ source }) => source === name)!.waiting;
}

async function passed(source: RunningSource): Promise<void> {
  while ((await waiting(source)) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('of two requests of one source at once one is met, and of two sources none', async () => {
  const [one, other] = [await registered(), await registered()];
  const both = (first: RunningSource, second: RunningSource, from: number) => () =>
    Promise.all([take(first, judged(from, 1)), take(second, judged(from + 1, 1))]);
  expect(await conflictsIn(TAKE, both(one, one, 0))).toBe(1);
  await passed(one);
  expect(await conflictsIn(TAKE, both(one, other, 2))).toBe(0);
  await Promise.all([passed(one), passed(other)]);
});
