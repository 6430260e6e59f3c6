/**
 * SHA-256: over canonical JSON for entity tags, snapshots and requests, over text for keys that are not kept in clear.
 */
import { canonicalJson } from '@gigsy/schema';

/** base64url, 43 characters. */
export function hashOf(value: unknown): Promise<string> {
  return hashOfText(canonicalJson(value));
}

/** base64url, 43 characters, of the text's UTF-8 bytes. */
export async function hashOfText(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** True if two hashes are the same; takes as long wherever they differ. */
export function sameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}

/** RFC 4648, 5, without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
