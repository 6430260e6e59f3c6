/** Public functions of the profile domain. */
import { contract } from '@gigsy/schema';
import { implementMutation, implementQuery } from './model/door/implement.js';
import { isMember } from './model/contract/principal.js';
import { createProfile, updateProfile } from './model/profile/edit.js';
import { photoShown } from './model/profile/photo.js';
import { readerFor } from './model/profile/readers.js';
import { loadProfile } from './model/profile/rows.js';

export const get = implementQuery(contract.profile.get, (ctx, { principal, args: { handle } }) =>
  readerFor(handle).viewFor(ctx, principal, handle),
);

export const mine = implementQuery(contract.profile.mine, async (ctx, { principal }) => {
  if (!isMember(principal) || !principal.account.handle) return null;
  const stored = await loadProfile(ctx, principal.account.handle);
  return stored && { ...stored.profile, ...(stored.photo && { photo: photoShown(stored.photo) }) };
});

export const create = implementMutation(contract.profile.create, async (ctx, { principal, args, name }) => {
  const { handle, versions } = await createProfile(ctx, principal, args, name);
  return { handle, versions };
});

export const update = implementMutation(contract.profile.update, async (ctx, { principal, args, name }) => {
  const { handle, versions } = await updateProfile(ctx, principal, args, name);
  return { handle, versions };
});
