/** The person whom an endorsement is for, and the right by which somebody may write it. */
import { type Addressee, type EndorsedSkill, type ProfileView } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import type { Member } from '../../contract/principal.js';
import { sharedViews } from '../../privacy/reads.js';
import { activePerson } from '../../profile/related.js';
import { findProfileRow } from '../../profile/rows.js';
import { profileViews } from '../../profile/views.js';
import { endorsersOf, haveSharedGround } from './acquaintance.js';
import { type RequestRow, linkWith, requestTo } from './requests.js';

type Ctx = QueryCtx | MutationCtx;

export interface Addressed {
  accountId: Id<'accounts'>;
  profileId: Id<'profiles'>;
  handle: string;
  /** The request by which the author writes. */
  request?: RequestRow;
  /** Skills that the author sees, or was asked about. */
  skills: EndorsedSkill[];
}

/** Null for somebody of whom the author may see nothing, for a request that is over, and for the author. */
export async function addressed(ctx: Ctx, author: Member, to: Addressee): Promise<Addressed | null> {
  if (to.handle !== undefined) return personUnder(ctx, author, to.handle);
  const { _id } = author.account;
  const request =
    to.request === undefined ? await linkWith(ctx, to.token ?? '') : await requestTo(ctx, _id, to.request);
  const owner = request && (await activePerson(ctx, request.owner));
  const row = owner && (await findProfileRow(ctx, owner.handle));
  if (!row || owner._id === _id) return null;
  const { handle } = row;
  const seen = (await personUnder(ctx, author, handle))?.skills ?? [];
  const asked = request.skills.filter(({ id }) => !seen.some((skill) => skill.id === id));
  return { accountId: owner._id, profileId: row._id, handle, request, skills: [...seen, ...asked] };
}

async function personUnder(ctx: Ctx, author: Member, asked: string): Promise<Addressed | null> {
  const view = (await sharedViews(ctx, profileViews, author, asked))?.callers;
  const row = view && (await findProfileRow(ctx, view.handle));
  if (!row || row.accountId === author.account._id) return null;
  return { accountId: row.accountId, profileId: row._id, handle: row.handle, skills: skillsOf(view) };
}

function skillsOf({ skills = [] }: ProfileView): EndorsedSkill[] {
  return skills.flatMap(({ id, name }) => (id === undefined || name === undefined ? [] : [{ id, name }]));
}

/** By what right the author may write; null without any. */
export async function rightTo(
  ctx: Ctx,
  author: Id<'accounts'>,
  { accountId, handle, request }: Addressed,
): Promise<'asked' | 'shared' | 'open' | null> {
  if (request) return 'asked';
  const endorsers = await endorsersOf(ctx, accountId);
  if (endorsers === 'members') return 'open';
  if (endorsers === 'shared' && (await haveSharedGround(ctx, author, { accountId, handle }))) return 'shared';
  return null;
}
