/** Previews of the pages to which contributions lead: when a host is asked, what viewers see of it, and within which limits. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, pages, person, refusalOf, scheduledRun } from './deployment.ts';
import { withoutLeases } from './leased.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PAGE = 'https://bridges.example/one';
const preview = { title: 'One bridge', description: 'Of steel.', site: 'Bridges' };

let d: Deployment;
let ada: Caller;
let eve: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  pages.clear();
  pages.set(PAGE, { preview });
  d = deployment();
  await withoutLeases(d);
  ada = await person(d, 'ada');
  eve = await person(d, 'eve');
});
afterEach(() => {
  vi.useRealTimers();
});

const anybody = () => d.t as unknown as Caller;
const versionNow = async () => (await ada.query(api.portfolio.mine, {}))!.versions.contributions;
const add = async (url = PAGE, more = {}) =>
  (
    await ada.mutation(api.portfolio.contributions.add, {
      contribution: { kind: 'project', title: 'A bridge', url, ...more },
      expected: await versionNow(),
      idempotencyKey: key(),
    })
  ).id;
const update = async (id: string, url?: string, more = {}) =>
  ada.mutation(api.portfolio.contributions.update, {
    id,
    contribution: { kind: 'project', title: 'A bridge', ...(url !== undefined && { url }), ...more },
    expected: await versionNow(),
    idempotencyKey: key(),
  });
const choose = async (changes: object) => {
  const { version } = (await ada.query(api.privacy.get, {}))!;
  await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() } as never);
};
const refresh = (id: string, caller = ada) =>
  caller.mutation(api.portfolio.links.refresh, { id, idempotencyKey: key() });
const shownTo = async (caller: Caller) =>
  ((await caller.query(api.portfolio.get, { handle: 'ada' }))?.contributions ?? []).map((entry) => entry.linkPreview);
const links = async () => (await ada.query(api.portfolio.contributions.mine, {})).map(({ link }) => link);
const asked = async () => (await ada.query(api.privacy.disclosures.list, {})).disclosures;
/** Lets the cron find the pages that are due by then. */
const pass = async (ms: number) => {
  vi.setSystemTime(Date.now() + ms);
  await d.t.mutation(internal.portfolio.links.resume, {});
  await scheduledRun(d);
};

