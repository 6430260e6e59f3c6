/** Deliveries of Clerk's webhook, signed as Standard Webhooks says (HMAC-SHA256 over id, time and body). */
import type { Deployment } from './deployment.ts';

const KEY = new Uint8Array(24).map((_, index) => 7 * index + 1);
export const SECRET = `whsec_${btoa(String.fromCharCode(...KEY))}`;

export interface Signing {
  id?: string;
  /** Unix seconds. */
  at?: number;
  secret?: Uint8Array<ArrayBuffer>;
}

async function signature(content: string, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(content)));
  return `v1,${btoa(String.fromCharCode(...bytes))}`;
}

export async function signed(
  body: string,
  { id = 'msg_1', at = Math.floor(Date.now() / 1000), secret = KEY }: Signing = {},
): Promise<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(at),
    'svix-signature': await signature(`${id}.${at}.${body}`, secret),
  };
}

export interface Delivery {
  type: string;
  data: unknown;
}

/** The status of the answer to a delivery with a good signature. */
export async function deliver({ t }: Deployment, delivery: Delivery, signing?: Signing): Promise<number> {
  const body = JSON.stringify({ object: 'event', ...delivery });
  return (await t.fetch('/v1/clerk', { method: 'POST', body, headers: await signed(body, signing) })).status;
}

/** A user as Clerk sends them, whole. */
export function clerkUser(id: string, updatedAt: number, more: object = {}): Record<string, unknown> {
  return {
    id,
    object: 'user',
    username: null,
    first_name: null,
    last_name: null,
    image_url: 'https://img.clerk.com/default',
    has_image: false,
    email_addresses: [{ id: 'idn_1', email_address: 'secret@example.org' }],
    public_metadata: {},
    unsafe_metadata: {},
    created_at: 1,
    updated_at: updatedAt,
    ...more,
  };
}
