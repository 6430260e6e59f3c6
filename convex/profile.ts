/** Public functions of the profile domain. */
import { contract, withSections } from '@gigsy/schema';
import { implementMutation, implementQuery } from './model/contract/implement.js';
import { isMember } from './model/contract/principal.js';
import { createProfile, updateProfile } from './model/profile/edit.js';
import { photoShown } from './model/profile/photo.js';
import { viewFor } from './model/profile/read.js';
import { loadProfile } from './model/profile/rows.js';
import { stagedView } from './model/profile/sandbox.js';

export const get = implementQuery(contract.profile.get, async (ctx, { principal, args: { handle, sections } }) => {
  const view = await stagedView(handle, () => viewFor(ctx, principal, handle));
  return view && withSections(view, sections);
});

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
