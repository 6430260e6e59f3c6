/** The document of an issuer: its keys, and where they are. */
import {
  type IssuerDocument,
  type IssuerMethod,
  documentAddress,
  issuerDocumentSchema,
  issuerMethodSchema,
} from '@gigsy/schema';
import { type Reach, Unreachable } from './reach.ts';

/** A document that is none of this issuer. The message continues "it …". */
export class FaultyIssuer extends Error {
  override readonly name = 'FaultyIssuer';
}

/** The document of the issuer: `given`, or the one at the address that its DID names. Rejects with FaultyIssuer or Unreachable. */
export async function issuerDocument(did: string, given: unknown, reach: Reach): Promise<IssuerDocument> {
  const address = documentAddress(did);
  if (given === undefined && address === undefined)
    throw new Unreachable('was not looked for: only did:web says where it is');
  const parsed = issuerDocumentSchema.safeParse(given ?? (await reach(address!)));
  if (!parsed.success) throw new FaultyIssuer('has an issuer whose document is no DID document with keys');
  if (parsed.data.id !== did) throw new FaultyIssuer(`is of ${did}, and the document of keys is of ${parsed.data.id}`);
  return parsed.data;
}

/** The key of a proof, if the issuer's document has it for assertions. */
export function methodIn(
  { id: did, verificationMethod, assertionMethod }: IssuerDocument,
  name: string,
): IssuerMethod | undefined {
  if (!assertionMethod.includes(name)) return undefined;
  return verificationMethod
    .map((method) => issuerMethodSchema.safeParse(method).data)
    .find((method) => method?.id === name && method.controller === did);
}
