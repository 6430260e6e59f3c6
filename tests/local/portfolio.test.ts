/**
 * Portfolios at a running deployment: a source posts signed events, and somebody who watches sees those that they may see. The
 * watcher is the SDK on a socket.
 */
import type { PortfolioView } from '@gigsy/schema';
import { createGigsy } from '@gigsy/sdk';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sentData } from '../sent-events.ts';
import { RunningBackend } from './running-backend.ts';
import { RunningSource, sent } from './running-source.ts';

let running: RunningBackend;
let source: RunningSource;
let ada: string;
let gigsy: ReturnType<typeof createGigsy>;
let stop = () => {};
/** Each answer that the watcher got, the first one too. */
const seen: (PortfolioView | null)[] = [];

beforeAll(async () => {
  running = await RunningBackend.start();
  await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  source = await RunningSource.registered(running, await running.token('root'));
  await running.person('ada');
  ada = await running.token('ada');
  gigsy = createGigsy({ url: running.deployment.url });
  const ended = gigsy.portfolio.watch({ handle: 'ada' }, { next: (view) => seen.push(view) });
  stop = () => void ended();
}, 60_000);
afterAll(async () => {
  stop();
  gigsy?.close();
  await running?.close();
});

let count = 0;
async function deliver(type: keyof typeof sentData, data: object = {}, time = '2026-05-17T09:30:00.000Z') {
  count += 1;
  const event = sent({ id: `event-${count}`, type, subject: 'handle:ada', time, data: { ...sentData[type], ...data } });
  expect((await source.deliver(event)).outcome).toBe('accepted');
}

const latest = () => seen.at(-1);
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

test('a badge appears to somebody who watches, is corrected before their eyes, and goes', async () => {
  await until(() => expect(latest()).toEqual({ handle: 'ada' }));
  await deliver('badge.awarded');
  await until(() => expect(latest()!.badges).toMatchObject([{ name: 'First lamp' }]));
  const { id } = latest()!.badges![0]!;
  const { status, body } = await running.request('GET', { path: `/v1/badges/ada/${id}` });
  expect([status, JSON.parse(body)]).toMatchObject([200, { name: 'First lamp' }]);
  await deliver('badge.corrected', { badge: { id: 'b-1', name: 'Second lamp' } }, '2026-05-18T09:30:00.000Z');
  await until(() => expect(latest()!.badges).toMatchObject([{ id, name: 'Second lamp' }]));
  await deliver('badge.revoked', {}, '2026-05-19T09:30:00.000Z');
  await until(() => expect(latest()).toEqual({ handle: 'ada' }));
  expect((await running.request('GET', { path: `/v1/badges/ada/${id}` })).status).toBe(404);
});

test('a hidden event sends nothing, and the shown one after it is the next answer', async () => {
  const changes = { gigs: 'owner', courses: 'public' };
  await running.mutate(ada, 'privacy:update', { changes, expected: 1 });
  const before = seen.length;
  await deliver('gig.completed', { record: 'hidden', skills: ['Kestrel'] });
  await deliver('course.completed');
  await until(() => expect(latest()!.courses).toHaveLength(1));
  expect(seen.length).toBe(before + 1);
  expect(JSON.stringify(seen)).not.toContain('Kestrel');
  const own = await running.query<PortfolioView>(ada, 'portfolio:mine');
  expect(own.gigs).toHaveLength(1);
});
