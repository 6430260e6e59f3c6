/** Accounts, for operators: run with a deployment's admin key. */
import { roleSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { ensureAccount, setRole } from '../model/profile/write.js';

/** Gives the person with this subject at the identity provider a role; makes the account if there is none. */
export const grantRole = internalMutation({
  args: { subject: v.string(), role: zodToConvex(roleSchema) },
  returns: v.null(),
  handler: async (ctx, { subject, role }) => {
    await setRole(ctx, await ensureAccount(ctx, subject, role), role, { actor: null, action: 'profile.accounts.grantRole' });
    return null;
  },
});
