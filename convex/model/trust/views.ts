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
import { dayOf } from '../privacy/purges.js';
import { type Governed, findGoverning, handlesAfter } from '../profile/rows.js';
import { findClaim } from './claims.js';
import { type EvidenceRow, activeEvidence, hasEvidence } from './evidence.js';
import { type ReviewRow, isReviewOf, liveReviews, shownReview } from './reviewRows.js';
import { type StandingRow, standingOf } from './standings.js';

export interface TrustSource extends Governed {
  evidence: readonly EvidenceRow[];
  /** Revealed, the last first. */
  reviews: readonly ReviewRow[];
  standing: StandingRow | null;
}

export const trustViews = defineReadModel<TrustSource, TrustView>({
  table: 'trustViews',
  shape: trustViewSchema,
  rows: trustRows,
  projection: 2,
  news: { shown: 'trust.published', parts: ['evidence', 'reviews', 'reputation'] },
  handlesAfter,
  load: trustSource,
  document: ({ evidence, reviews, standing, ...governing }, audience) => ({
    ...governing,
    sections: {
      verification: evidence.map(shown),
      reviews: reviews.map(shownReview),
      // The owner sees what members see: the whole is in `trust.reputation.mine`.
      reputation: standing?.[audience === 'public' ? 'public' : 'platform'].shown,
    },
  }),
  project: projectTrust,
  // Also before it is proved, so that a person can hide it first.
  hasItem: async (ctx, { accountId }, section, id) =>
    section === 'reviews'
      ? isReviewOf(ctx, accountId, id)
      : section === 'verification' &&
        (([...codeMethodNames, 'document'] as readonly string[]).includes(id) ||
          (await findClaim(ctx, accountId, id)) !== null ||
          (await hasEvidence(ctx, accountId, id))),
});

/** A person's evidence that counts and their last reviews: at most 41 documents. Null if nobody has this handle. */
export async function trustSource(ctx: QueryCtx | MutationCtx, handle: string): Promise<TrustSource | null> {
  const governed = await findGoverning(ctx, handle);
  if (!governed) return null;
  const { accountId } = governed;
  return {
    ...governed,
    evidence: await activeEvidence(ctx, accountId),
    reviews: await liveReviews(ctx, accountId),
    standing: await standingOf(ctx, accountId),
  };
}

/** A person's evidence as others see it. */
export function proofsIn({ evidence }: TrustSource): Evidence[] {
  return evidence.map(shown);
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
