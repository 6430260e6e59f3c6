/** Credentials of an issuer that is made for a test: its keys, its documents, and what it signs. */
import { generateKeyPairSync } from 'node:crypto';
import {
  STATUS_BITS,
  STATUS_PATH,
  badgeClaim,
  didDocument,
  issuerOf,
  unsignedCredential,
  unsignedStatusList,
  withSet,
} from '@gigsy/schema';
import { issuerKeys } from '../../convex/model/trust/credentials/keys.ts';
import { encoded, sign } from '../../convex/trust/node/proof.ts';

type Jwk = { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string; kid: string };

export function newKey(kid: string): Jwk {
  return { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid } as Jwk;
}

export const INDEX = 94_567;
const LIST = 'c0ffee'.padEnd(32, '0');
export const DAY = 24 * 60 * 60 * 1000;

/** An issuer at an origin, whose first key signs. */
export function issuerAt(site: string, keys: readonly Jwk[] = [newKey('first')]) {
  const did = issuerOf(site);
  const signer = { key: keys[0]!, issuer: did };
  const list = `${site}${STATUS_PATH}${LIST}`;
  process.env.GIGSY_CREDENTIAL_KEYS = JSON.stringify({ keys });
  const document = didDocument(did, issuerKeys());
  const badge = (from = Date.now() - DAY, until = from + 365 * DAY) =>
    sign(
      unsignedCredential(badgeClaim({ method: 'email', provider: 'gigsy', issuedAt: from, expiresAt: until }), {
        site,
        issuer: 'Ædes & Söhne „Gigsy“',
        person: { handle: 'ada', address: `${site}/v1/profiles/ada` },
        id: 'urn:uuid:0b8f5b40-4a3e-4b53-9a0e-0123456789ab',
        status: { list, index: INDEX },
      }),
      signer,
    );
  const statusList = (revoked: readonly number[] = [], now = Date.now()) => {
    const bits = revoked.reduce(withSet, new Uint8Array(STATUS_BITS / 8));
    return sign(unsignedStatusList(list, { site, encodedList: encoded(bits.buffer as ArrayBuffer), now }), signer);
  };
  return { did, list, document, badge, statusList, signer };
}
