/** Claims to domains and pages: what people do, and the reports of the action that looks at them. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation } from '../model/door/implement.js';
import { requiredRow } from '../model/profile/parts.js';
import { checkClaim, lapseClaim, startClaim } from '../model/trust/claims.js';
import { type Look, settleLook, startLooks, takeLook } from '../model/trust/looks.js';
import { claimFault, claimLook } from '../tables/trust.js';

const { claims } = contract.trust;

export const start = implementMutation(claims.start, async (ctx, { principal, args }) => {
  const owner = await requiredRow(ctx, principal);
  const answer = await startClaim(ctx, owner, args);
  return { answer, audit: { subject: owner._id, changed: ['claim', args.method] } };
});

export const check = implementMutation(claims.check, async (ctx, { principal, args: { id } }) => {
  const owner = await requiredRow(ctx, principal);
  const answer = await checkClaim(ctx, owner, id);
  return { answer, audit: { subject: owner._id, changed: ['claim', answer.method] } };
});

const claim = v.id('trustClaims');

/** The thing to look for, for the action that looks. */
export const take = internalMutation({
  args: { claim },
  returns: v.union(v.null(), claimLook),
  handler: (ctx, args): Promise<Look | null> => takeLook(ctx, args.claim),
});

/** Ends a look with its outcome. */
export const settle = auditedMutation(
  {
    action: 'trust.claims.settle',
    subject: 'profile',
    args: { claim, fault: v.union(v.null(), claimFault) },
    returns: v.null(),
  },
  async (ctx, args) => {
    const proved = await settleLook(ctx, args.claim, args.fault);
    const audit = proved && { subject: proved.profile, changed: ['verification', proved.row.method] };
    return { answer: null, audit };
  },
);

/** Deletes a claim that was never seen. */
export const lapse = internalMutation({
  args: { claim },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await lapseClaim(ctx, args.claim);
    return null;
  },
});

/** Starts looks that are due. A cron calls it. */
export const resume = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    await startLooks(ctx);
    return null;
  },
});
