/** Deliveries to partners' webhooks on a whole deployment, with receivers that are friendly, slow, lying and hostile. */
import type { Delivery, Webhook } from '@gigsy/schema';
import { verifyWebhook } from '@gigsy/sdk/webhooks';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningBackend } from '../running-backend.ts';
import { type Answering, Receiver } from './receiver.ts';

let running: RunningBackend;
let admin: string;
const receivers: Receiver[] = [];

beforeAll(async () => {
  running = await RunningBackend.start({ GIGSY_WEBHOOK_LOOPBACK: 'on' });
  await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  admin = await running.token('root');
});
afterAll(async () => {
  await running?.close();
  await Promise.all(receivers.map((receiver) => receiver.stop()));
});

interface Registered {
  webhook: string;
  secret: string;
  receiver: Receiver;
}

/** A webhook of a partner of its own, verified. */
async function registered(answer?: Answering): Promise<Registered> {
  const receiver = await Receiver.start(answer);
  receivers.push(receiver);
  const { partner } = await running.partner(admin);
  const { webhook, secret } = await running.mutate<{ webhook: Webhook; secret: string }>(
    admin,
    'events/webhooks:register',
    { partner, url: receiver.url },
  );
  await running.mutate(admin, 'events/webhooks:verify', { webhook: webhook.webhook });
  await expect.poll(async () => (await shown(partner))?.state, { timeout: 10_000 }).toBe('active');
  return { webhook: webhook.webhook, secret, receiver };
}

const shown = async (partner: string) =>
  (await running.query<Webhook[]>(admin, 'events/webhooks:list', { partner }))[0];
const deliveries = ({ webhook }: Registered) =>
  running.query<Delivery[]>(admin, 'events/webhooks:deliveries', { webhook });
const end = ({ webhook }: Registered) => running.mutate(admin, 'events/webhooks:remove', { webhook });

/** A change that the public sees. */
const headline = (token: string, words: string, expected: number) =>
  running.mutate(token, 'profile:update', {
    changes: { identity: { headline: words } },
    expected: { identity: expected },
  });

test('a partner gets what the public sees of a change, signed so that any library for Standard Webhooks takes it', async () => {
  const hook = await registered();
  const ada = await running.person('ada', { contact: { phone: '+1 555 0100' } });
  await expect.poll(() => hook.receiver.types, { timeout: 10_000 }).toEqual(['profile.published']);
  // A change that the public cannot see, then one that it can: the second alone arrives.
  await running.mutate(ada, 'profile:update', {
    changes: { contact: { phone: '+1 555 0199' } },
    expected: { contact: 1 },
  });
  await headline(ada, 'Hello', 1);
  await expect.poll(() => hook.receiver.received.length, { timeout: 10_000 }).toBe(2);
  const [, { headers, body }] = hook.receiver.received as [unknown, { headers: Record<string, string>; body: string }];
  const event = new StandardWebhook(hook.secret).verify(body, headers) as Record<string, unknown>;
  expect(event).toEqual({
    specversion: '1.0',
    id: headers['webhook-id'],
    source: running.deployment.siteUrl,
    type: 'profile.published',
    subject: expect.stringMatching(/^profile:\w+$/),
    time: expect.any(String),
    datacontenttype: 'application/json',
    dataschema: `${running.deployment.siteUrl}/v1/schemas/events/profile.published/1`,
    data: { sections: ['identity'] },
    handle: 'ada',
  });
  expect(headers['content-type']).toBe('application/cloudevents+json');
  expect(await verifyWebhook({ headers, body }, { secret: hook.secret })).toEqual(event);
  expect(body).not.toMatch(/555|Hello|Person/);
  await end(hook);
});

test('a receiver that never answers and one that answers without end keep no other waiting', async () => {
  const silent = await registered(() => undefined);
  const endless = await registered((_, response) => {
    response.writeHead(200);
    const pour = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', pour);
    };
    pour();
  });
  const friendly = await registered();
  const bea = await running.person('bea');
  for (const n of [1, 2, 3]) await headline(bea, `Text ${n}`, n);
  // All four arrive at the friendly one in their order, while the silent one still has its first.
  await expect.poll(() => friendly.receiver.received.length, { timeout: 10_000 }).toBe(4);
  expect(friendly.receiver.received.map(({ body }) => (JSON.parse(body) as { data: object }).data)).toEqual([
    { sections: ['handle', 'identity', 'role'] },
    ...Array.from({ length: 3 }, () => ({ sections: ['identity'] })),
  ]);
  expect(silent.receiver.received).toHaveLength(1);
  expect((await deliveries(silent)).map(({ state }) => state)).toEqual(['queued', 'queued', 'queued', 'waiting']);
  // Of an answer without end the beginning is read, and its status counts.
  await expect.poll(() => endless.receiver.received.length, { timeout: 10_000 }).toBe(4);
  for (const hook of [silent, endless, friendly]) await end(hook);
});

test('a failed delivery comes again, and the next about the same person waits for it', async () => {
  const hook = await registered((_, response) => void response.writeHead(500).end());
  const cleo = await running.person('cleo');
  await headline(cleo, 'One', 1);
  await expect.poll(() => hook.receiver.received.length, { timeout: 10_000 }).toBe(1);
  hook.receiver.answer = (_, response) => void response.writeHead(204).end();
  // The first retry of the schedule comes after five seconds.
  await expect
    .poll(async () => (await deliveries(hook)).map(({ state, attempts }) => [state, attempts]), { timeout: 15_000 })
    .toEqual([
      ['delivered', 1],
      ['delivered', 2],
    ]);
  const ids = hook.receiver.received.map(({ headers }) => headers['webhook-id']);
  expect([ids[0], new Set(ids).size]).toEqual([ids[1], 2]);
  await end(hook);
});

test('410 ends the deliveries, and a redirect is not followed', async () => {
  const private_ = await Receiver.start();
  receivers.push(private_);
  const redirecting = await registered((_, response) => void response.writeHead(307, { Location: private_.url }).end());
  const gone = await registered((_, response) => void response.writeHead(410).end());
  await running.person('dora');
  await expect
    .poll(async () => (await deliveries(gone)).map(({ state, status }) => [state, status]), { timeout: 10_000 })
    .toEqual([['dead', 410]]);
  await expect
    .poll(async () => (await deliveries(redirecting))[0], { timeout: 10_000 })
    .toMatchObject({ state: 'waiting', attempts: 1, status: 307, fault: 'status' });
  expect(private_.received).toEqual([]);
  await running.person('dana');
  await expect.poll(async () => (await deliveries(redirecting)).length, { timeout: 10_000 }).toBe(2);
  expect([gone.receiver.received.length, (await deliveries(gone)).length]).toEqual([1, 1]);
  for (const hook of [redirecting, gone]) await end(hook);
});

test('an address that does not answer the challenge gets nothing', async () => {
  const receiver = await Receiver.start();
  receivers.push(receiver);
  const { partner } = await running.partner(admin);
  // The root of the deployment itself answers, and knows of no challenge.
  const url = `${running.deployment.siteUrl}/v1`;
  const { webhook } = await running.mutate<{ webhook: Webhook }>(admin, 'events/webhooks:register', { partner, url });
  await running.mutate(admin, 'events/webhooks:verify', { webhook: webhook.webhook });
  await expect.poll(async () => (await shown(partner))?.fault, { timeout: 10_000 }).toBe('status');
  expect((await shown(partner))?.state).toBe('pending');
});
