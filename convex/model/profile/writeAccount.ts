/** A person's own account: hidden, shown again, deleted after a time of grace. Part of the write path. */
import { type AccountState, type AccountStatus, DELETION_GRACE_MS } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { type Principal, accountOf } from '../contract/principal.js';
import { beginErasure } from '../privacy/erasure.js';
import { toldHold } from '../privacy/holds.js';
import { awaitProvider } from '../privacy/providerDeletion.js';
import { hasClerkKey } from './clerkApi.js';
import type { ClerkFacts } from './clerkFacts.js';
import { findProfileRow } from './rows.js';
import { changeStatus } from './write.js';

/** The state of an account, for its person. Null stands for a newcomer's. */
export async function accountState(
  ctx: QueryCtx | MutationCtx,
  account: Doc<'accounts'> | null,
  known?: ClerkFacts,
): Promise<AccountState> {
  const suggestion = known ? { role: null, displayName: null, handle: null, ...withoutPicture(known) } : null;
  if (!account) return { status: 'newcomer', role: null, handle: null, deletion: null, suggestion };
  const { status, role, handle = null, deletion } = account;
  return {
    status: status === 'active' ? 'active' : 'deactivated',
    role,
    handle,
    suggestion: handle === null ? suggestion : null,
    deletion: deletion ? await stateOfDeletion(ctx, account._id, deletion) : null,
  };
}

async function stateOfDeletion(
  ctx: QueryCtx | MutationCtx,
  account: Id<'accounts'>,
  { requestedAt, dueAt }: NonNullable<Doc<'accounts'>['deletion']>,
): Promise<AccountState['deletion']> {
  return { requestedAt, dueAt, hold: await toldHold(ctx, account) };
}

function withoutPicture({ picture, ...words }: ClerkFacts): Omit<ClerkFacts, 'picture'> {
  return words;
}

/** The account of the person who calls, which may be deactivated. */
export function ownAccount(principal: Principal): Doc<'accounts'> {
  const account = accountOf(principal);
  if (account) return account;
  throw refusal('forbidden', 'This account may not do that.');
}

export async function deactivateAccount(ctx: MutationCtx, account: Doc<'accounts'>): Promise<AccountState> {
  if (account.status !== 'active') throw refusal('account_state', 'Your account is deactivated already.');
  return changed(ctx, account, 'deactivated', null);
}

export async function restoreAccount(ctx: MutationCtx, account: Doc<'accounts'>): Promise<AccountState> {
  if (account.status === 'active') throw refusal('account_state', 'Your account is active already.');
  return changed(ctx, account, 'active', null);
}

export async function requestDeletion(ctx: MutationCtx, account: Doc<'accounts'>): Promise<AccountState> {
  if (account.deletion) throw refusal('account_state', 'The deletion of your account is on its way already.');
  const requestedAt = Date.now();
  const dueAt = requestedAt + DELETION_GRACE_MS;
  const before = account.status === 'active' ? 'active' : 'deactivated';
  return changed(ctx, account, 'deactivated', { requestedAt, dueAt, before });
}

export async function cancelDeletion(ctx: MutationCtx, account: Doc<'accounts'>): Promise<AccountState> {
  if (!account.deletion) throw refusal('account_state', 'No deletion of your account is on its way.');
  return changed(ctx, account, account.deletion.before, null);
}

/** At most `count` accounts whose time of grace is over, those that have waited longest first. */
export async function dueForDeletion(ctx: MutationCtx, count: number): Promise<Id<'accounts'>[]> {
  const due = await ctx.db
    .query('accounts')
    .withIndex('by_deletion', (range) => range.gt('deletion.dueAt', 0).lte('deletion.dueAt', Date.now()))
    .take(count);
  return due.map(({ _id }) => _id);
}

/** Deletes an account whose time of grace is over. False if its person has called that off, or it is deleted already. */
export async function deleteDue(ctx: MutationCtx, id: Id<'accounts'>): Promise<boolean> {
  const account = await ctx.db.get('accounts', id);
  if (!account?.deletion || account.deletion.dueAt > Date.now()) return false;
  await deleteAccount(ctx, account, 'person');
  return true;
}

/**
 * Hides an account from everybody for good, in this transaction, and begins the erasure of what is stored about it. A person
 * who deletes themselves here is deleted at the identity provider too. Both wait while a legal hold lasts.
 */
export async function deleteAccount(
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  reason: Doc<'erasures'>['reason'],
): Promise<void> {
  await changeStatus(ctx, account, 'deleted', null);
  const row = account.handle === undefined ? null : await findProfileRow(ctx, account.handle);
  const erasure = await beginErasure(ctx, account._id, row?._id, reason);
  if (reason === 'provider') return;
  await awaitProvider(ctx, erasure, hasClerkKey());
  await ctx.scheduler.runAfter(0, internal.profile.clerkDeletions.attempt, { erasure });
}

async function changed(
  ctx: MutationCtx,
  account: Doc<'accounts'>,
  status: AccountStatus,
  deletion: Doc<'accounts'>['deletion'] | null,
): Promise<AccountState> {
  await changeStatus(ctx, account, status, deletion);
  return accountState(ctx, { ...account, status, deletion: deletion ?? undefined });
}
