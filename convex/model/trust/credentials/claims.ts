/**
 * The sources of claims, by kind. A source finds what is attested of a person by its name; where that ends, its own model calls
 * `revokeCredential`. A further kind of claim is one more source.
 */
import type { Claim, ClaimKind } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { badgeOf } from './badges.js';

/** Null where nothing of that name counts for the person. */
export type ClaimSource = (
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  item: string,
) => Promise<Claim | null>;

export const claimSources: Readonly<Record<ClaimKind, ClaimSource>> = { badge: badgeOf };