describe('the page of a contribution', () => {
  test('is read once, and shown with the contribution to those who see it', async () => {
    await add();
    expect([await shownTo(anybody()), await links()]).toEqual([[undefined], [{ state: 'waiting' }]]);
    await scheduledRun(d);
    for (const caller of [anybody(), eve, ada]) expect(await shownTo(caller)).toEqual([preview]);
    expect(await links()).toEqual([{ state: 'there' }]);
    expect(await asked()).toMatchObject([{ to: 'linkHost', told: ['contributions.url'] }]);
    await choose({ contributions: 'platform' });
    expect([await shownTo(anybody()), await shownTo(eve)]).toEqual([[], [preview]]);
  });

  test('raises no version, so that an owner who is editing goes on', async () => {
    await add();
    const version = await versionNow();
    await scheduledRun(d);
    expect(await versionNow()).toBe(version);
  });

  test('is not asked for while nobody but its owner sees it, and is once somebody does', async () => {
    await choose({ contributions: 'owner' });
    const id = await add();
    expect(await links()).toEqual([undefined]);
    await scheduledRun(d);
    expect([await links(), await asked()]).toEqual([[undefined], []]);
    await choose({ contributions: 'platform', items: { [`contributions/${id}`]: 'owner' } });
    await scheduledRun(d);
    expect(await asked()).toEqual([]);
    await choose({ items: { [`contributions/${id}`]: null } });
    await scheduledRun(d);
    expect([await shownTo(eve), (await asked()).length]).toEqual([[preview], 1]);
  });

  test('is not asked for if it is hidden before the reading begins', async () => {
    await add();
    await choose({ contributions: 'owner' });
    await scheduledRun(d);
    expect([await links(), await asked()]).toEqual([[undefined], []]);
  });

  test('is asked for at its owner’s wish, also where nobody else sees it', async () => {
    await choose({ contributions: 'owner' });
    const id = await add();
    expect(await refresh(id)).toEqual({ state: 'waiting' });
    await scheduledRun(d);
    expect([await shownTo(ada), await shownTo(eve)]).toEqual([[preview], []]);
    expect((await refusalOf(refresh('none'))).code).toBe('not_found');
    expect((await refusalOf(refresh(id, eve))).code).toBe('not_found');
  });

  test('loses its preview with the address, and with the contribution', async () => {
    const id = await add();
    await scheduledRun(d);
    await update(id, PAGE, { summary: 'Other words' });
    expect(await shownTo(anybody())).toEqual([preview]);
    pages.set('https://bridges.example/two', { preview: { title: 'Two' } });
    await update(id, 'https://bridges.example/two');
    expect(await shownTo(anybody())).toEqual([undefined]);
    await scheduledRun(d);
    expect(await shownTo(anybody())).toEqual([{ title: 'Two' }]);
    await update(id);
    expect([await shownTo(anybody()), await links()]).toEqual([[undefined], [undefined]]);
  });

  test('that comes late counts for nothing: another address is there, or nothing any more', async () => {
    const id = await add();
    const account = await d.t.run(async (ctx) => (await ctx.db.query('portfolioContributions').first())!.accountId);
    const claimed = (await d.t.mutation(internal.portfolio.links.claim, { account }))!;
    expect(claimed.url).toBe(PAGE);
    await update(id, 'https://bridges.example/two');
    await d.t.mutation(internal.portfolio.links.settle, { claimed, read: { preview } });
    expect([await shownTo(ada), await links()]).toEqual([[undefined], [{ state: 'waiting' }]]);
    await ada.mutation(api.portfolio.contributions.remove, { id, expected: await versionNow(), idempotencyKey: key() });
    await d.t.mutation(internal.portfolio.links.settle, { claimed, read: { preview } });
    expect(await shownTo(ada)).toEqual([]);
  });
});

test('a preview that a viewer may not see changes nothing that the viewer can obtain', async () => {
  await choose({ contributions: 'owner' });
  const id = await add();
  const seen = async () =>
    JSON.stringify([
      ...(await Promise.all([anybody(), eve].map((caller) => caller.query(api.portfolio.get, { handle: 'ada' })))),
      await d.t.run((ctx) => ctx.db.query('portfolioViews').collect()),
    ]);
  const before = await seen();
  await refresh(id);
  await scheduledRun(d);
  expect([await shownTo(ada), await seen()]).toEqual([[preview], before]);
});

describe('a page that cannot be read', () => {
  test('tells its owner alone why', async () => {
    pages.set(PAGE, { fault: 'not_a_page' });
    await add();
    await scheduledRun(d);
    expect(await links()).toEqual([{ state: 'none', fault: 'not_a_page' }]);
    for (const caller of [anybody(), eve]) {
      const view = JSON.stringify(await caller.query(api.portfolio.get, { handle: 'ada' }));
      expect(view).not.toMatch(/not_a_page|"link"|state/);
    }
    await pass(20 * MINUTE);
    expect(await asked()).toHaveLength(1);
  });

  test('is tried again after one and ten minutes if its host could not be reached, and then given up', async () => {
    pages.set(PAGE, { fault: 'unreachable' });
    await add();
    await scheduledRun(d);
    expect([(await asked()).length, await links()]).toEqual([1, [{ state: 'waiting' }]]);
    await pass(MINUTE);
    await pass(10 * MINUTE);
    expect([(await asked()).length, await links()]).toEqual([3, [{ state: 'none', fault: 'unreachable' }]]);
    await pass(DAY);
    expect(await asked()).toHaveLength(3);
  });

  test('is read again after its report was lost', async () => {
    await add();
    const account = await d.t.run(async (ctx) => (await ctx.db.query('portfolioContributions').first())!.accountId);
    await d.t.mutation(internal.portfolio.links.claim, { account });
    await scheduledRun(d);
    expect(await links()).toEqual([{ state: 'waiting' }]);
    await pass(5 * MINUTE);
    expect(await shownTo(anybody())).toEqual([preview]);
  });
});

