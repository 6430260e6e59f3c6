/** Public functions of consents to imports, and their end by the clock. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { memberAccount } from '../model/contract/principal.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { appendEvent } from '../model/events/log.js';
import {
  consentShown,
  consentsOver,
  endConsent,
  findConsentById,
  giveConsent,
  listConsents,
  ownConsent,
} from '../model/privacy/consents.js';
import { dropFetchOf } from '../model/privacy/fetches.js';
import { ownProfile } from '../model/profile/edit.js';
import { requiredRow } from '../model/profile/parts.js';
import { forgetImported } from '../model/profile/writeImported.js';

const { consents } = contract.privacy;

export const list = implementQuery(consents.list, (ctx, { principal }) =>
  listConsents(ctx, memberAccount(principal)._id),
);

export const give = implementMutation(consents.give, async (ctx, { principal, args }) => {
  const profile = await requiredRow(ctx, principal);
  const { source, notice, language } = args;
  const { row, isNew } = await giveConsent(ctx, profile, { source, notice, language });
  const answer = await consentShown(ctx, row);
  if (!isNew) return { answer, audit: null };
  await appendEvent(ctx, 'privacy.consented', profile._id, { source, notice });
  return { answer, audit: { subject: profile._id, changed: ['consent', source] } };
});

export const withdraw = implementMutation(consents.withdraw, async (ctx, { principal, args }) => {
  const stored = await ownProfile(ctx, principal);
  const consent = await ownConsent(ctx, memberAccount(principal)._id, args.consent);
  if (consent.state === 'withdrawn') throw refusal('account_state', 'This consent is withdrawn already.');
  await endConsent(ctx, consent, 'withdrawn', 'person');
  await dropFetchOf(ctx, consent);
  const { sections, removed, kept } = await forgetImported(ctx, stored, consent._id);
  const { source, profileId } = consent;
  await appendEvent(ctx, 'privacy.withdrawn', profileId, { source, sections });
  const shown = await consentShown(ctx, (await findConsentById(ctx, consent._id))!);
  const audit = { subject: profileId, changed: ['consent', source, ...sections] };
  return { answer: { consent: shown, removed, kept }, audit };
});

/** Consents that one run of the cron ends. */
const BATCH = 50;

/** Ends consents whose time is over. A cron starts it. Until then no import is let through: mutations look at the time. */
export const expireDue = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const over = await consentsOver(ctx, BATCH);
    for (const consent of over) await ctx.scheduler.runAfter(0, internal.privacy.consents.expire, { consent });
    return null;
  },
});

/** Ends one consent, unless it is withdrawn already. The parts that came by it stay, as its notice says. */
export const expire = auditedMutation(
  {
    action: 'privacy.consents.expire',
    subject: 'profile',
    args: { consent: v.id('consents') },
    returns: v.null(),
  },
  async (ctx, { consent: id }) => {
    const consent = await findConsentById(ctx, id);
    if (consent?.state !== 'given' || consent.expiresAt > Date.now()) return { answer: null, audit: null };
    await endConsent(ctx, consent, 'expired', 'product');
    await dropFetchOf(ctx, consent);
    await appendEvent(ctx, 'privacy.expired', consent.profileId, { source: consent.source });
    return { answer: null, audit: { subject: consent.profileId, changed: ['consent', consent.source] } };
  },
);
