/**
 * Things that two people have in common, as far as one of them lets members see these: a gig, a course, or an organisation
 * that both worked for. Only records that sources sent count, since anybody can write a name into a profile.
 */
import type { Endorsers } from '@gigsy/schema';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { findRecord, recordsOf } from '../../portfolio/rows.js';
import { portfolioViews } from '../../portfolio/views.js';
import { findView } from '../../privacy/views.js';

type Ctx = QueryCtx | MutationCtx;

/** The people who may endorse a person without being asked. */
export async function endorsersOf(ctx: Ctx, accountId: Id<'accounts'>): Promise<Endorsers> {
  const row = await choiceOf(ctx, accountId);
  return row?.endorsers ?? 'shared';
}

export function choiceOf(ctx: Ctx, accountId: Id<'accounts'>): Promise<Doc<'trustChoices'> | null> {
  return ctx.db
    .query('trustChoices')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .unique();
}

export async function chooseEndorsers(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  chosen: Doc<'trustChoices'>['endorsers'],
): Promise<boolean> {
  const before = await choiceOf(ctx, accountId);
  if ((before?.endorsers ?? 'shared') === chosen) return false;
  if (before) await ctx.db.patch('trustChoices', before._id, { endorsers: chosen });
  else await ctx.db.insert('trustChoices', { accountId, endorsers: chosen });
  return true;
}

/** Whether the owner's portfolio shows members a record that names something which a record of the author names too. */
export async function haveSharedGround(
  ctx: Ctx,
  author: Id<'accounts'>,
  owner: { accountId: Id<'accounts'>; handle: string },
): Promise<boolean> {
  const view = (await findView(ctx, portfolioViews, owner.handle, 'platform'))?.body;
  const shown = new Set([...(view?.courses ?? []), ...(view?.gigs ?? [])].map(({ id }) => id));
  if (shown.size === 0) return false;
  // Hidden records are not read either: the work must not tell of them.
  const records = await Promise.all([...shown].map((id) => findRecord(ctx, owner.accountId, id)));
  const theirs = records.flatMap((record) => (record ? namedBy(record) : []));
  const own = new Set((await recordsOf(ctx, author)).flatMap(namedBy));
  return theirs.some((name) => own.has(name));
}

/** The names of what a record tells of, as its source gives them. None for one that was revoked. */
function namedBy({ sourceId, data }: Doc<'portfolioRecords'>): string[] {
  const { course, gig, client } = (data ?? {}) as Partial<Record<'course' | 'gig' | 'client', { id?: string }>>;
  return Object.entries({ course, gig, client }).flatMap(([kind, named]) =>
    named?.id === undefined ? [] : [JSON.stringify([sourceId, kind, named.id])],
  );
}
