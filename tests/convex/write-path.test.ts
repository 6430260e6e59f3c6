/** The one write path: the rows that a change writes, and those that it must not write. */
import { upcastProfile } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import schema from '../../convex/schema.js';
import { deployment, key, person, refusalOf, type Deployment } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';

// Rows that consumers of the log write would count as those of the call.
beforeEach(withoutLaterWork);
afterEach(() => {
  vi.restoreAllMocks();
});

const TABLES = Object.keys(schema.tables) as (keyof typeof schema.tables)[];

/** Every document by table, to see which rows a call wrote. */
function contents({ t }: Deployment) {
  return t.run(async (ctx) => {
    const all: Record<string, string> = {};
    for (const table of TABLES) {
      for (const row of await ctx.db.query(table).collect())
        all[`${table}/${row._id}`] = JSON.stringify(row, (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        );
    }
    return all;
  });
}

async function rowsWrittenBy(d: Deployment, call: () => Promise<unknown>): Promise<string[]> {
  const before = await contents(d);
  await call();
  const after = await contents(d);
  return Object.keys({ ...before, ...after })
    .filter((id) => before[id] !== after[id])
    .map((id) => id.split('/')[0]!)
    .sort();
}

describe('a one-field update', () => {
  test('writes one row per purpose: profile, snapshot, both views, event, news for the public, audit, idempotency', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', {
      sections: { skills: Array.from({ length: 200 }, (_, i) => ({ name: `Skill ${i}` })) },
    });
    const written = await rowsWrittenBy(d, () =>
      ada.mutation(api.profile.update, {
        changes: { identity: { headline: 'New headline' } },
        expected: { identity: 1 },
        idempotencyKey: key(),
      }),
    );
    expect(written).toEqual([
      'auditLog',
      'events',
      'events',
      'idempotencyKeys',
      'profileViews',
      'profileViews',
      'profiles',
      'users',
    ]);
  });

  test('of a hidden field leaves the views alone', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    const written = await rowsWrittenBy(d, () =>
      ada.mutation(api.profile.update, {
        changes: { contact: { phone: '+1 555 0100' } },
        expected: { contact: 1 },
        idempotencyKey: key(),
      }),
    );
    expect(written).toEqual(['auditLog', 'events', 'idempotencyKeys', 'profiles', 'users']);
  });

  test('of one list item writes that item alone', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', {
      sections: {
        skills: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
          { id: 'c', name: 'C' },
        ],
      },
    });
    const written = await rowsWrittenBy(d, () =>
      ada.mutation(api.profile.update, {
        changes: {
          skills: [
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B', level: 3 },
            { id: 'c', name: 'C' },
          ],
        },
        expected: { skills: 1 },
        idempotencyKey: key(),
      }),
    );
    expect(written.filter((table) => table === 'profileSkills')).toHaveLength(1);
  });

  test('that changes nothing writes its answer and nothing else', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    const written = await rowsWrittenBy(d, () =>
      ada.mutation(api.profile.update, {
        changes: { identity: { headline: 'Builds things' } },
        expected: { identity: 1 },
        idempotencyKey: key(),
      }),
    );
    expect(written).toEqual(['idempotencyKeys']);
  });
});

describe('guards', () => {
  test('the same key gives the same answer and one effect', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    const request = { changes: { about: { text: 'Hello' } }, expected: { about: 1 }, idempotencyKey: key() };
    const first = await ada.mutation(api.profile.update, request);
    const written = await rowsWrittenBy(d, async () =>
      expect(await ada.mutation(api.profile.update, request)).toEqual(first),
    );
    expect(written).toEqual([]);
  });

  test('the same key with other content is refused', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    const idempotencyKey = key();
    await ada.mutation(api.profile.update, {
      changes: { about: { text: 'One' } },
      expected: { about: 1 },
      idempotencyKey,
    });
    const refused = await refusalOf(
      ada.mutation(api.profile.update, { changes: { about: { text: 'Two' } }, expected: { about: 2 }, idempotencyKey }),
    );
    expect(refused.code).toBe('idempotency_mismatch');
  });

  test('keys are scoped to the caller: another person with the same key is not answered with my result', async () => {
    const d = deployment();
    const [ada, ben] = [await person(d, 'ada'), await person(d, 'ben')];
    const request = { changes: { about: { text: 'Hi' } }, expected: { about: 1 }, idempotencyKey: key() };
    expect((await ada.mutation(api.profile.update, request)).handle).toBe('ada');
    expect((await ben.mutation(api.profile.update, request)).handle).toBe('ben');
  });

  test('a stale version is a typed conflict that names the section and its version', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    await ada.mutation(api.profile.update, {
      changes: { about: { text: 'One' } },
      expected: { about: 1 },
      idempotencyKey: key(),
    });
    const refused = await refusalOf(
      ada.mutation(api.profile.update, {
        changes: { about: { text: 'Two' }, identity: { headline: 'x' } },
        expected: { about: 1, identity: 1 },
        idempotencyKey: key(),
      }),
    );
    expect(refused).toMatchObject({
      code: 'version_conflict',
      fields: [{ path: 'expected.about', message: 'is at version 2' }],
    });
    expect((await ada.query(api.profile.mine, {}))!.sections.identity.headline).toBe('Builds things');
  });

  test('sections have versions of their own: two editors of different sections do not conflict', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    await ada.mutation(api.profile.update, {
      changes: { about: { text: 'One' } },
      expected: { about: 1 },
      idempotencyKey: key(),
    });
    await ada.mutation(api.profile.update, {
      changes: { identity: { headline: 'Two' } },
      expected: { identity: 1 },
      idempotencyKey: key(),
    });
    expect((await ada.query(api.profile.mine, {}))!.versions).toMatchObject({ about: 2, identity: 2, skills: 1 });
  });

  test('too many calls are refused with the time to come back', async () => {
    // The bucket refills by the clock, however slow the machine is.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const d = deployment();
    const ada = await person(d, 'ada');
    let refused: { code: string } | undefined;
    for (let i = 0; i < 61 && !refused; i += 1) {
      const call = ada.mutation(api.privacy.update, {
        changes: { about: i % 2 ? 'public' : 'owner' },
        expected: i + 1,
        idempotencyKey: key(),
      });
      refused = await call.then(
        () => undefined,
        () => refusalOf(call),
      );
    }
    expect(refused).toMatchObject({ code: 'rate_limited', retryAfterMs: expect.any(Number) });
  });

  test('a profile heavier than allowed is refused, and none of it is written', async () => {
    const d = deployment();
    const ada = await person(d, 'ada');
    const projects = Array.from({ length: 50 }, (_, i) => ({
      name: `P${i}`,
      highlights: Array.from({ length: 20 }, () => '漢'.repeat(500)),
    }));
    const before = await contents(d);
    expect(
      (
        await refusalOf(
          ada.mutation(api.profile.update, { changes: { projects }, expected: { projects: 1 }, idempotencyKey: key() }),
        )
      ).code,
    ).toBe('too_large');
    expect(await contents(d)).toEqual(before);
  });

  test('a handle that is taken and one that is reserved are refused alike', async () => {
    const d = deployment();
    await person(d, 'ada');
    const claim = (handle: string) =>
      refusalOf(
        d.as('user_other').mutation(api.profile.create, {
          handle,
          role: 'student',
          sections: { identity: { displayName: 'Other' } },
          idempotencyKey: key(),
        }),
      );
    const [taken, reserved] = [await claim('ada'), await claim('admin')];
    expect(taken).toEqual(reserved);
    expect(taken.code).toBe('handle_unavailable');
  });
});

