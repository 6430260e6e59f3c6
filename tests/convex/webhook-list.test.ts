/** Webhooks of all partners, as operators see them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { deployment, key } from './deployment.ts';
import { partnerOf } from './partner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2031, 4, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the list of all tells which have something to send, since when, and which have dead deliveries', async () => {
  const d = deployment();
  const { admin, partner } = await partnerOf(d);
  const { partner: other } = await partnerOf(d);
  const webhooks: Id<'webhooks'>[] = [];
  for (const owner of [partner, other]) {
    const registration = { partner: owner, url: 'https://receiver.example/', idempotencyKey: key() };
    const { webhook } = await admin.mutation(api.events.webhooks.register, registration);
    webhooks.push(webhook.webhook as Id<'webhooks'>);
    await d.t.mutation(internal.events.deliveries.verified, { webhook: webhooks.at(-1)!, fault: null });
  }
  const all = async () =>
    (await admin.query(api.events.webhooks.list, {})).map(({ webhook, partner: of, oldest, dead }) => [
      ...[webhook, of],
      ...[oldest, dead],
    ]);
  const [first, second] = webhooks as [Id<'webhooks'>, Id<'webhooks'>];
  const idle = [first, partner, null, false];
  expect(await all()).toEqual([idle, [second, other, null, false]]);
  const { delivery } = await admin.mutation(api.events.webhooks.test, { webhook: second, idempotencyKey: key() });
  expect(await all()).toEqual([idle, [second, other, expect.closeTo(Date.now(), -2), false]]);
  await d.t.mutation(internal.events.deliveries.claim, { webhook: second });
  await d.t.mutation(internal.events.deliveries.settle, {
    delivery: delivery as Id<'webhookDeliveries'>,
    ...{ fault: 'status', status: 410, waitMs: null },
  });
  expect(await all()).toEqual([idle, [second, other, null, true]]);
});
