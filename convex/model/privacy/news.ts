/**
 * News of what the public sees of a person: appended to the log where the stored public view comes, differs or goes, and
 * nowhere else. So a change that the public cannot see leaves no news, and partners' webhooks carry news alone
 * (docs/adr/0035).
 */
import type { PublicEventType } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { appendEvent } from '../events/log.js';
import type { ReadModel, ViewTable } from './readModel.js';

/** Names of the parts in which two views of one person differ; all of them where there was none before. */
export function differing(write: (value: unknown) => string, before: object | undefined, after: object): string[] {
  const [old, now] = [{ ...before }, { ...after }] as Record<string, unknown>[];
  const names = new Set([...Object.keys(old!), ...Object.keys(now!)]);
  return [...names].filter((name) => !same(write, old![name], now![name]));
}

function same(write: (value: unknown) => string, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && write(a) === write(b);
}

/** Tells that the public sees something else; nothing where no part differs that the read model tells of. */
export async function tellShown(
  ctx: MutationCtx,
  { news }: ReadModel,
  profileId: Id<'profiles'>,
  sections: string[],
): Promise<void> {
  const told = sections.filter((name) => news?.parts?.includes(name) ?? true);
  if (news && told.length > 0) await appendEvent(ctx, news.shown, profileId, { sections: told.sort() });
}

/** Tells that the public sees nothing any more, if the view was the public's. */
export async function tellHidden(
  ctx: MutationCtx,
  { news }: ReadModel,
  { audience, profileId }: Doc<ViewTable>,
): Promise<void> {
  if (news?.hidden && audience === 'public') await appendEvent(ctx, news.hidden, profileId, {});
}

/** Tells that the data of a profile is being erased, if the public has seen it: of others nobody has a copy. */
export async function tellErased(ctx: MutationCtx, { news }: ReadModel, profileId: Id<'profiles'>): Promise<void> {
  if (!news?.erased) return;
  if ((await isTold(ctx, profileId, news.shown)) || (news.hidden && (await isTold(ctx, profileId, news.hidden))))
    await appendEvent(ctx, news.erased, profileId, {});
}

async function isTold(ctx: MutationCtx, profileId: Id<'profiles'>, type: PublicEventType): Promise<boolean> {
  const event = await ctx.db
    .query('events')
    .withIndex('by_subject_type', (range) => range.eq('subject.id', profileId).eq('type', type))
    .first();
  return event !== null;
}
