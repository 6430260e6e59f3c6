/** Retention: the jobs take their periods from the data, and the report counts what they delete. */
import { joinRetention, retention } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { stores } from '../../convex/model/stores.js';
import schema from '../../convex/schema.js';
import type { JudgedEvent } from '../../convex/tables/events/inbox.js';
import { deployment, key, person, type Caller, type Deployment } from './deployment.ts';
import { openTo, wrote } from './endorsing.ts';
import { judgedFaulty, judgedGood, sourceOf } from './inbox-source.ts';
import { partnerOf } from './partner.ts';
import { SAMPLED } from './traces.ts';
import { reported } from './moderating.ts';
import { codeSent, proved } from './verifying.ts';

let d: Deployment;
let ada: Caller;
let admin: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1, 12) });
  d = deployment();
  admin = (await partnerOf(d)).admin;
  ada = await person(d, 'ada', { sections: { skills: [{ name: 'One' }, { name: 'Two' }] } });
});
afterEach(() => {
  vi.useRealTimers();
});

async function pass(rounds = 6): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await vi.advanceTimersByTimeAsync(1);
    await d.t.finishInProgressScheduledFunctions();
  }
}

const { profile, operations, privacy } = internal;
const fold = () => d.t.mutation(privacy.retention.fold, {});
const report = () => admin.query(api.privacy.retention.report, {});
const rows = (table: 'purges' | 'purgeReports') => d.t.run(async (ctx) => (await ctx.db.query(table).collect()).length);

/** Events of a source, and the job behind them. */
async function sent(events: Promise<JudgedEvent>[]): Promise<void> {
  const { name } = await sourceOf(d);
  await d.t.mutation(internal.events.inbox.take, { name, events: await Promise.all(events) });
  await pass();
}

/** A call that appends one event, in a trace that is kept. */
async function tracedCall(): Promise<void> {
  vi.stubEnv('GIGSY_OTLP_URL', 'https://collector.example/v1/traces');
  const changes = { about: 'owner' } as const;
  await ada.mutation(api.privacy.update, { changes, expected: 1, traceparent: SAMPLED, idempotencyKey: key() });
  vi.unstubAllEnvs();
}

