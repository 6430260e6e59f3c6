/** Verification through a running deployment: a provider that is a real server, the outbox without one, and a page that reads. */
import { createGigsy } from '@gigsy/sdk';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { RunningBackend } from './running-backend.ts';
import { Receiver } from './webhooks/receiver.ts';

const SECRET = 'a secret of this test alone, of 32 characters and more';
const soon = { timeout: 20_000, interval: 50 };
const ends: (() => Promise<unknown>)[] = [];
let provider: Receiver;
beforeAll(async () => {
  provider = await Receiver.start();
  return () => provider.stop();
});
afterEach(async () => {
  provider.received.length = 0;
  for (const end of ends.splice(0)) await end();
});

async function started(env: Record<string, string>) {
  const running = await RunningBackend.start({ GIGSY_VERIFICATION_SECRET: SECRET, ...env });
  ends.push(() => running.close());
  await running.person('ada');
  const ada = createGigsy({
    url: running.deployment.url,
    auth: { getToken: () => running.token('ada') },
  });
  ends.unshift(async () => ada.close());
  return { running, ada: ada.trust };
}

test('a provider gets the message with its key, again under the same id where it is busy, and nothing else', async () => {
  const { running, ada } = await started({ GIGSY_MESSAGE_URL: provider.url, GIGSY_MESSAGE_KEY: 'provider-key' });
  let answers = 0;
  provider.answer = (_, response) => void response.writeHead((answers += 1) === 1 ? 503 : 202).end();
  await ada.verifications.start({ method: 'phone', subject: '+43 664 123 45 67' });
  await expect.poll(() => provider.received.length, soon).toBe(2);
  const [first, second] = provider.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  expect(second).toEqual(first);
  expect(first).toEqual({
    id: expect.any(String),
    channel: 'phone',
    to: '+436641234567',
    code: expect.stringMatching(/^\d{6}$/),
    expiresAt: expect.any(Number),
  });
  expect(provider.received[0]!.headers.authorization).toBe('Bearer provider-key');
  expect(await ada.verifications.confirm({ method: 'phone', code: first!.code as string })).toEqual({
    confirmed: true,
    level: 'phone',
  });
  const page = await running.request('GET', { path: '/v1/read/trust.get?handle=ada' });
  expect([page.status, JSON.stringify(page)]).toEqual([200, expect.stringContaining('phone')]);
  expect(JSON.stringify(page)).not.toContain('6641234567');
  expect(await ada.verifications.outbox()).toEqual([]);
}, 60_000);

test('a redirect of the provider is not followed', async () => {
  const elsewhere = await Receiver.start();
  ends.push(() => elsewhere.stop());
  const { ada } = await started({ GIGSY_MESSAGE_URL: provider.url });
  provider.answer = (_, response) => void response.writeHead(307, { Location: elsewhere.url }).end();
  await ada.verifications.start({ method: 'email', subject: 'ada@example.org' });
  await expect.poll(() => provider.received.length, soon).toBe(2);
  expect(elsewhere.received).toEqual([]);
}, 60_000);

test('without a provider the person reads the message in the outbox', async () => {
  const { ada } = await started({ GIGSY_MESSAGE_OUTBOX: 'on' });
  await ada.verifications.start({ method: 'email', subject: 'ada@example.org' });
  const [message] = await ada.verifications.outbox();
  expect(message).toMatchObject({ method: 'email', to: 'ada@example.org' });
  expect(await ada.verifications.confirm({ method: 'email', code: message!.code })).toMatchObject({ confirmed: true });
  expect(await ada.get({ handle: 'ada' })).toMatchObject({ level: 'email' });
}, 60_000);
