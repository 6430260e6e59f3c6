/** The names under which tables know a person who is erased. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { Erased } from '../contract/store.js';
import { handlesOf } from './rowsHandles.js';

export async function erasedPerson(
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  profileId: Id<'profiles'> | undefined,
): Promise<Erased> {
  const held = profileId ? await handlesOf(ctx, profileId) : [];
  const handles = new Set(held.map(({ handle }) => handle));
  // A profile from before there was the table of handles has its own on the account alone.
  if (account.handle !== undefined) handles.add(account.handle);
  return { account, profileId, handles: [...handles] };
}
