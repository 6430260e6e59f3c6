/** People of whom nobody else may learn that they are there, and handles of nobody. All handles have the same length. */
import { signed } from '../../convex/clerk-delivery.ts';
import type { RunningBackend } from '../running-backend.ts';

/** The last is the one with which the others are compared. */
export const absences = ['hidden', 'deactivated', 'suspended', 'deleted', 'never'] as const;
export type Absence = (typeof absences)[number];
/** Handles. */
export type Absent = Record<Absence, string[]>;

const MOST_SHOWN = {
  about: { text: 'Words about a person. '.repeat(40) },
  skills: Array.from({ length: 40 }, (_, index) => ({ name: `Skill ${index}` })),
};

/** `count` people of each kind. The deployment needs `CLERK_WEBHOOK_SIGNING_SECRET`. */
export async function enterAbsent(running: RunningBackend, count: number): Promise<Absent> {
  const people = Object.fromEntries(absences.map((absence): [Absence, string[]] => [absence, []])) as Absent;
  for (let number = 0; number < count; number += 1) {
    for (const [index, absence] of absences.entries()) {
      const handle = `absent-${index}-${String(number).padStart(5, '0')}`;
      if (absence !== 'never') await makeAbsent(running, await running.person(handle, MOST_SHOWN), handle, absence);
      people[absence].push(handle);
    }
  }
  return people;
}

async function makeAbsent(
  running: RunningBackend,
  token: string,
  handle: string,
  absence: Exclude<Absence, 'never'>,
): Promise<void> {
  switch (absence) {
    case 'hidden':
      await running.mutate(token, 'privacy:update', { changes: { profile: 'owner' }, expected: 1 });
      break;
    case 'deactivated':
      await running.mutate(token, 'profile/accounts:deactivate');
      break;
    case 'suspended':
      await running.deployment.run('profile/accounts:setStatus', { subject: handle, status: 'suspended' });
      break;
    case 'deleted': {
      const body = JSON.stringify({ object: 'event', type: 'user.deleted', data: { id: handle, deleted: true } });
      const taken = await running.request('POST', { path: '/v1/clerk', body, headers: await signed(body) });
      if (taken.status !== 204) throw new Error(`The deletion of ${handle} was not taken: ${taken.body}`);
    }
  }
}