describe('dual write', () => {
  test('the snapshot equals the content of the rows, and its hash is right', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', {
      sections: {
        education: [{ institution: 'X', score: '4.0' }],
        languages: [{ name: 'English' }],
        links: [{ label: 'Site', url: 'https://a.example' }],
      },
    });
    await ada.mutation(api.profile.update, {
      changes: { skills: [{ name: 'Rust', level: 4 }] },
      expected: { skills: 1 },
      idempotencyKey: key(),
    });
    const fromRows = await ada.query(api.profile.mine, {});
    const users = await d.t.run((ctx) => ctx.db.query('users').collect());
    expect(upcastProfile(users[0]!.profile)).toEqual(fromRows);
    expect(users[0]!.hashes).toEqual(await hashesOf(upcastProfile(users[0]!.profile)));
    expect(users[0]!.hashes!.whole).toMatch(/^[\w-]{43}$/);
  });
});

test('the public read reads one document', async () => {
  const d = deployment();
  await person(d, 'ada', { sections: { skills: Array.from({ length: 100 }, (_, i) => ({ name: `Skill ${i}` })) } });
  const { documentsRead, databaseQueries } = await d.t.query(async (ctx) => {
    const { findView } = await import('../../convex/model/profile/read.js');
    await findView(ctx, 'ada', 'public');
    return ctx.meta.getTransactionMetrics();
  });
  expect([documentsRead.used, databaseQueries.used]).toEqual([1, 1]);
});

test('a one-field update of the largest profile that the public sees counts as six documents written and at most thirteen read', async () => {
  const d = deployment();
  const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
  const ada = await person(d, 'ada', {
    sections: {
      skills: many(200, (i) => ({ name: `Skill ${i}` })),
      education: many(50, (i) => ({ institution: `School ${i}` })),
      workExperience: many(50, (i) => ({ organisation: `Firm ${i}` })),
      projects: many(50, (i) => ({ name: `Project ${i}` })),
      certificates: many(50, (i) => ({ name: `Certificate ${i}` })),
      awards: many(30, (i) => ({ title: `Award ${i}` })),
      publications: many(50, (i) => ({ name: `Publication ${i}` })),
      volunteering: many(30, (i) => ({ organisation: `Club ${i}` })),
      languages: many(30, (i) => ({ name: `Language ${i}` })),
      links: many(20, (i) => ({ label: `Link ${i}`, url: 'https://a.example' })),
    },
  });
  const { documentsWritten, documentsRead } = await ada.mutation(async (ctx) => {
    const [{ principalOf }, { updateProfile }] = await Promise.all([
      import('../../convex/model/door/identify.js'),
      import('../../convex/model/profile/edit.js'),
    ]);
    const principal = await principalOf(ctx as never);
    await updateProfile(ctx as never, principal, {
      changes: { identity: { headline: 'New' } },
      expected: { identity: 1 },
    });
    return ctx.meta.getTransactionMetrics();
  });
  // profiles, users, two views, event, news for the public. Audit row, idempotency key and rate bucket belong to the door, not to the write.
  expect(documentsWritten.used).toBe(6);
  // Account, profile, snapshot, picture, strength, each document that is written over, and for each event whether consumers wake.
  expect(documentsRead.used).toBeLessThanOrEqual(13);
});
