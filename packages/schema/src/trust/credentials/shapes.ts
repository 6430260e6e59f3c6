/** Shapes of documents that were read: credentials of any issuer, status lists and DID documents. */
import * as z from 'zod';
import { CREDENTIALS_CONTEXT } from './contexts.ts';

const address = z.string().max(2_000);
const text = z.string().max(10_000);
/** XML Schema 1.1, dateTimeStamp. */
const time = z.iso.datetime({ offset: true });
const naming = (type: string) =>
  z.array(z.string()).refine((types) => types.includes(type), `must be a list that names ${type}`);
const context = z.union([address, z.looseObject({})]);

/**
 * W3C Verifiable Credentials Data Model 2.0, section 4, with a proof inside. Members beyond these are allowed: the contexts govern
 * them, and the proof covers them.
 */
export const verifiableCredentialSchema = z.looseObject({
  '@context': z.tuple([z.literal(CREDENTIALS_CONTEXT)], context),
  id: address.optional(),
  type: naming('VerifiableCredential'),
  issuer: z.union([address, z.looseObject({ id: address })]),
  validFrom: time.optional(),
  validUntil: time.optional(),
  credentialSubject: z.union([z.looseObject({}), z.array(z.looseObject({})).min(1)]),
  credentialStatus: z.union([z.looseObject({ type: z.string() }), z.array(z.looseObject({}))]).optional(),
  proof: z.union([z.looseObject({ type: z.string() }), z.array(z.looseObject({})).min(1)]),
});
export type VerifiableCredential = z.infer<typeof verifiableCredentialSchema>;

const achievement = z.looseObject({
  id: address,
  type: naming('Achievement'),
  name: text,
  description: text,
  criteria: z.looseObject({ id: address.optional(), narrative: text.optional() }),
});
const achieving = z
  .looseObject({
    id: address.optional(),
    type: naming('AchievementSubject'),
    identifier: z.array(z.looseObject({ type: z.string(), identityHash: z.string() })).optional(),
    achievement,
  })
  .refine(({ id, identifier }) => id !== undefined || identifier !== undefined, 'must have an id or an identifier');

/** The further demands of 1EdTech Open Badges 3.0 on an AchievementCredential (section B.1). */
export const openBadgeCredentialSchema = verifiableCredentialSchema.extend({
  '@context': z.tuple(
    [z.literal(CREDENTIALS_CONTEXT), z.string().regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context/)],
    context,
  ),
  id: address,
  validFrom: time,
  credentialSubject: achieving,
});

/** A proof that Gigsy makes and can check: W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2. */
export const proofSchema = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: time.optional(),
  proofPurpose: z.literal('assertionMethod'),
  verificationMethod: address,
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/),
});
export type CredentialProof = z.infer<typeof proofSchema>;

/** A place in a list (W3C Bitstring Status List 1.0, section 2.1). */
export const statusEntrySchema = z.looseObject({
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.string(),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: address,
});

/** A list (section 2.2). */
export const statusListSchema = verifiableCredentialSchema.extend({
  type: naming('BitstringStatusListCredential'),
  credentialSubject: z.looseObject({
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.string(),
    encodedList: z.string().regex(/^u[\w-]+$/),
  }),
});

/** A DID document. Keys of other kinds may stand beside those that can be used. */
export const issuerDocumentSchema = z.looseObject({
  id: z.string(),
  verificationMethod: z.array(z.unknown()).max(100),
  assertionMethod: z.array(z.unknown()).max(100),
});
export type IssuerDocument = z.infer<typeof issuerDocumentSchema>;

/** An Ed25519 key in such a document. */
export const issuerMethodSchema = z.looseObject({
  id: z.string(),
  type: z.literal('Multikey'),
  controller: z.string(),
  publicKeyMultibase: z.string().regex(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/),
});
export type IssuerMethod = z.infer<typeof issuerMethodSchema>;

/** The DID of the issuer. */
export function issuerIn({ issuer }: Pick<VerifiableCredential, 'issuer'>): string {
  return typeof issuer === 'string' ? issuer : issuer.id;
}