describe('after thirty days', () => {
  const again = { title: 'Another bridge' };

  test('a page is read again, and its new words are shown', async () => {
    await add();
    await scheduledRun(d);
    pages.set(PAGE, { preview: again });
    await pass(29 * DAY);
    expect(await shownTo(anybody())).toEqual([preview]);
    await pass(DAY);
    expect([await shownTo(anybody()), (await asked()).length]).toEqual([[again], 2]);
  });

  test.each([
    ['keeps its preview while its host cannot be reached', 'unreachable', preview],
    ['loses its preview once it has gone', 'refused', undefined],
  ] as const)('a page %s', async (_, fault, shown) => {
    await add();
    await scheduledRun(d);
    pages.set(PAGE, { fault });
    await pass(30 * DAY);
    await pass(MINUTE);
    await pass(10 * MINUTE);
    expect(await shownTo(anybody())).toEqual([shown]);
  });

  test('a page that nobody but its owner sees any more is not asked for', async () => {
    await add();
    await scheduledRun(d);
    await choose({ contributions: 'owner' });
    await pass(30 * DAY);
    expect([(await asked()).length, await shownTo(ada)]).toEqual([1, [preview]]);
  });
});

describe('limits', () => {
  const many = async (count: number, host: (at: number) => string) => {
    for (let at = 0; at < count; at += 1) pages.set(`https://${host(at)}/${at}`, { preview: { title: `Page ${at}` } });
    for (let at = 0; at < count; at += 1) await add(`https://${host(at)}/${at}`);
    await scheduledRun(d);
  };
  const due = async () => {
    const rows = await d.t.run((ctx) => ctx.db.query('portfolioContributions').collect());
    return rows.filter(({ link }) => link && link.dueAt <= Date.now()).length;
  };
  const read = async () => (await links()).filter((link) => link?.state === 'there').length;

  test('of a person: thirty pages an hour, and the others later', async () => {
    await many(45, (at) => `h${at}.example`);
    for (const count of [30, 35, 40, 45]) {
      expect([await read(), await due()]).toEqual([count, 0]);
      await pass(10 * MINUTE);
    }
  });

  test('of one person keep no other waiting', async () => {
    await many(33, (at) => `h${at}.example`);
    const bob = await person(d, 'bob');
    await choose({ contributions: 'owner' });
    await ada.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() });
    pages.set('https://bob.example/', { fault: 'unreachable' });
    await bob.mutation(api.portfolio.contributions.add, {
      contribution: { kind: 'project', title: 'A', url: 'https://bob.example/' },
      expected: 1,
      idempotencyKey: key(),
    });
    await scheduledRun(d);
    pages.set('https://bob.example/', { preview });
    await pass(10 * MINUTE);
    expect(await due()).toBe(0);
    expect((await bob.query(api.portfolio.contributions.mine, {}))[0]!.link).toEqual({ state: 'there' });
  });

  test('of a host: thirty pages a minute, for all people together', async () => {
    const bob = await person(d, 'bob');
    for (let at = 0; at < 10; at += 1)
      await bob.mutation(api.portfolio.contributions.add, {
        contribution: { kind: 'project', title: 'A', url: `https://one.example/${at}` },
        expected: at + 1,
        idempotencyKey: key(),
      });
    await scheduledRun(d);
    await many(25, () => 'one.example');
    expect(await read()).toBeLessThan(25);
    await pass(10 * MINUTE);
    expect(await read()).toBe(25);
  });

  test('leave no name of a host behind', async () => {
    await add();
    await scheduledRun(d);
    const held = await d.t.run(async (ctx) => {
      const tables = ['auditLog', 'events', 'idempotencyKeys', 'accounts'] as const;
      return JSON.stringify(
        await Promise.all(tables.map((table) => ctx.db.query(table).collect())),
        (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each),
      );
    });
    expect(held).not.toContain('bridges.example');
  });
});