/** For each class that a job purges: something of it, the job, and how many go. */
const purged: Record<string, { make: () => Promise<unknown>; job: () => Promise<unknown>; count: number }> = {
  removedItems: {
    make: () =>
      ada.mutation(api.profile.update, { changes: { skills: [] }, expected: { skills: 1 }, idempotencyKey: key() }),
    job: () => d.t.mutation(profile.removals.expire, {}),
    count: 2,
  },
  uploads: {
    make: () => ada.mutation(api.profile.photos.begin, { idempotencyKey: key() }),
    job: () => d.t.mutation(profile.photos.expireUploads, {}),
    count: 1,
  },
  portfolioUploads: {
    make: () => ada.mutation(api.portfolio.uploads.begin, { size: 9, idempotencyKey: key() }),
    job: () => d.t.mutation(internal.portfolio.uploads.expireUploads, {}),
    count: 1,
  },
  formerHandles: {
    make: () => ada.mutation(api.profile.changeHandle, { handle: 'ada-two', idempotencyKey: key() }),
    job: () => d.t.mutation(profile.handles.retire, {}),
    count: 1,
  },
  answers: {
    make: async () => {
      await d.t.run(async (ctx) => {
        for (const { _id } of await ctx.db.query('idempotencyKeys').collect())
          await ctx.db.delete('idempotencyKeys', _id);
      });
      await ada.mutation(api.privacy.update, { changes: { about: 'owner' }, expected: 1, idempotencyKey: key() });
    },
    job: () => d.t.mutation(operations.idempotency.expire, {}),
    count: 1,
  },
  exports: {
    make: async () => {
      await ada.mutation(api.privacy.exports.request, { idempotencyKey: key() });
      await pass();
    },
    job: () => d.t.mutation(privacy.exportJob.expire, {}),
    count: 1,
  },
  inboxReceipts: {
    make: () => sent([judgedGood({ id: 'one' }), judgedGood({ id: 'two' })]),
    job: () => d.t.mutation(internal.events.inbox.expire, {}),
    count: 2,
  },
  inboxQuarantine: {
    make: () => sent([judgedFaulty({ id: 'one' }), judgedGood({ id: 'two', subject: 'handle:nobody' })]),
    job: () => d.t.mutation(internal.events.quarantine.expire, {}),
    count: 2,
  },
  spans: {
    make: () => tracedCall(),
    job: () => d.t.mutation(operations.telemetry.expire, {}),
    count: 1,
  },
  eventTraces: {
    make: () => tracedCall(),
    job: () => d.t.mutation(internal.events.log.expireTraces, {}),
    count: 1,
  },
  fetches: {
    make: async () => {
      const given = { source: 'github', notice: 1, language: 'en', idempotencyKey: key() } as const;
      const { consent } = await ada.mutation(api.privacy.consents.give, given);
      await ada.mutation(api.profile.imports.fetch, { consent, login: 'nobody', idempotencyKey: key() });
    },
    job: () => d.t.mutation(profile.importFetch.expire, {}),
    count: 1,
  },
  verificationSends: {
    make: () => codeSent(d, ada, 'ada@example.org'),
    job: () => d.t.mutation(internal.trust.verifications.expireSends, {}),
    count: 1,
  },
  endedVerifications: {
    make: async () => {
      await proved(d, ada, 'ada@example.org');
      await ada.mutation(api.trust.verifications.withdraw, { id: 'email', idempotencyKey: key() });
      await d.t.run(async (ctx) => {
        for (const { _id } of await ctx.db.query('trustSends').collect()) await ctx.db.delete('trustSends', _id);
      });
    },
    job: () => d.t.mutation(internal.trust.verifications.expireEnded, {}),
    count: 1,
  },
  endorsementProposals: {
    make: async () => {
      await openTo(ada);
      await wrote(await person(d, 'author'), 'ada');
    },
    job: () => d.t.mutation(internal.trust.endorsements.expireProposals, {}),
    count: 1,
  },
  endorsementRequests: {
    make: () => ada.mutation(api.trust.endorsements.requests.link, { idempotencyKey: key() }),
    job: () => d.t.mutation(internal.trust.endorsements.requests.expire, {}),
    count: 1,
  },
  moderationReports: {
    make: () => reported(ada, 'ada'),
    job: () => d.t.mutation(internal.trust.moderation.expireReports, {}),
    count: 1,
  },
  moderationCases: {
    make: () => reported(ada, 'ada'),
    job: () => d.t.mutation(internal.trust.moderation.expireCases, {}),
    // With its report, whose own job does not run here.
    count: 2,
  },
  lostFiles: {
    make: () => d.t.run((ctx) => ctx.storage.store(new Blob(['lost']))),
    job: () => d.t.mutation(privacy.files.sweep, {}),
    count: 1,
  },
  deliveries: {
    make: async () => {
      const { partner } = await admin.mutation(api.operations.partners.create, {
        name: 'Southfield',
        origins: [],
        idempotencyKey: key(),
      });
      const { webhook } = await admin.mutation(api.events.webhooks.register, {
        partner,
        url: 'https://receiver.example/',
        idempotencyKey: key(),
      });
      const named = { webhook: webhook.webhook as Id<'webhooks'> };
      await d.t.mutation(internal.events.deliveries.verified, { ...named, fault: null });
      await admin.mutation(api.events.webhooks.test, { ...named, idempotencyKey: key() });
    },
    job: () => d.t.mutation(internal.events.deliveries.expire, {}),
    count: 1,
  },
  holds: {
    make: async () => {
      const of = { handle: 'ada' };
      const held = await admin.mutation(api.privacy.holds.place, { of, reason: 'safety', idempotencyKey: key() });
      await admin.mutation(api.privacy.holds.lift, { hold: held.hold, idempotencyKey: key() });
    },
    job: fold,
    count: 1,
  },
  viewCounts: {
    make: async () => {
      // A view that is counted: one in eight is.
      vi.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0);
      await d.t.fetch('/v1/profiles/ada');
    },
    job: fold,
    count: 1,
  },
  purges: {
    make: () => d.t.run((ctx) => ctx.db.insert('purgeReports', { day: '2031-05-01', purged: { answers: 1 } })),
    job: fold,
    count: 1,
  },
};

