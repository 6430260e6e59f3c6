/** A claim as an unsigned W3C Verifiable Credential 2.0, and the shape of a credential that was read. */
import * as z from 'zod';
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

const address = z.string().max(2_000);
const named = z.union([address, z.looseObject({ id: address })]);
const text = z.string().max(10_000);
/** XML Schema 1.1, dateTimeStamp. */
const time = z.iso.datetime({ offset: true });
const entry = z.looseObject({
  id: address.optional(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.string(),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: address,
});
const proof = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: time.optional(),
  proofPurpose: z.literal('assertionMethod'),
  verificationMethod: address,
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/),
});

/**
 * A credential that Gigsy can check: W3C Verifiable Credentials 2.0 with one proof of the suite eddsa-rdfc-2022, and at most one
 * place in a Bitstring Status List. Members beyond these are allowed; the context and the signature govern them.
 */
export const verifiableCredentialSchema = z.looseObject({
  '@context': z.tuple([z.literal(CREDENTIALS_CONTEXT)], z.union([address, z.looseObject({})])),
  id: address.optional(),
  type: z.array(z.string()).refine((types) => types.includes('VerifiableCredential'), 'must name VerifiableCredential'),
  name: text.optional(),
  issuer: named,
  validFrom: time.optional(),
  validUntil: time.optional(),
  credentialSubject: z.union([z.looseObject({}), z.array(z.looseObject({})).min(1)]),
  credentialStatus: entry.optional(),
  proof,
});
export type VerifiableCredential = z.infer<typeof verifiableCredentialSchema>;

const achievement = z.looseObject({
  id: address,
  type: z.array(z.string()).refine((types) => types.includes('Achievement'), 'must name Achievement'),
  name: text,
  description: text,
  criteria: z.looseObject({ id: address.optional(), narrative: text.optional() }),
});
const achieving = z
  .looseObject({
    id: address.optional(),
    type: z.array(z.string()).refine((types) => types.includes('AchievementSubject'), 'must name AchievementSubject'),
    identifier: z.array(z.looseObject({ type: z.string(), identityHash: z.string() })).optional(),
    achievement,
  })
  .refine(({ id, identifier }) => id !== undefined || identifier !== undefined, 'must have an id or an identifier');

/** What Open Badges 3.0 asks of an OpenBadgeCredential beyond that: sections B.1.1 to B.1.9 of the specification. */
export const openBadgeCredentialSchema = verifiableCredentialSchema.extend({
  '@context': z.tuple(
    [z.literal(CREDENTIALS_CONTEXT), z.string().regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context/)],
    z.union([address, z.looseObject({})]),
  ),
  id: address,
  validFrom: time,
  credentialSubject: achieving,
});

/** The DID of the issuer. */
export function issuerIn({ issuer }: Pick<VerifiableCredential, 'issuer'>): string {
  return typeof issuer === 'string' ? issuer : issuer.id;
}
