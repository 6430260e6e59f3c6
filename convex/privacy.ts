/** Public functions of the privacy domain. */
import { contract, differencesOfFields } from '@gigsy/schema';
import { implementMutation, implementQuery } from './model/door/implement.js';
import { isMember } from './model/contract/principal.js';
import { changedSettings, effectiveSettings } from './model/privacy/settings.js';
import { checkVersions, ownProfile } from './model/profile/edit.js';
import { loadProfile } from './model/profile/rows.js';
import { replaceProfile } from './model/profile/write.js';

export const get = implementQuery(contract.privacy.get, async (ctx, { principal }) => {
  if (!isMember(principal) || !principal.account.handle) return null;
  const stored = await loadProfile(ctx, principal.account.handle);
  if (!stored) return null;
  const { settings, versions } = stored.profile;
  return { chosen: settings, effective: effectiveSettings(stored.profile), version: versions.settings };
});

export const update = implementMutation(contract.privacy.update, async (ctx, { principal, args }) => {
  const stored = await ownProfile(ctx, principal);
  checkVersions(stored.profile.versions, { settings: args.expected }, () =>
    differencesOfFields(stored.profile.settings, args.changes),
  );
  const next = { ...stored.profile, settings: changedSettings(stored.profile.settings, args.changes) };
  const { profile, changed } = await replaceProfile(ctx, stored, next);
  const audit = changed.length > 0 ? { subject: stored.row._id, changed } : null;
  return { answer: { version: profile.versions.settings }, audit };
});
