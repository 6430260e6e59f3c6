/** A deployment with people and an administrator, and what tests of drift do to it. */
import type { DriftStatus, Snapshot } from '@gigsy/schema';
import { vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Doc } from '../../convex/_generated/dataModel.js';
import type { MutationCtx } from '../../convex/_generated/server.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';

export interface Rows {
  profile: Doc<'profiles'>;
  user: Doc<'users'>;
}

export interface DriftWorld {
  d: Deployment;
  ada: Caller;
  admin: Caller;
  /** Structured lines that the backend has logged. */
  log: unknown[];
  /** Runs all that is scheduled. */
  settled(): Promise<void>;
  /** A whole pass of reconciliation. */
  walk(name: 'changed' | 'all'): Promise<void>;
  status(): Promise<DriftStatus>;
  findings(): Promise<(readonly [string, string[]])[]>;
  /** Asks for a repair and lets its job end. */
  repair(profile?: string): Promise<{ open: number }>;
  /** Writes around the write path, to the rows of ada. */
  forge(write: (ctx: MutationCtx, rows: Rows) => Promise<unknown>): Promise<void>;
}

/** Two people and an administrator, before any walk. Timers must be fake. */
export async function driftWorld(): Promise<DriftWorld> {
  const log: unknown[] = [];
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void log.push(JSON.parse(line)));
  const d = deployment();
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  const admin = d.as('user_root');
  const ada = await person(d, 'ada', {
    role: 'mentor',
    sections: {
      about: { text: 'Hello' },
      skills: [{ id: 'a', name: 'Rust' }],
      languages: [{ id: 'l', name: 'Hindi' }],
    },
  });
  await person(d, 'ben', { role: 'mentor' });
  const settled = () => d.t.finishAllScheduledFunctions(vi.runAllTimers, 1_000);
  const status = () => admin.query(api.profile.drift.status, {});
  return {
    d,
    ada,
    admin,
    log,
    settled,
    status,
    async walk(name) {
      await d.t.mutation(internal.profile.reconciliation.start, { walk: name });
      await settled();
    },
    findings: async () => (await status()).findings.map(({ where, sections }) => [where, sections] as const),
    async repair(profile) {
      const args = { ...(profile && { profile }), idempotencyKey: key() };
      const answer = await admin.mutation(api.profile.drift.repair, args);
      await settled();
      return answer;
    },
    forge: (write) =>
      d.t.run(async (ctx) => {
        const profile = (await ctx.db.query('profiles').collect()).find(({ handle }) => handle === 'ada')!;
        await write(ctx as never, { profile, user: (await ctx.db.get('users', profile.userId))! });
      }),
  };
}

/** A snapshot that says other skills. */
export function withSkills({ profile }: Doc<'users'>, skills: object[]) {
  return { profile: { ...profile, sections: { ...(profile as Snapshot).sections, skills } } } as never;
}
