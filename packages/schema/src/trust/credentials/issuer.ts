/**
 * The issuer of a deployment's credentials: `did:web` (W3C Credentials Community Group, did:web method). The document of its
 * keys is at `/.well-known/did.json` of the deployment's HTTP site.
 */

/** The part of the platform's URL that this needs; it is the same in browsers, Node and Convex. */
declare const URL: { new (address: string): { hostname: string; port: string }; canParse(address: string): boolean };

const DID_CONTEXT = 'https://www.w3.org/ns/did/v1';
const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';
const METHOD = 'did:web:';

export const DID_PATH = '/.well-known/did.json';

/** A public key of an issuer. */
export interface IssuerKey {
  /** Names the key within the issuer's document. */
  readonly kid: string;
  /** Ed25519, as a Multikey: base58btc with the prefix `z`. */
  readonly publicKeyMultibase: string;
}

/**
 * The DID of the site at an http or https origin. did:web takes names and no IP addresses, so a deployment on this machine is
 * called localhost.
 */
export function issuerOf(origin: string): string {
  const { hostname, port } = new URL(origin);
  const host = ['127.0.0.1', '[::1]'].includes(hostname) ? 'localhost' : hostname;
  return `${METHOD}${host}${port === '' ? '' : `%3A${port}`}`;
}

/**
 * The address of the document of a did:web. localhost is asked over http, every other host over https. Undefined for text that
 * is no such DID.
 */
export function documentAddress(did: string): string | undefined {
  if (!did.startsWith(METHOD)) return undefined;
  const [host = '', ...path] = did.slice(METHOD.length).split(':');
  if (!/^[A-Za-z0-9.-]+(%3A\d{1,5})?$/.test(host) || !path.every((part) => /^[\w.%-]+$/.test(part))) return undefined;
  const authority = host.replace('%3A', ':');
  const scheme = /^localhost(:|$)/.test(authority) ? 'http' : 'https';
  const address = `${scheme}://${authority}${path.length === 0 ? DID_PATH : `/${path.join('/')}/did.json`}`;
  return URL.canParse(address) ? address : undefined;
}

/** The name of a key, as proofs give it. */
export function methodOf(did: string, { kid }: Pick<IssuerKey, 'kid'>): string {
  return `${did}#${kid}`;
}

/** The DID document with all keys (W3C DID Core 1.0; W3C Controlled Identifiers, Multikey). */
export function didDocument(did: string, keys: readonly IssuerKey[]) {
  const verificationMethod = keys.map((key) => ({
    id: methodOf(did, key),
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: key.publicKeyMultibase,
  }));
  return {
    '@context': [DID_CONTEXT, MULTIKEY_CONTEXT],
    id: did,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  };
}
