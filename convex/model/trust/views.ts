/** The read model of the trust domain. */
import {
  type Evidence,
  type TrustView,
  codeMethodNames,
  projectTrust,
  trustRows,
  trustViewSchema,
  verificationMethods,
  verificationProviders,
} from '@gigsy/schema';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { defineReadModel } from '../privacy/readModel.js';
import { type Governed, findGoverning, handlesAfter } from '../profile/rows.js';
import { findClaim } from './claims.js';
import { type EvidenceRow, activeEvidence, hasEvidence } from './evidence.js';

export interface TrustSource extends Governed {
  evidence: readonly EvidenceRow[];
}

export const trustViews = defineReadModel<TrustSource, TrustView>({
  table: 'trustViews',
  shape: trustViewSchema,
  rows: trustRows,
  projection: 2,
  news: { shown: 'trust.published', parts: ['evidence'] },
  handlesAfter,
  load: trustSource,
  document: ({ evidence, ...governing }) => ({ ...governing, sections: { verification: evidence.map(shown) } }),
  project: projectTrust,
  // Also before it is proved, so that a person can hide it first.
  hasItem: async (ctx, { accountId }, section, id) =>
    section === 'verification' &&
    (([...codeMethodNames, 'document'] as readonly string[]).includes(id) ||
      (await findClaim(ctx, accountId, id)) !== null ||
      (await hasEvidence(ctx, accountId, id))),
});

/** A person's evidence that counts: at most 20 documents. Null if nobody has this handle. */
export async function trustSource(ctx: QueryCtx | MutationCtx, handle: string): Promise<TrustSource | null> {
  const governed = await findGoverning(ctx, handle);
  return governed && { ...governed, evidence: await activeEvidence(ctx, governed.accountId) };
}

/** The evidence for others, which never has an address or number. */
function shown({ id, method, provider, subject, issuedAt, expiresAt }: EvidenceRow): Evidence {
  return {
    id,
    method,
    level: verificationMethods[method].level,
    provider: verificationProviders[provider].name,
    issuedOn: dayOf(issuedAt),
    expiresOn: dayOf(expiresAt),
    ...((method === 'domain' || method === 'link') && { [method]: subject }),
  };
}

/** UTC, as YYYY-MM-DD. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
