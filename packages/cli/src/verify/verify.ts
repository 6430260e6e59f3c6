/** Verifies a credential: each check has an outcome of its own. */
import {
  type CredentialProof,
  type IssuerDocument,
  UnknownDocument,
  type VerifiableCredential,
  expandedName,
  issuerIn,
  openBadgeCredentialSchema,
  proofSchema,
  verifiableCredentialSchema,
} from '@gigsy/schema';
import { type Check, checkNames, failed, notChecked, ok } from './check.ts';
import { checkDates } from './dates.ts';
import { FaultyIssuer, issuerDocument } from './issuer.ts';
import { type Reach, Unreachable } from './reach.ts';
import { faultOfProof } from './signature.ts';
import { checkStatus } from './status.ts';

export interface Verifying {
  reach: Reach;
  /** The issuer's document, where it is not to be fetched. */
  issuer?: unknown;
  /** Unix milliseconds. */
  now: number;
}

/** The checks, in the order of `checkNames`. */
export async function verifyCredential(document: unknown, verifying: Verifying): Promise<Check[]> {
  const schema = checkSchema(document);
  if (schema.outcome === 'failed') {
    const [, ...others] = checkNames;
    return [schema, ...others.map((name) => notChecked(name, 'The document has another form.'))];
  }
  const credential = document as VerifiableCredential;
  const dates = checkDates(credential, verifying.now);
  const found = await issuerDocument(issuerIn(credential), verifying.issuer, verifying.reach).catch(
    (fault: unknown) => fault,
  );
  if (found instanceof Error) return [schema, ...withoutIssuer(credential, found), dates, statusUnknown()];
  const issuer = found as IssuerDocument;
  const proof = proofSchema.safeParse(credential.proof).data;
  const signature = await checkSignature(credential, proof, issuer);
  const issued = checkIssuer(proof, issuer);
  const status = signature.outcome === 'ok' ? await checkStatus(credential, issuer, verifying) : statusUnknown();
  return [schema, issued, signature, dates, status];
}

function checkSchema(document: unknown): Check {
  const types = (document as { type?: unknown } | null)?.type;
  const isBadge = Array.isArray(types) && types.includes('OpenBadgeCredential');
  const parsed = (isBadge ? openBadgeCredentialSchema : verifiableCredentialSchema).safeParse(document);
  const name = isBadge ? 'an Open Badges 3.0 credential' : 'a Verifiable Credential 2.0';
  if (parsed.success) {
    const expanded = expandedName(parsed.data);
    return expanded === undefined
      ? ok('schema', `It has the form of ${name}.`)
      : failed('schema', `It is not in the compacted form: ${expanded} is not the name of a member.`);
  }
  const { path, message } = parsed.error.issues[0]!;
  return failed('schema', `It is not ${name}: ${path.join('.') || 'the document'}: ${message}.`);
}

/** A proof by somebody else than the issuer proves nothing. */
function checkIssuer(proof: CredentialProof | undefined, { id }: IssuerDocument): Check {
  return proof === undefined || proof.verificationMethod.startsWith(`${id}#`)
    ? ok('issuer', `${id} is the issuer, and has a document of its keys.`)
    : failed('issuer', `The key of the proof is not one of ${id}.`);
}

async function checkSignature(
  credential: VerifiableCredential,
  proof: CredentialProof | undefined,
  issuer: IssuerDocument,
): Promise<Check> {
  if (!proof) return notChecked('signature', 'It has no single proof of the suite eddsa-rdfc-2022 for assertions.');
  try {
    const fault = await faultOfProof(credential, proof, issuer);
    return fault === undefined ? ok('signature', 'The signature is good.') : failed('signature', fault);
  } catch (thrown) {
    if (!(thrown instanceof UnknownDocument)) throw thrown;
    return notChecked('signature', `The context ${thrown.address} is unknown here, and is not fetched.`);
  }
}

function withoutIssuer(credential: VerifiableCredential, fault: Error): [Check, Check] {
  const unchecked = notChecked('signature', "The issuer's keys are unknown.");
  if (fault instanceof Unreachable)
    return [notChecked('issuer', `The document of ${issuerIn(credential)} ${fault.message}.`), unchecked];
  if (fault instanceof FaultyIssuer) return [failed('issuer', `It ${fault.message}.`), unchecked];
  throw fault;
}

/** Also of a document that names no status: without a signature, anybody may have taken it out. */
function statusUnknown(): Check {
  return notChecked('status', 'Only a document with a good signature says where its status is.');
}
