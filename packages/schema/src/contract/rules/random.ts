/** Random names. */

/** The part of the platform's Web Crypto that this package needs; it is the same in browsers, Node and Convex. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/** `bytes` random bytes as lower-case hex digits. `crypto.randomUUID` is missing on http pages. */
export function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
