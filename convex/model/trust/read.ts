/** Reads of verifications: stored views for the public and members, the whole for its owner. */
import { type OwnEvidence, type OwnVerifications, levelOf, verificationMethods } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import { claimsOf, ownClaim } from './claims.js';
import { codesOf } from './codes.js';
import { type EvidenceRow, activeEvidence, endedEvidence } from './evidence.js';
import { findSession, ownSession } from './sessions.js';

/** Everything of a person, with addresses and numbers. For the person alone. */
export async function ownVerifications(
  ctx: QueryCtx,
  { _id: accountId, handle }: Pick<Doc<'accounts'>, '_id' | 'handle'>,
): Promise<OwnVerifications> {
  const [active, ended] = [await activeEvidence(ctx, accountId), await endedEvidence(ctx, accountId)];
  const pending = (await codesOf(ctx, accountId)).map(({ method, subject, expiresAt }) => ({
    method,
    subject,
    expiresAt,
  }));
  const evidence = active.map(owned);
  const claims = await Promise.all((await claimsOf(ctx, accountId)).map((row) => ownClaim(row, handle)));
  const session = await findSession(ctx, accountId);
  return {
    level: levelOf(evidence),
    evidence: [...evidence, ...ended.map(owned)],
    pending,
    claims,
    ...(session && { session: ownSession(session) }),
  };
}

function owned({
  id,
  method,
  provider,
  state,
  subject,
  issuedAt,
  expiresAt,
  tellAt,
  endedAt,
}: EvidenceRow): OwnEvidence {
  return {
    id,
    method,
    level: verificationMethods[method].level,
    provider,
    state,
    ...(subject !== undefined && { subject }),
    issuedAt,
    expiresAt,
    endsSoon: state === 'active' && tellAt === undefined,
    ...(endedAt !== undefined && { endedAt }),
  };
}
