/** Public functions of the privacy domain: the owner's settings. */
import { contract, differencesOfFields, explain as explainPlace, placeAt } from '@gigsy/schema';
import { implementMutation, implementQuery } from './model/door/implement.js';
import { isMember } from './model/contract/principal.js';
import { factsOf } from './model/privacy/grants.js';
import { itemIn } from './model/privacy/readModel.js';
import { changedSettings, effectiveSettings } from './model/privacy/settings.js';
import { checkVersions, ownProfile } from './model/profile/edit.js';
import { ownRow } from './model/profile/parts.js';
import { accountFacts } from './model/profile/rows.js';
import { changeSettings } from './model/profile/settings.js';
import { profileSource } from './model/profile/source.js';
import { readModels } from './model/readModels.js';

export const get = implementQuery(contract.privacy.get, async (ctx, { principal }) => {
  if (!isMember(principal) || !principal.account.handle) return null;
  const stored = await profileSource(ctx, principal.account.handle);
  if (!stored) return null;
  const { settings, versions } = stored.profile;
  return { chosen: settings, effective: effectiveSettings(stored.profile), version: versions.settings };
});

export const explain = implementQuery(contract.privacy.explain, async (ctx, { principal, args }) => {
  const row = await ownRow(ctx, principal);
  const viewer = row && (await factsOf(ctx, row._id, args.viewer));
  if (!viewer) return null;
  const [section, field] = placeAt(args.field);
  const { role, settings } = row;
  return explainPlace({ role, settings, ...(await accountFacts(ctx, row)) }, viewer, {
    section,
    field,
    item: args.item,
  });
});

export const update = implementMutation(contract.privacy.update, async (ctx, { principal, args }) => {
  const stored = await ownProfile(ctx, principal);
  const { settings, versions } = stored.profile;
  checkVersions(versions, { settings: args.expected }, () => {
    const { items } = changedSettings(settings, args.changes);
    return differencesOfFields(settings, { ...args.changes, ...(args.changes.items && { items: items ?? null }) });
  });
  const { profile, changed } = await changeSettings(ctx, stored, args.changes, itemIn(readModels));
  const audit = changed.length > 0 ? { subject: stored.row._id, changed } : null;
  return { answer: { version: profile.versions.settings }, audit };
});
