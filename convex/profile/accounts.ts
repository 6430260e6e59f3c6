/** Accounts, for operators: run with a deployment's admin key. */
import { accountStatuses, roleSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { refusal } from '../model/contract/errors.js';
import { auditedMutation } from '../model/door/audit.js';
import { findAccount } from '../model/profile/accounts.js';
import { changeStatus, ensureAccount, setRole } from '../model/profile/write.js';

/** Gives the person with this subject at the identity provider a role. Makes the account if there is none. */
export const grantRole = auditedMutation(
  {
    action: 'profile.accounts.grantRole',
    subject: 'account',
    args: { subject: v.string(), role: zodToConvex(roleSchema) },
    returns: v.null(),
  },
  async (ctx, { subject, role }) => {
    const before = await findAccount(ctx, subject);
    const account = before ?? (await ensureAccount(ctx, subject, role));
    await setRole(ctx, account, role);
    const audit = before?.role === role ? null : { subject: account._id, changed: ['role'] };
    return { answer: null, audit };
  },
);

/** Suspends or deactivates the account of the person with this subject, or restores it (`active`). */
export const setStatus = auditedMutation(
  {
    action: 'profile.accounts.setStatus',
    subject: 'account',
    args: { subject: v.string(), status: v.union(...accountStatuses.map((status) => v.literal(status))) },
    returns: v.null(),
  },
  async (ctx, { subject, status }) => {
    const account = await findAccount(ctx, subject);
    if (!account) throw refusal('not_found', 'Nobody with this subject has an account.');
    await changeStatus(ctx, account, status);
    const audit = account.status === status ? null : { subject: account._id, changed: ['status'] };
    return { answer: null, audit };
  },
);
