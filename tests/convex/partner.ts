/** A partner organisation with keys, entered by an administrator, for tests that act as one. */
import type { KeyKind } from '@gigsy/schema';
import { api, internal } from '../../convex/_generated/api.js';
import { key, type Caller, type Deployment } from './deployment.ts';

export const ORIGIN = 'https://careers.example';

export interface Partner {
  admin: Caller;
  partner: string;
  issue(kind: KeyKind, perMinute?: number): Promise<{ name: string; secret: string }>;
}

export async function partnerOf(d: Deployment, origins = [ORIGIN]): Promise<Partner> {
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  const admin = d.as('user_root');
  const { partner } = await admin.mutation(api.operations.partners.create, { name: 'Northfield', origins, idempotencyKey: key() });
  return {
    admin, partner,
    issue: async (kind, perMinute) => {
      const { key: made, secret } = await admin.mutation(api.operations.keys.issue, { partner, kind, ...(perMinute && { perMinute }), idempotencyKey: key() });
      return { name: made.key, secret: secret ?? '' };
    },
  };
}
