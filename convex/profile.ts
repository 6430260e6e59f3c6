/** Public functions of the profile domain. */
import { type OwnProfile, contract, sectionNames, withSections } from '@gigsy/schema';
import { implementMutation, implementQuery } from './model/door/implement.js';
import { isMember } from './model/contract/principal.js';
import { factsOf } from './model/privacy/grants.js';
import { readBaselines } from './model/profile/baselines.js';
import {
  changeHandle as changeProfileHandle,
  createProfile,
  editProfile,
  updateProfile,
} from './model/profile/edit.js';
import { ownRow, restorableOf, sectionOf } from './model/profile/parts.js';
import { photoShown } from './model/profile/photo.js';
import { viewOf } from './model/profile/read.js';
import { readerFor } from './model/profile/readers.js';
import { profileSource } from './model/profile/source.js';
import { ownStrength } from './model/profile/strength.js';

export const get = implementQuery(contract.profile.get, async (ctx, { principal, args, once }) => {
  const { handle, sections } = args;
  const view = await once(handle, () => readerFor(handle).viewFor(ctx, principal, handle));
  return view && withSections(view, sections);
});

export const preview = implementQuery(contract.profile.preview, async (ctx, { principal, args }) => {
  const row = await ownRow(ctx, principal);
  const viewer = row && (await factsOf(ctx, row._id, args.viewer));
  return viewer && viewOf(ctx, row.handle, viewer);
});

export const mine = implementQuery(contract.profile.mine, async (ctx, { principal }) => {
  if (!isMember(principal) || !principal.account.handle) return null;
  const stored = await profileSource(ctx, principal.account.handle);
  return stored && { ...stored.profile, ...(stored.photo && { photo: photoShown(stored.photo) }) };
});

export const create = implementMutation(contract.profile.create, async (ctx, { principal, args }) => {
  const { profileId: subject, profile } = await createProfile(ctx, principal, args);
  return { answer: written(profile), audit: { subject, changed: sectionNames } };
});

export const update = implementMutation(contract.profile.update, async (ctx, { principal, args }) => {
  const { profileId: subject, profile, changed } = await updateProfile(ctx, principal, args);
  return { answer: written(profile), audit: changed.length > 0 ? { subject, changed } : null };
});

export const strength = implementQuery(contract.profile.strength, async (ctx, { principal }) =>
  isMember(principal) ? ownStrength(ctx, principal.account) : null,
);

export const baselines = implementQuery(contract.profile.baselines, (ctx) => readBaselines(ctx));
export const edit = implementMutation(contract.profile.edit, async (ctx, { principal, args }) => {
  const { profileId: subject, profile, changed, ids } = await editProfile(ctx, principal, args);
  return { answer: { ...written(profile), ids }, audit: changed.length > 0 ? { subject, changed } : null };
});

export const section = implementQuery(contract.profile.section, async (ctx, { principal, args }) => {
  const row = await ownRow(ctx, principal);
  return row && sectionOf(ctx, row, args.section);
});

export const removed = implementQuery(contract.profile.removed, async (ctx, { principal }) => {
  const row = await ownRow(ctx, principal);
  return row ? restorableOf(ctx, row._id) : [];
});

export const changeHandle = implementMutation(contract.profile.changeHandle, async (ctx, { principal, args }) => {
  const { profileId: subject, profile, changed } = await changeProfileHandle(ctx, principal, args.handle);
  return { answer: written(profile), audit: changed.length > 0 ? { subject, changed } : null };
});

function written({ handle, versions }: Pick<OwnProfile, 'handle' | 'versions'>) {
  return { handle, versions };
}
