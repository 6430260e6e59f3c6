/** Credentials that count, as rows, and their end. */
import { type ClaimKind, MAX_CREDENTIALS, type OwnCredential, credentialStateAfter } from '@gigsy/schema';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { revokePlace } from './statusLists.js';

export type CredentialRow = Doc<'trustCredentials'>;

/** The name of a claim. */
export interface ClaimName {
  accountId: Id<'accounts'>;
  kind: ClaimKind;
  item: string;
}

export function findCredential(
  ctx: QueryCtx | MutationCtx,
  { accountId, kind, item }: ClaimName,
): Promise<CredentialRow | null> {
  return ctx.db
    .query('trustCredentials')
    .withIndex('by_claim', (range) => range.eq('accountId', accountId).eq('kind', kind).eq('item', item))
    .unique();
}

export function credentialsOf(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  count = MAX_CREDENTIALS,
): Promise<CredentialRow[]> {
  return ctx.db
    .query('trustCredentials')
    .withIndex('by_claim', (range) => range.eq('accountId', accountId))
    .take(count);
}

export async function ownCredentials(ctx: QueryCtx, accountId: Id<'accounts'>): Promise<OwnCredential[]> {
  const rows = await credentialsOf(ctx, accountId);
  return rows.map(({ kind, item: id, state, document }) => ({
    kind,
    id,
    state,
    ...(document !== undefined && { document }),
  }));
}

/** Revokes the credential of a claim that ends, if there is one: in the transaction that ends it. */
export async function revokeCredential(ctx: MutationCtx, claim: ClaimName): Promise<void> {
  const row = await findCredential(ctx, claim);
  if (row) await revokeRow(ctx, row);
}

export async function revokeRow(ctx: MutationCtx, row: CredentialRow): Promise<void> {
  if (credentialStateAfter(row.state, 'revoke') !== 'revoked') return;
  await revokePlace(ctx, row);
  await ctx.db.delete('trustCredentials', row._id);
}
