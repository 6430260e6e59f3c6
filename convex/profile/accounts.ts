/** Accounts, for operators: run with a deployment's admin key. */
import { accountStatuses, roleSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { findAccount } from '../model/profile/accounts.js';
import { changeStatus, ensureAccount, setRole } from '../model/profile/write.js';

/** Gives the person with this subject at the identity provider a role; makes the account if there is none. */
export const grantRole = internalMutation({
  args: { subject: v.string(), role: zodToConvex(roleSchema) },
  returns: v.null(),
  handler: async (ctx, { subject, role }) => {
    await setRole(ctx, await ensureAccount(ctx, subject, role), role, {
      actor: null,
      action: 'profile.accounts.grantRole',
    });
    return null;
  },
});

/** Suspends or deactivates the account of the person with this subject, or restores it (`active`). */
export const setStatus = internalMutation({
  args: { subject: v.string(), status: v.union(...accountStatuses.map((status) => v.literal(status))) },
  returns: v.null(),
  handler: async (ctx, { subject, status }) => {
    const account = await findAccount(ctx, subject);
    if (!account) throw refusal('not_found', 'Nobody with this subject has an account.');
    await changeStatus(ctx, account, status, { actor: null, action: 'profile.accounts.setStatus' });
    return null;
  },
});
