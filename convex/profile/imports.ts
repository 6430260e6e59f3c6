/** Public functions that fill a profile from elsewhere, under a consent. */
import { contract, refusedFields } from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { consentInForce, findConsent } from '../model/privacy/consents.js';
import { beginFetch, fetchShown, findFetch } from '../model/privacy/fetches.js';
import { applyImport, planOf, provenanceOf } from '../model/profile/imports.js';
import { ownRow, requiredRow } from '../model/profile/parts.js';

const { imports } = contract.profile;

export const fetch = implementMutation(imports.fetch, async (ctx, { principal, args }) => {
  const { _id: subject, accountId } = await requiredRow(ctx, principal);
  const consent = await consentInForce(ctx, accountId, args.consent);
  if (consent.source !== 'github')
    throw new ConvexError(
      refusedFields([{ path: 'consent', code: 'not_an_option', message: 'is a consent to another source' }]),
    );
  const answer = await beginFetch(ctx, consent, args.login);
  return { answer, audit: { subject, changed: ['import', consent.source] } };
});

export const status = implementQuery(imports.status, async (ctx, { principal }) =>
  fetchShown(await findFetch(ctx, memberAccount(principal)._id)),
);

export const plan = implementQuery(imports.plan, async (ctx, { principal, args }) => {
  const consent = await findConsent(ctx, memberAccount(principal)._id, args.consent);
  return consent?.state === 'given' ? planOf(ctx, consent, args.files) : null;
});

export const apply = implementMutation(imports.apply, async (ctx, { principal, args }) => {
  const { accountId } = await requiredRow(ctx, principal);
  const consent = await consentInForce(ctx, accountId, args.consent);
  const { profileId: subject, profile, changed, ids } = await applyImport(ctx, principal, consent, args);
  const answer = { handle: profile.handle, versions: profile.versions, ids };
  return { answer, audit: changed.length > 0 ? { subject, changed } : null };
});

export const provenance = implementQuery(imports.provenance, async (ctx, { principal }) => {
  const row = await ownRow(ctx, principal);
  return row ? provenanceOf(ctx, row) : [];
});
