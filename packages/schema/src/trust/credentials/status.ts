/** Status lists: W3C Bitstring Status List 1.0. */
import { CREDENTIALS_CONTEXT } from './contexts.ts';
import { issuerOf } from './issuer.ts';

/** Bits of a list: the least that the standard allows (section 6.1), among which one revocation tells nobody whose it is. */
export const STATUS_BITS = 131_072;

/** Time for which a signed list stands, in milliseconds: then it is signed anew. */
export const STATUS_LIST_MS = 24 * 60 * 60 * 1000;

export const STATUS_PATH = '/v1/credential-status/';

/** A place in a list. */
export interface StatusPlace {
  /** The address of the list's credential. */
  readonly list: string;
  /** 0 to `STATUS_BITS` - 1. */
  readonly index: number;
}

/** The part of a credential that says where its status is (section 2.1). */
export function statusEntry({ list, index }: StatusPlace) {
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
  };
}

/** True if the bit is set. The first bit of a byte is its highest (section 3.2). */
export function isSet(bits: Uint8Array, index: number): boolean {
  return (bits[index >> 3]! & (0x80 >> (index & 7))) !== 0;
}

/** The same bits with one that is set. */
export function withSet(bits: Uint8Array, index: number): Uint8Array {
  const changed = new Uint8Array(bits);
  changed[index >> 3]! |= 0x80 >> (index & 7);
  return changed;
}

/**
 * A list as an unsigned credential (section 2.2). `encodedList`: the bits, compressed by gzip, as base64url with the prefix `u`.
 * `now`: Unix milliseconds.
 */
export function unsignedStatusList(
  address: string,
  { site, encodedList, now }: { readonly site: string; readonly encodedList: string; readonly now: number },
) {
  const second = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
  return {
    '@context': [CREDENTIALS_CONTEXT],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerOf(site),
    validFrom: second(now),
    // Twice as long as it stands, so that a copy in a cache is still good.
    validUntil: second(now + 2 * STATUS_LIST_MS),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
    },
  };
}
