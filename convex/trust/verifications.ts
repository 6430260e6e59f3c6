/** Verifications: what people do, what operators take back, and what the clock ends. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { memberAccount } from '../model/contract/principal.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { purgeAgain } from '../model/privacy/purges.js';
import { requiredRow } from '../model/profile/parts.js';
import { dropClaim, overdueClaims } from '../model/trust/claims.js';
import { dropCode, guess, lapseCode, overdueCodes, startCode } from '../model/trust/codes.js';
import { evidenceById, overdueEvidence, purgeEnded, untoldEvidence } from '../model/trust/evidence.js';
import { type Message, claimMessage, outboxOf } from '../model/trust/messages.js';
import { ownVerifications } from '../model/trust/read.js';
import { purgeSends } from '../model/trust/sends.js';
import { dropSession, overdueSessions } from '../model/trust/sessions.js';
import { ended, ownLevel, told, verified, withdrawn } from '../model/trust/write.js';
import { claimedMessage } from '../tables/trust.js';

const { verifications } = contract.trust;

export const mine = implementQuery(verifications.mine, (ctx, { principal }) =>
  ownVerifications(ctx, memberAccount(principal)),
);

export const outbox = implementQuery(verifications.outbox, (ctx, { principal }) =>
  outboxOf(ctx, memberAccount(principal)._id),
);

export const start = implementMutation(verifications.start, async (ctx, { principal, args }) => {
  const { _id: subject, accountId } = await requiredRow(ctx, principal);
  const { method } = args;
  const expiresAt = await startCode(ctx, accountId, args);
  return { answer: { method, expiresAt }, audit: { subject, changed: ['verification', method] } };
});

/** A guess that does not fit is answered and not refused: a refusal would undo its count. */
export const confirm = implementMutation(verifications.confirm, async (ctx, { principal, args: { method, code } }) => {
  const owner = await requiredRow(ctx, principal);
  const { _id: subject, accountId } = owner;
  const fitting = await guess(ctx, { accountId, method, code });
  if (fitting) await verified(ctx, owner, { id: method, method, subject: fitting.subject });
  const answer = { confirmed: fitting !== null, level: await ownLevel(ctx, accountId) };
  return { answer, audit: { subject, changed: [fitting ? 'verification' : 'attempt', method] } };
});

export const withdraw = implementMutation(verifications.withdraw, async (ctx, { principal, args: { id } }) => {
  const owner = await requiredRow(ctx, principal);
  await withdrawn(ctx, owner, id);
  const answer = { level: await ownLevel(ctx, owner.accountId) };
  return { answer, audit: { subject: owner._id, changed: ['verification', id] } };
});

const evidence = v.id('trustEvidence');

/** Takes evidence back, for an operator or a provider. */
export const revoke = auditedMutation(
  { action: 'trust.verifications.revoke', subject: 'profile', args: { evidence }, returns: v.null() },
  async (ctx, args) => {
    const row = await evidenceById(ctx, args.evidence);
    const subject = row && (await ended(ctx, row, 'revoke'));
    return { answer: null, audit: subject && { subject, changed: ['verification', row.method] } };
  },
);

/** Ends evidence whose time is over. */
export const expire = auditedMutation(
  { action: 'trust.verifications.expire', subject: 'profile', args: { evidence }, returns: v.null() },
  async (ctx, args) => {
    const row = await evidenceById(ctx, args.evidence);
    const subject = row && row.expiresAt <= Date.now() ? await ended(ctx, row, 'expire') : null;
    return { answer: null, audit: subject && { subject, changed: ['verification', row!.method] } };
  },
);

/** Tells the person that evidence ends soon. */
export const tell = internalMutation({
  args: { evidence },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    const row = await evidenceById(ctx, args.evidence);
    if (row) await told(ctx, row);
    return null;
  },
});

/** Deletes a code whose time is over. */
export const lapse = internalMutation({
  args: { code: v.id('trustCodes') },
  returns: v.null(),
  handler: async (ctx, { code }): Promise<null> => {
    await lapseCode(ctx, code);
    return null;
  },
});

/** Rows of each kind that one run of the cron ends. */
const BATCH = 50;

/** Ends what is over where the scheduled end was lost. A cron starts it. */
export const endOverdue = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    for (const row of await overdueCodes(ctx, BATCH)) await dropCode(ctx, row);
    for (const row of await overdueClaims(ctx, BATCH)) await dropClaim(ctx, row);
    for (const row of await overdueSessions(ctx, BATCH)) await dropSession(ctx, row);
    const { expire: ending, tell: telling } = internal.trust.verifications;
    for (const { _id } of await overdueEvidence(ctx, BATCH)) await ctx.scheduler.runAfter(0, ending, { evidence: _id });
    for (const { _id } of await untoldEvidence(ctx, BATCH)) await ctx.scheduler.runAfter(0, telling, { evidence: _id });
    return null;
  },
});

/** Deletes counts of codes that are older than a day. A cron starts it. */
export const expireSends = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> =>
    purgeAgain(ctx, 'verificationSends', await purgeSends(ctx), internal.trust.verifications.expireSends),
});

/** Deletes evidence that ended long ago. A cron starts it. */
export const expireEnded = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> =>
    purgeAgain(ctx, 'endedVerifications', await purgeEnded(ctx), internal.trust.verifications.expireEnded),
});

/** The message of a code, for the action that sends it. */
export const claim = internalMutation({
  args: { code: v.id('trustCodes'), send: v.id('trustSends') },
  returns: v.union(v.null(), claimedMessage),
  handler: (ctx, args): Promise<Message | null> => claimMessage(ctx, args),
});
