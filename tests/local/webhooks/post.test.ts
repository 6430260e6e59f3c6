/** The request to a receiver: where it may go, how long it may take and how much of the answer is read. */
import { afterEach, expect, test } from 'vitest';
import { post } from '../../../convex/events/node/post.js';
import { Receiver } from './receiver.ts';

let receiver: Receiver | undefined;
afterEach(() => receiver?.stop());

const request = { body: '{}', headers: { 'webhook-id': 'a' } };

test.each([
  ['http without a certificate', 'http://receiver.example/'],
  ['a private address', 'https://10.0.0.7/'],
  ['the metadata service', 'https://169.254.169.254/latest'],
  ['this machine', 'https://127.0.0.1/'],
  ['this machine by IPv6', 'https://[::1]/'],
  ['another port', 'https://receiver.example:8443/'],
  ['credentials in the address', 'https://a:b@receiver.example/'],
])('does not post to %s', async (_, url) => {
  const posted = await post({ url, loopback: false }, request, { resolve: async () => ['93.184.215.14'] });
  expect(posted.fault).toBe('address_not_allowed');
});

test('a name that leads to a private address now, whatever it led to before, is refused at each request', async () => {
  const answers = [['10.0.0.7'], ['93.184.215.14', '127.0.0.1']];
  for (const addresses of answers) {
    const posted = await post({ url: 'https://receiver.example/', loopback: false }, request, {
      resolve: async () => addresses,
    });
    expect(posted.fault).toBe('address_not_allowed');
  }
});

test('waits no longer than the limit, for a name or for an answer', async () => {
  const never = () => new Promise<never>(() => undefined);
  const name = await post({ url: 'https://receiver.example/', loopback: false }, request, {
    resolve: never,
    timeoutMs: 50,
  });
  expect(name.fault).toBe('timeout');
  receiver = await Receiver.start(() => undefined);
  const silent = await post({ url: receiver.url, loopback: true }, request, { timeoutMs: 200 });
  expect(silent).toMatchObject({ fault: 'timeout', status: null });
});

test('reads the beginning of an answer alone', async () => {
  receiver = await Receiver.start((_, response) => void response.end('x'.repeat(1_000_000)));
  const posted = await post({ url: receiver.url, loopback: true }, request);
  expect([posted.fault, posted.body.length]).toEqual([null, 4_096]);
});

test.each<[number, string, number | null]>([
  [429, '7', 7_000],
  [503, '120', 120_000],
  [503, 'soon', null],
  [429, '-5', null],
  [500, '7', null],
])('%i with Retry-After %s asks to wait for %s ms', async (status, after, waitMs) => {
  receiver = await Receiver.start((_, response) => void response.writeHead(status, { 'Retry-After': after }).end());
  expect(await post({ url: receiver.url, loopback: true }, request)).toMatchObject({ fault: 'status', status, waitMs });
});

test('understands a date in Retry-After', async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  receiver = await Receiver.start((_, response) => void response.writeHead(503, { 'Retry-After': date }).end());
  const { waitMs } = await post({ url: receiver.url, loopback: true }, request);
  expect(waitMs).toBeGreaterThan(55_000);
  expect(waitMs).toBeLessThanOrEqual(60_000);
});
