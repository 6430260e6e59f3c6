/** The one way to change endorsements: the rows, the views whose bytes change, and an event in one mutation. */
import {
  type EndorsedSkill,
  MAX_ACCEPTED,
  MAX_GIVEN,
  MAX_PROPOSED,
  type Written,
  endorsementAfter,
  refusedFields,
  randomHex,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';
import { appendEvent } from '../../events/log.js';
import { writeViews } from '../../privacy/views.js';
import { activePerson, profileUnder } from '../../profile/related.js';
import { endorsementViews, endorsementsSource } from '../endorsementViews.js';
import { castVote, dropVote } from '../votes.js';
import { type Addressed, rightTo } from './addressee.js';
import { signatureOf, weighed } from './author.js';
import { answered } from './requests.js';
import {
  type EndorsementRow,
  type StoredVersion,
  deleteEndorsement,
  endorsementBetween,
  endorsementsBy,
  endorsementsIn,
  enterVersion,
  noteAccepted,
  proposalEnd,
  stepped,
} from './rows.js';
import { drawPace } from './pace.js';

type Person = Pick<Doc<'profiles'>, '_id' | 'accountId' | 'handle'>;

/** Random bytes of an endorsement's id. */
const ID_BYTES = 10;

/** An author writes an endorsement, or writes it anew. */
export async function written(
  ctx: MutationCtx,
  author: Person,
  to: Addressed,
  given: Written,
): Promise<{ id: string; version: number }> {
  const before = await endorsementBetween(ctx, author.accountId, to.accountId);
  if (!before && (await rightTo(ctx, author.accountId, to)) === null)
    throw refusal(
      'forbidden',
      'This person takes endorsements from those alone whom they ask, or who worked or learned with them.',
    );
  const skills = chosenSkills(to.skills, given.skills);
  await drawPace(ctx, author.accountId, to.accountId);
  const by = await signatureOf(ctx, author.handle);
  const { text, linked } = given;
  const content: StoredVersion = {
    version: (before?.last ?? 0) + 1,
    skills: await weighed(ctx, author.handle, skills),
    ...(text !== undefined && { text }),
    by,
    linked,
    at: Date.now(),
  };
  const row = before ? await offered(ctx, before, content) : await proposed(ctx, author, to, content);
  await enterVersion(ctx, row, content);
  if (!before && to.request) await answered(ctx, to.request);
  if (row.state !== 'declined') await appendEvent(ctx, 'trust.endorsementProposed', to.profileId, {});
  return { id: row.id, version: content.version };
}

function chosenSkills(seen: readonly EndorsedSkill[], ids: readonly string[]): EndorsedSkill[] {
  return ids.map((id, at) => {
    const skill = seen.find((each) => each.id === id);
    if (skill) return skill;
    const path = `endorsement.skills.${at}`;
    throw new ConvexError(
      refusedFields([{ path, code: 'not_an_option', message: 'is no skill that you see of them' }]),
    );
  });
}

async function offered(ctx: MutationCtx, row: EndorsementRow, content: StoredVersion): Promise<EndorsementRow> {
  const state = endorsementAfter(row.state, 'write');
  if (state === undefined || state === 'none') throw refusal('not_found', 'It was withdrawn meanwhile.');
  const next = { state, offered: content, last: content.version, ...(row.shown ? {} : { endsAt: proposalEnd() }) };
  await ctx.db.patch('trustEndorsements', row._id, next);
  return { ...row, ...next };
}

async function proposed(
  ctx: MutationCtx,
  { accountId: author }: Person,
  { accountId: owner }: Addressed,
  content: StoredVersion,
): Promise<EndorsementRow> {
  if ((await endorsementsBy(ctx, author)).length >= MAX_GIVEN)
    throw refusal('too_large', `You have written ${MAX_GIVEN} endorsements; withdraw one first.`);
  const waiting = [
    ...(await endorsementsIn(ctx, owner, 'proposed')),
    ...(await endorsementsIn(ctx, owner, 'declined')),
  ];
  if (waiting.length >= MAX_PROPOSED)
    throw refusal('too_large', 'This person has many endorsements to look at; try again another day.');
  const made = { author, owner, id: randomHex(ID_BYTES), state: 'proposed' as const, offered: content, last: 1 };
  const row = await ctx.db.insert('trustEndorsements', { ...made, endsAt: proposalEnd() });
  return (await ctx.db.get('trustEndorsements', row))!;
}

/** The owner accepts the version that they have read. */
export async function accepted(ctx: MutationCtx, owner: Person, id: string, version: number): Promise<void> {
  const { row, state } = await stepped(ctx, 'owner', owner.accountId, { id, step: 'accept' });
  if (!row.offered) throw refusal('not_found', 'Nothing of this endorsement waits for you.');
  if (row.offered.version !== version)
    throw refusal('version_conflict', 'The author has changed it since you read it; read it again.');
  if (!row.shown) await checkRoom(ctx, owner.accountId);
  const shown = { shown: row.offered, offered: undefined, endsAt: undefined };
  await ctx.db.patch('trustEndorsements', row._id, { state: stored(state), ...shown });
  await noteAccepted(ctx, row._id, version);
  await follow(ctx, owner.handle);
  await vote(ctx, row._id);
  await appendEvent(ctx, 'trust.endorsementAccepted', owner._id, {});
}

async function checkRoom(ctx: MutationCtx, owner: Id<'accounts'>): Promise<void> {
  const had = [...(await endorsementsIn(ctx, owner, 'accepted')), ...(await endorsementsIn(ctx, owner, 'hidden'))];
  if (had.length >= MAX_ACCEPTED)
    throw refusal('too_large', `You have accepted ${MAX_ACCEPTED} endorsements; delete one first.`);
}

/** The owner declines what is offered. */
export async function declined(ctx: MutationCtx, owner: Person, id: string): Promise<void> {
  const { row, state } = await stepped(ctx, 'owner', owner.accountId, { id, step: 'decline' });
  if (!row.offered) throw refusal('not_found', 'Nothing of this endorsement waits for you.');
  // The text of a proposal stays, since its author can still read and change it.
  const dropped = row.shown ? { offered: undefined } : {};
  await ctx.db.patch('trustEndorsements', row._id, { state: stored(state), ...dropped });
}

/** The owner hides an accepted endorsement, or shows it again. */
export async function turned(ctx: MutationCtx, owner: Person, id: string, step: 'hide' | 'show'): Promise<void> {
  const { row, state } = await stepped(ctx, 'owner', owner.accountId, { id, step });
  await ctx.db.patch('trustEndorsements', row._id, { state: stored(state) });
  await follow(ctx, owner.handle);
  await vote(ctx, row._id);
}

/** The owner deletes an accepted endorsement. */
export async function removed(ctx: MutationCtx, owner: Person, id: string): Promise<void> {
  const { row } = await stepped(ctx, 'owner', owner.accountId, { id, step: 'remove' });
  await deleteEndorsement(ctx, row);
  await dropVote(ctx, sourceOf(row));
  await follow(ctx, owner.handle);
  await appendEvent(ctx, 'trust.endorsementEnded', owner._id, { by: 'owner' });
}

/** The author takes an endorsement back. */
export async function withdrawnByAuthor(ctx: MutationCtx, author: Id<'accounts'>, id: string): Promise<void> {
  const { row } = await stepped(ctx, 'author', author, { id, step: 'withdraw' });
  await ended(ctx, row);
}

/** Deletes an endorsement that its author gives no longer. */
export async function ended(ctx: MutationCtx, row: EndorsementRow): Promise<void> {
  await deleteEndorsement(ctx, row);
  if (!row.shown) return;
  await dropVote(ctx, sourceOf(row));
  const handle = await followOwner(ctx, row.owner);
  const profileId = handle === undefined ? undefined : await profileUnder(ctx, handle);
  if (profileId) await appendEvent(ctx, 'trust.endorsementEnded', profileId, { by: 'author' });
}

/**
 * Makes the author's vote follow: one for each accepted endorsement with words. One of skills alone is no vote, since those who may
 * not see the skills would see its effect.
 */
async function vote(ctx: MutationCtx, id: Id<'trustEndorsements'>): Promise<void> {
  const row = (await ctx.db.get('trustEndorsements', id))!;
  const source = sourceOf(row);
  if (row.state !== 'accepted' || row.shown?.text === undefined) return dropVote(ctx, source);
  const shownAt = { section: 'endorsements', item: row.id };
  await castVote(ctx, {
    kind: 'endorsement',
    from: row.author,
    to: row.owner,
    value: 1,
    at: row.shown.at,
    source,
    shownAt,
  });
}

function sourceOf({ id }: Pick<EndorsementRow, 'id'>): string {
  return `endorsement:${id}`;
}

/** Endorsements whose owner's views one transaction makes again. */
const FOLLOWED = 5;

/**
 * Makes the views of those whom a person endorsed follow that person, of the next few endorsements by the time when they were
 * written. Returns the time after which to go on; null at the end.
 */
export async function followAuthorAfter(
  ctx: MutationCtx,
  author: Id<'accounts'>,
  after: number | null,
): Promise<number | null> {
  const rows = await ctx.db
    .query('trustEndorsements')
    .withIndex('by_author', (range) => range.eq('author', author).gt('_creationTime', after ?? 0))
    .take(FOLLOWED);
  for (const { state, owner } of rows) if (state === 'accepted') await followOwner(ctx, owner);
  return rows.length === FOLLOWED ? rows.at(-1)!._creationTime : null;
}

/** Makes the views of a person follow their endorsements. Returns the handle; undefined where nobody sees anything of them. */
export async function followOwner(ctx: MutationCtx, owner: Id<'accounts'>): Promise<string | undefined> {
  const person = await activePerson(ctx, owner);
  if (person) await follow(ctx, person.handle);
  return person?.handle;
}

async function follow(ctx: MutationCtx, handle: string): Promise<void> {
  const source = await endorsementsSource(ctx, handle);
  if (source) await writeViews(ctx, endorsementViews, source);
}

/** The table of states has steps to `none` for those that delete the row alone. */
function stored(state: string): EndorsementRow['state'] {
  return state as EndorsementRow['state'];
}
