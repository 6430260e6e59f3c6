/** Signatures of Standard Webhooks: HMAC-SHA256 over id, time and body, by a secret of 24 to 64 bytes. */

/** The parts of the platform that this file needs; they are the same in browsers, Node and Convex. */
declare const crypto: {
  getRandomValues(bytes: Uint8Array): Uint8Array;
  subtle: {
    importKey(form: 'raw', key: Uint8Array, how: object, extractable: false, uses: string[]): Promise<object>;
    sign(how: 'HMAC', key: object, content: Uint8Array): Promise<ArrayBuffer>;
  };
};
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const btoa: (binary: string) => string;
declare const atob: (text: string) => string;

const SECRET = /^(?:whsec_)?([A-Za-z0-9+/]{32,88}={0,2})$/;

/** A new secret: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${base64(crypto.getRandomValues(new Uint8Array(32)))}`;
}

/** True for text of the form of a secret. */
export function isWebhookSecret(given: string): boolean {
  return SECRET.test(given);
}

/** The signed parts: the headers `webhook-id` and `webhook-timestamp` (Unix seconds), and the body. */
export interface SignedMessage {
  id: string;
  timestamp: number;
  body: string;
}

/** The signature as `webhook-signature` holds it: `v1,` and base64. Throws for text that is no secret. */
export async function signWebhook(secret: string, { id, timestamp, body }: SignedMessage): Promise<string> {
  const encoded = SECRET.exec(secret)?.[1];
  if (encoded === undefined) throw new TypeError('This is not a webhook secret: whsec_ and base64.');
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  return `v1,${base64(new Uint8Array(await crypto.subtle.sign('HMAC', key, content)))}`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
