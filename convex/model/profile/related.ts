/** The public part of others that a person is shown in lists of relations and asks. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Member } from '../contract/principal.js';
import { sharedViews } from '../privacy/reads.js';
import { findView } from './read.js';
import { findProfileRow } from './rows.js';
import { profileViews } from './views.js';

interface Named {
  name: string | null;
  headline: string | null;
}

/** The public name and headline of a person. */
export async function publicName(ctx: QueryCtx | MutationCtx, handle: string): Promise<Named> {
  return namedIn((await findView(ctx, handle, 'public'))?.body ?? null);
}

/** The same with the handle, which is null where the caller may see nothing of the profile. */
export async function relatedPerson(
  ctx: QueryCtx,
  caller: Member,
  handle: string,
): Promise<Named & { handle: string | null }> {
  const views = await sharedViews(ctx, profileViews, caller, handle);
  return { handle: views?.callers.handle ?? null, ...namedIn(views?.everybody ?? null) };
}

/** An account that is active and has a profile, with its handle; null for every other. */
export async function activePerson(
  ctx: QueryCtx | MutationCtx,
  id: Id<'accounts'>,
): Promise<(Doc<'accounts'> & { handle: string }) | null> {
  const account = await ctx.db.get('accounts', id);
  if (account?.status !== 'active' || account.handle === undefined) return null;
  return { ...account, handle: account.handle };
}

/** The profile under the present handle of somebody. */
export async function profileUnder(ctx: MutationCtx, handle: string): Promise<Id<'profiles'> | undefined> {
  return (await findProfileRow(ctx, handle))?._id;
}

function namedIn(
  view: { identity?: { displayName?: string | undefined; headline?: string | undefined } | undefined } | null,
): Named {
  return { name: view?.identity?.displayName ?? null, headline: view?.identity?.headline ?? null };
}
