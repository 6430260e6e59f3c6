/** SHA-256 over canonical JSON: entity tags, snapshot hashes, request hashes. */
import { canonicalJson } from '@gigsy/schema';

/** base64url, 43 characters. */
export async function hashOf(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)));
  return btoa(String.fromCharCode(...new Uint8Array(digest))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
