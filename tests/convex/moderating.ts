/** People who moderate, and the calls that lead a case to its states. */
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key, person } from './deployment.ts';

const { moderation } = api.trust;

/** A moderator by the subject `user_<name>`, without a profile. */
export async function moderator(d: Deployment, name: string): Promise<Caller> {
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: `user_${name}`, role: 'moderator' });
  return d.as(`user_${name}`);
}

export function reported(
  by: Caller,
  handle: string,
  place = 'profile',
  more: object = {},
): Promise<{ receipt: string }> {
  const report = { handle, place, reason: 'spam', explanation: 'Sells glass.', goodFaith: true, ...more } as const;
  return by.mutation(moderation.report, { ...report, idempotencyKey: key() });
}

/** The ids of the cases in a state. */
export async function casesIn(staff: Caller, state: 'open' | 'inReview' | 'appealed' | 'actioned' = 'open') {
  return (await staff.query(moderation.queue, { state })).cases.map((each) => each.case);
}

export const taken = (staff: Caller, id: string) =>
  staff.mutation(moderation.assign, { case: id, idempotencyKey: key() });

/** Takes the case and decides against its place, or another one. */
export async function actedOn(staff: Caller, id: string, more: { place?: string; measure?: 'suspend' } = {}) {
  await taken(staff, id);
  const decision = { measure: 'withhold', ground: 'terms', rule: 'Clause 4', explanation: 'Advertises.' } as const;
  return staff.mutation(moderation.act, { case: id, ...decision, ...more, idempotencyKey: key() });
}

/** A case of this place, reported by anybody and decided by the moderator. Returns its id. */
export async function takenDown(d: Deployment, staff: Caller, handle: string, place = 'profile'): Promise<string> {
  await reported(d.t as unknown as Caller, handle, place);
  const [id] = await casesIn(staff);
  await actedOn(staff, id!);
  return id!;
}

export const appealed = (owner: Caller, id: string) =>
  owner.mutation(moderation.appeal, { case: id, text: 'It is true.', idempotencyKey: key() });

export const decided = (staff: Caller, id: string, outcome: 'upheld' | 'overturned') =>
  staff.mutation(moderation.decide, { case: id, outcome, explanation: 'Looked again.', idempotencyKey: key() });

/** A case in which the function can change something: about Ada for what an owner does, about Kestrel for `admin`. */
export async function casesFor(d: Deployment, ada: Caller, admin: Caller, name: string): Promise<string> {
  const mia = await moderator(d, 'mia');
  await person(d, 'kestrel');
  const step = name.split('.').at(-1)!;
  if (step === 'report') return '';
  if (step === 'appeal') return takenDown(d, mia, 'ada');
  if (step === 'restore') return takenDown(d, mia, 'kestrel');
  if (step === 'decide') {
    const id = await takenDown(d, mia, 'ada');
    await appealed(ada, id);
    return id;
  }
  await reported(d.t as unknown as Caller, 'kestrel');
  const id = (await casesIn(mia))[0]!;
  if (step === 'act') await taken(admin, id);
  if (step === 'confirmDeletion')
    await mia.mutation(moderation.askDeletion, { case: id, reason: 'Only advertises.', idempotencyKey: key() });
  return id;
}

/** A report by the person, and a case about them with a report, a note and a decision. */
export async function moderated(
  d: Deployment,
  admin: Caller,
  handle: string,
  caller: Caller,
  other: string,
): Promise<void> {
  const words = { explanation: handle, contact: `${handle}@example.org` };
  await reported(caller, other, 'profile', words);
  await reported(d.as('user_rook'), `${handle}-two`, 'links', words);
  const { cases } = await admin.query(api.trust.moderation.queue, {});
  const id = cases.find((each) => each.place === 'links')!.case;
  await admin.mutation(api.trust.moderation.note, { case: id, text: handle, idempotencyKey: key() });
  await actedOn(admin, id, { place: `links/${handle}` });
}
