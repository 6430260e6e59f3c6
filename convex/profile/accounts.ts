/** Accounts: what people do with their own, and what operators do with a deployment's admin key. */
import { type AccountState, contract, roleSchema } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import type { Doc } from '../_generated/dataModel.js';
import { type MutationCtx, internalMutation } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { accountOf } from '../model/contract/principal.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { findAccount } from '../model/profile/accounts.js';
import { findClerkUser } from '../model/profile/clerkUsers.js';
import { changeStatus, ensureAccount, setRole } from '../model/profile/write.js';
import {
  accountState,
  cancelDeletion as callOff,
  deactivateAccount,
  deleteDue,
  dueForDeletion,
  ownAccount,
  requestDeletion as request,
  restoreAccount,
} from '../model/profile/writeAccount.js';

const { accounts } = contract.profile;

export const status = implementQuery(accounts.status, async (ctx, { principal }) => {
  const account = accountOf(principal) ?? null;
  const subject = account?.subject ?? (principal.kind === 'newcomer' ? principal.subject : undefined);
  const known = account?.handle === undefined && subject !== undefined ? await findClerkUser(ctx, subject) : null;
  return accountState(ctx, account, known?.facts);
});

export const deactivate = changing(accounts.deactivate, deactivateAccount);
export const restore = changing(accounts.restore, restoreAccount);
export const requestDeletion = changing(accounts.requestDeletion, request);
export const cancelDeletion = changing(accounts.cancelDeletion, callOff);

/** All four have one form: they change the caller's own account and answer its new state. */
function changing(
  declared: typeof accounts.deactivate,
  change: (ctx: MutationCtx, account: Doc<'accounts'>) => Promise<AccountState>,
) {
  return implementMutation(declared, async (ctx, { principal }) => {
    const account = ownAccount(principal);
    const before = await accountState(ctx, account);
    const answer = await change(ctx, account);
    const changed = (['status', 'deletion'] as const).filter((field) => answer[field] !== before[field]);
    return { answer, audit: { subject: account._id, changed } };
  });
}

/** Accounts that one transaction passes on to be deleted. */
const DUE_BATCH = 100;

/** Has each account deleted whose time of grace is over. A cron starts it. */
export const deletionsDue = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const due = await dueForDeletion(ctx, DUE_BATCH);
    for (const account of due) await ctx.scheduler.runAfter(0, internal.profile.accounts.deletionDue, { account });
    if (due.length === DUE_BATCH) await ctx.scheduler.runAfter(0, internal.profile.accounts.deletionsDue, {});
    return null;
  },
});

/** Deletes an account whose time of grace is over, unless its person has called that off. */
export const deletionDue = auditedMutation(
  {
    action: 'profile.accounts.deletionDue',
    subject: 'account',
    args: { account: v.id('accounts') },
    returns: v.null(),
  },
  async (ctx, { account }) => {
    const deleted = await deleteDue(ctx, account);
    return { answer: null, audit: deleted ? { subject: account, changed: ['status', 'deletion'] } : null };
  },
);

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

/**
 * Suspends or deactivates the account of the person with this subject, or restores it (`active`). An account whose
 * deletion its person has asked for is restored to `deactivated`: the person alone may call that off.
 */
export const setStatus = auditedMutation(
  {
    action: 'profile.accounts.setStatus',
    subject: 'account',
    args: {
      subject: v.string(),
      status: v.union(v.literal('active'), v.literal('suspended'), v.literal('deactivated')),
    },
    returns: v.null(),
  },
  async (ctx, { subject, status: wanted }) => {
    const account = await findAccount(ctx, subject);
    if (!account || account.status === 'deleted')
      throw refusal('not_found', 'Nobody with this subject has an account.');
    const next = wanted === 'active' && account.deletion ? 'deactivated' : wanted;
    await changeStatus(ctx, account, next);
    const audit = account.status === next ? null : { subject: account._id, changed: ['status'] };
    return { answer: null, audit };
  },
);
