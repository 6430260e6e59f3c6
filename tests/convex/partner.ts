/** A partner organisation with keys, entered by an administrator, for tests that act as one. */
import type { KeyKind } from '@gigsy/schema';
import { expect } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, raising, type Caller, type Deployment } from './deployment.ts';

export const ORIGIN = 'https://careers.example';

export interface Partner {
  admin: Caller;
  partner: string;
  /** `POST` to the deployment as the partner's server. */
  post(path: string, secret: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  issue(kind: KeyKind, perMinute?: number): Promise<{ name: string; secret: string }>;
}

export async function partnerOf(d: Deployment, origins = [ORIGIN]): Promise<Partner> {
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  const admin = d.as('user_root');
  const { partner } = await admin.mutation(api.operations.partners.create, {
    name: 'Northfield',
    origins,
    idempotencyKey: key(),
  });
  return {
    admin,
    partner,
    post: (path, secret, body, headers = {}) =>
      d.t.fetch(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { Authorization: `Bearer ${secret}`, ...headers },
      }),
    issue: async (kind, perMinute) => {
      const { key: made, secret } = await admin.mutation(api.operations.keys.issue, {
        partner,
        kind,
        ...(perMinute && { perMinute }),
        idempotencyKey: key(),
      });
      return { name: made.key, secret: secret ?? '' };
    },
  };
}

/** Links the caller to the partner's `user`, as the two of them would. */
export async function linked({ post }: Partner, secret: string, caller: Caller, user: string): Promise<string> {
  const { code } = (await (await post('/v1/embed-links', secret, { user })).json()) as { code: string };
  return (await caller.mutation(api.operations.links.create, { code, idempotencyKey: key() })).link;
}

/** Opens a session that sees `handles` as members do, and returns the claims of its token. */
export async function session(
  { post }: Partner,
  secret: string,
  viewer: unknown,
  handles: string[] = [],
): Promise<{ iss: string; aud: string; sub: string; iat: number; exp: number }> {
  const { token } = (await (await post('/v1/embed-sessions', secret, { viewer, handles })).json()) as { token: string };
  return JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as never;
}

/** Acts by the token with these claims, as the deployment does once it has checked the token. */
export function asViewer(d: Deployment, { iss, sub }: { iss: string; sub: string }): Caller {
  return raising(d.t.withIdentity({ issuer: iss, subject: sub }));
}

export interface Embedding {
  d: Deployment;
  partner: Partner;
  secret: { name: string; secret: string };
  /** A mentor whose text is public, whose headline is for members, and whose e-mail address is for herself. */
  ada: Caller;
  /** Asks for an embed session as the partner's server does. */
  mint(viewer: unknown, given?: string, headers?: Record<string, string>): Promise<Response>;
}

/** A deployment with a partner that has a secret key, and with Ada. */
export async function embedding(): Promise<Embedding> {
  const d = deployment();
  const partner = await partnerOf(d);
  const secret = await partner.issue('secret');
  const ada = await person(d, 'ada', { role: 'mentor', sections: { contact: { email: 'ada@example.org' } } });
  await ada.mutation(api.privacy.update, {
    changes: { 'identity.headline': 'platform' } as never,
    expected: 1,
    idempotencyKey: key(),
  });
  const mint: Embedding['mint'] = (viewer, given = secret.secret, headers = {}) =>
    partner.post('/v1/embed-sessions', given, { viewer }, headers);
  return { d, partner, secret, ada, mint };
}

export async function problemOf(response: Response): Promise<{ status: number; code: string; detail: string }> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as never;
}