test('every class that a job purges is tried here', () => {
  const declared = Object.entries(retention).filter(([, { end }]) => end === 'purge');
  expect(declared.map(([name]) => name).sort()).toEqual(Object.keys(purged).sort());
  for (const [name, { periodMs }] of declared) expect([name, periodMs]).toEqual([name, expect.any(Number)]);
});

describe.each(Object.entries(purged))('%s', (name, { make, job, count }) => {
  const { periodMs } = retention[name as keyof typeof retention];
  /** Days are counted whole. */
  const margin = name === 'purges' || name === 'viewCounts' ? 24 * 3_600_000 : 1_000;

  test('stay for their period, and are purged and counted after it', async () => {
    await make();
    vi.setSystemTime(Date.now() + periodMs! - margin);
    await job();
    await pass();
    await fold();
    expect((await report()).days).not.toContainEqual(
      expect.objectContaining({ purged: { [name]: expect.anything() } }),
    );
    vi.setSystemTime(Date.now() + 2 * margin);
    await job();
    await pass();
    await fold();
    const day = new Date(Date.now()).toISOString().slice(0, 10);
    expect((await report()).days).toContainEqual({ day, purged: { [name]: count } });
  });
});

describe('the report', () => {
  test('adds up the purges of each day, newest first, and leaves no notes', async () => {
    const note = (at: number, count: number) => d.t.run((ctx) => ctx.db.insert('purges', { of: 'answers', count, at }));
    await note(Date.UTC(2031, 4, 1, 23, 59), 2);
    await note(Date.UTC(2031, 4, 2), 3);
    await note(Date.UTC(2031, 4, 2, 1), 4);
    await fold();
    const first = { day: '2031-05-01', purged: { answers: 2 } };
    expect(await report()).toEqual({ days: [{ day: '2031-05-02', purged: { answers: 7 } }, first], waiting: 0 });
    await note(Date.UTC(2031, 4, 2, 2), 1);
    await fold();
    expect((await report()).days).toEqual([{ day: '2031-05-02', purged: { answers: 8 } }, first]);
    expect(await rows('purges')).toBe(0);
  });

  test('takes more notes than one transaction reads', async () => {
    await d.t.run(async (ctx) => {
      for (let n = 0; n < 1_100; n += 1) await ctx.db.insert('purges', { of: 'uploads', count: 1, at: Date.now() });
    });
    await fold();
    await pass();
    expect((await report()).days).toEqual([{ day: '2031-05-01', purged: { uploads: 1_100 } }]);
  });

  test('goes back a month', async () => {
    await d.t.run(async (ctx) => {
      for (let n = 1; n <= 40; n += 1)
        await ctx.db.insert('purgeReports', { day: `2030-${n > 20 ? '02' : '01'}-${10 + (n % 20)}`, purged: {} });
    });
    expect((await report()).days).toHaveLength(31);
  });
});

test('every table has a class of retention, and every class names tables that there are', () => {
  const tables = new Set(['rateLimiter.rateLimits', ...Object.keys(schema.tables)]);
  const classed = new Set(Object.values(retention).flatMap((declared) => declared.tables));
  expect([...classed].sort()).toEqual([...tables].sort());
});

test('a store that an erasure leaves is of a class that is kept or goes by itself', () => {
  const left = stores.filter(({ erase }) => typeof erase === 'string').map(({ table }) => table);
  for (const { tables, end } of Object.values(retention))
    for (const table of tables)
      if (left.includes(table as never))
        expect([table, ['kept', 'purge']]).toEqual([table, expect.arrayContaining([end])]);
});

test('two domains cannot declare one class', () => {
  expect(() => joinRetention({ events: retention.events }, { events: retention.events })).toThrow('the class events');
});
