/** A claim as an unsigned W3C Verifiable Credential 2.0. */
import { badgeForm } from './badge.ts';
import type { Claim, ClaimKind } from './claims.ts';
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from './contexts.ts';
import { firstSecond, lastSecond } from './days.ts';
import { issuerOf } from './issuer.ts';
import type { Issuing } from './issuing.ts';
import { statusEntry } from './status.ts';

/** The type of a credential with its subject. */
interface Form {
  readonly type: string;
  readonly credentialSubject: object;
}

const forms: Readonly<Record<ClaimKind, (claim: Claim, issuing: Issuing) => Form>> = { badge: badgeForm };

/** Whole days stand for times. A claim that ends within its last day is revoked then. */
export function unsignedCredential(claim: Claim, issuing: Issuing) {
  const { type, credentialSubject } = forms[claim.kind](claim, issuing);
  return {
    '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
    id: issuing.id,
    type: ['VerifiableCredential', type],
    name: claim.name,
    description: claim.description,
    issuer: { id: issuerOf(issuing.site), type: ['Profile'], name: issuing.issuer, url: issuing.site },
    validFrom: firstSecond(claim.from),
    ...(claim.until !== undefined && { validUntil: lastSecond(claim.until) }),
    credentialSubject,
    credentialStatus: statusEntry(issuing.status),
  };
}
export type UnsignedCredential = ReturnType<typeof unsignedCredential>;
