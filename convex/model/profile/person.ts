/** The names under which tables know a person. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Person } from '../contract/store.js';
import { findProfileRow } from './rows.js';
import { handlesOf } from './rowsHandles.js';

/** The person of an account. `profileId` is known where the account does not lead to the profile any more. */
export async function personOf(
  ctx: QueryCtx | MutationCtx,
  account: Doc<'accounts'>,
  profileId: Id<'profiles'> | undefined,
): Promise<Person> {
  const held = profileId ? await handlesOf(ctx, profileId) : [];
  const handles = new Set(held.map(({ handle }) => handle));
  // A profile from before there was the table of handles has its own on the account alone.
  if (account.handle !== undefined) handles.add(account.handle);
  return { account, profileId, handles: [...handles] };
}

/** The person of an account that is not deleted. */
export async function livingPerson(ctx: QueryCtx, account: Doc<'accounts'>): Promise<Person> {
  const row = account.handle === undefined ? null : await findProfileRow(ctx, account.handle);
  return personOf(ctx, account, row?._id);
}
