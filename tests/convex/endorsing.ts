/** People who endorse one another through the public functions. */
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import type { Addressee } from '@gigsy/schema';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key, person, photosTaken } from './deployment.ts';

const { endorsements } = api.trust;

export const openTo = (owner: Caller, endorsers: 'asked' | 'shared' | 'members' = 'members') =>
  owner.mutation(endorsements.open, { endorsers, idempotencyKey: key() });

/** `author` writes of the person; the ids of skills are the person's. */
export const wrote = (
  author: Caller,
  to: string | Addressee,
  { text, skills = [], linked = false }: { text?: string; skills?: string[]; linked?: boolean } = { text: 'Reliable.' },
) =>
  author.mutation(endorsements.write, {
    to: typeof to === 'string' ? { handle: to } : to,
    endorsement: { skills, ...(text !== undefined && { text }), linked },
    idempotencyKey: key(),
  });

export const accepts = (owner: Caller, id: string, version = 1) =>
  owner.mutation(endorsements.accept, { id, version, idempotencyKey: key() });

/** One step of the owner's or the author's, by the name of its function. */
export const takes = (by: Caller, step: 'decline' | 'hide' | 'show' | 'remove' | 'withdraw', id: string) =>
  by.mutation(endorsements[step], { id, idempotencyKey: key() });

/** Lets `owner` have an accepted endorsement by `author`, whom they did not have to ask. */
export async function endorsed(
  owner: Caller,
  author: Caller,
  handle: string,
  written?: Parameters<typeof wrote>[2],
): Promise<string> {
  await openTo(owner);
  const { id, version } = await wrote(author, handle, written);
  await accepts(owner, id, version);
  return id;
}

/** The endorsement, request and link that a function of endorsements takes, as its caller Ada wants them. */
export async function endorsementsFor(
  d: Deployment,
  ada: Caller,
  name: string,
): Promise<Pick<SampleSubject, 'endorsement' | 'request' | 'invitation'>> {
  const merlin = await person(d, 'merlin');
  await openTo(merlin);
  await openTo(ada, 'shared');
  const step = name.split('.').at(-1)!;
  const { token } = await ada.mutation(endorsements.requests.link, { idempotencyKey: key() });
  const own = await wrote(merlin, { token: token! });
  if (step === 'hide' || step === 'remove' || step === 'show') await accepts(ada, own.id);
  if (step === 'show') await takes(ada, 'hide', own.id);
  const given = step === 'withdraw' ? await wrote(ada, 'merlin') : own;
  if (step === 'write') await openTo(await person(d, 'kestrel'));
  const asker = step === 'cancel' ? ada : merlin;
  const asked = { handle: step === 'cancel' ? 'merlin' : 'ada', idempotencyKey: key() };
  const { request } = await asker.mutation(endorsements.requests.ask, asked);
  await photosTaken(d);
  return { endorsement: given.id, request, invitation: token! };
}

/** An endorsement that they have, one that they gave, and requests in both directions. */
export async function wordsOf(d: Deployment, handle: string, caller: Caller): Promise<void> {
  const peer = d.as('user_peer');
  await endorsed(caller, peer, `${handle}-two`, { text: `A word of ${handle}`, linked: true });
  await openTo(peer);
  await wrote(caller, 'peer', { text: `A word by ${handle}`, linked: true });
  const ask = (by: Caller, asked: string) =>
    by.mutation(endorsements.requests.ask, { handle: asked, note: handle, idempotencyKey: key() });
  await ask(caller, `${handle}-friend`);
  await ask(peer, `${handle}-two`);
  await caller.mutation(endorsements.requests.link, { note: handle, idempotencyKey: key() });
}
