/** People who verify addresses and numbers, with the codes that the provider of messages was given. */
import type { CodeMethod } from '@gigsy/schema';
import { vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { type Caller, type Deployment, key, messages, photosTaken, places, scheduledRun } from './deployment.ts';

const { verifications } = api.trust;

/** Has a code sent, and gives the last one that the provider was given. */
export async function codeSent(
  d: Deployment,
  caller: Caller,
  subject: string,
  method: CodeMethod = 'email',
): Promise<string> {
  await caller.mutation(verifications.start, { method, subject, idempotencyKey: key() });
  // Some tests hold the timers.
  await (vi.isFakeTimers() && 'clock' in setTimeout ? scheduledRun(d, 2) : photosTaken(d));
  return messages.sent.at(-1)?.code ?? '';
}

export const confirmed = (caller: Caller, code: string, method: CodeMethod = 'email') =>
  caller.mutation(verifications.confirm, { method, code, idempotencyKey: key() });

/** Proves an address or a number. */
export async function proved(
  d: Deployment,
  caller: Caller,
  subject: string,
  method: CodeMethod = 'email',
): Promise<void> {
  await confirmed(caller, await codeSent(d, caller, subject, method), method);
}

/** Claims a domain that shows no line, and gives the id of the claim. */
export async function claimed(caller: Caller, subject: string): Promise<string> {
  const asked = { method: 'domain', subject, idempotencyKey: key() } as const;
  return (await caller.mutation(api.trust.claims.start, asked)).id;
}

/** Claims a domain that shows its line. */
export async function claimSeen(d: Deployment, caller: Caller, subject: string): Promise<void> {
  const id = await claimed(caller, subject);
  places.set(subject, null);
  await caller.mutation(api.trust.claims.check, { id, idempotencyKey: key() });
  await photosTaken(d);
}

/** The row of the deployment's first proof, made by this caller. `expiresAt`: another end than its method gives it. */
export async function evidenceOf(d: Deployment, caller: Caller, expiresAt?: number): Promise<Id<'trustEvidence'>> {
  await proved(d, caller, 'ada@example.org');
  return d.t.run(async (ctx) => {
    const { _id } = (await ctx.db.query('trustEvidence').first())!;
    if (expiresAt !== undefined) await ctx.db.patch('trustEvidence', _id, { expiresAt });
    return _id;
  });
}
