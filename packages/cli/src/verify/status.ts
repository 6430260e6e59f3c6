/** Checks by the issuer's status list that a credential was not revoked (W3C Bitstring Status List 1.0). */
import { gunzipSync } from 'node:zlib';
import {
  type IssuerDocument,
  STATUS_BITS,
  type VerifiableCredential,
  expandedName,
  isSet,
  issuerIn,
  proofSchema,
  statusEntrySchema,
  statusListSchema,
} from '@gigsy/schema';
import { type Check, failed, notChecked, ok } from './check.ts';
import { checkDates } from './dates.ts';
import { type Reach, Unreachable } from './reach.ts';
import { faultOfProof } from './signature.ts';

/** Bytes of a list once it is unpacked: 33 million places. */
const MAX_LIST = 4 * 1024 * 1024;

/** `issuer`: of the credential, whose list it must be. */
export async function checkStatus(
  { credentialStatus }: VerifiableCredential,
  issuer: IssuerDocument,
  { reach, now }: { reach: Reach; now: number },
): Promise<Check> {
  if (!credentialStatus) return ok('status', 'It names no status list, so nothing revokes it.');
  const entry = statusEntrySchema.safeParse(credentialStatus).data;
  if (!entry) return notChecked('status', 'Its status is not one place in a Bitstring Status List.');
  const { statusListCredential: address, statusListIndex, statusPurpose } = entry;
  const read = await reach(address).catch((fault: unknown) => fault as Unreachable);
  if (read instanceof Unreachable) return notChecked('status', `The status list ${address} ${read.message}.`);
  const list = statusListSchema.safeParse(read).data;
  if (
    !list ||
    expandedName(list) !== undefined ||
    list.id !== address ||
    list.credentialSubject.statusPurpose !== statusPurpose
  )
    return notChecked('status', `The document at ${address} is no status list for this credential.`);
  const fault = await faultOfList(list, issuer, now);
  if (fault !== undefined) return notChecked('status', `The status list ${address} ${fault}.`);
  const bits = unpacked(list.credentialSubject.encodedList);
  const index = Number(statusListIndex);
  if (!bits || index >= bits.length * 8)
    return notChecked('status', `The status list ${address} has no place ${statusListIndex}.`);
  if (!isSet(bits, index)) return ok('status', 'It was not revoked.');
  return failed(
    'status',
    statusPurpose === 'revocation' ? 'It was revoked.' : `The issuer set its status: ${statusPurpose}.`,
  );
}

/** In words that continue "the status list …". */
async function faultOfList(
  list: VerifiableCredential,
  issuer: IssuerDocument,
  now: number,
): Promise<string | undefined> {
  if (issuerIn(list) !== issuer.id) return 'is of another issuer';
  const proof = proofSchema.safeParse(list.proof).data;
  const isSigned = proof && (await faultOfProof(list, proof, issuer).catch(() => 'unknown')) === undefined;
  if (!isSigned) return 'has no good signature';
  return checkDates(list, now).outcome === 'ok' ? undefined : 'is out of date';
}

/** Undefined for text that is not a list, and for a list that is shorter than the standard allows or too long. */
function unpacked(encoded: string): Uint8Array | undefined {
  try {
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: MAX_LIST });
    return bits.length * 8 >= STATUS_BITS ? bits : undefined;
  } catch {
    return undefined;
  }
}
