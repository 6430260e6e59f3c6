/** The work of the actions that sign: what to sign is read, signed and kept. `sign` knows the cryptography. */
import { type UnsignedCredential, unsignedStatusList } from '@gigsy/schema';
import { internal } from '../../../_generated/api.js';
import type { Id } from '../../../_generated/dataModel.js';
import type { ActionCtx } from '../../../_generated/server.js';
import { type CredentialKey, signingKey } from './keys.js';
import { siteIssuer, siteOrigin } from './site.js';
import { listAddress } from './statusLists.js';

export interface Signer {
  key: Required<CredentialKey>;
  /** The DID whose key it is. */
  issuer: string;
}

export interface Signing {
  /** The document with its proof. */
  sign(unsigned: UnsignedCredential | ReturnType<typeof unsignedStatusList>, signer: Signer): Promise<object>;
  /** The bits of a list as its credential holds them. */
  encoded(bits: ArrayBuffer): string;
}

export async function signCredential(
  ctx: ActionCtx,
  { credential }: { credential: Id<'trustCredentials'> },
  { sign }: Pick<Signing, 'sign'>,
): Promise<void> {
  const unsigned = await ctx.runQuery(internal.trust.credentials.unsigned, { credential });
  if (!unsigned) return;
  const document = JSON.stringify(await sign(unsigned as UnsignedCredential, signer()));
  await ctx.runMutation(internal.trust.credentials.keep, { credential, document });
}

/** Revocations in the meantime after which the work is left to the next reader. */
const ATTEMPTS = 3;

/** The signed list; null where there is none of the name. */
export async function signList(
  ctx: ActionCtx,
  { name }: { name: string },
  { sign, encoded }: Signing,
): Promise<string | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const served = await ctx.runQuery(internal.trust.credentials.servedListOf, { name });
    if (!served || 'document' in served) return served && served.document;
    const { list, bits } = served;
    const made = { site: siteOrigin(), encodedList: encoded(bits), now: Date.now() };
    const document = JSON.stringify(await sign(unsignedStatusList(listAddress(name), made), signer()));
    if (await ctx.runMutation(internal.trust.credentials.keepList, { list, bits, document })) return document;
  }
  throw new Error('The list was changed while it was signed');
}

function signer(): Signer {
  return { key: signingKey(), issuer: siteIssuer() };
}
