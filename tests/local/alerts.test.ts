/**
 * Alerts of drift on a whole deployment, as a receiver gets them over HTTP. The backend is a copy of ours with a function that
 * writes around the write path.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Deployment, startDeployment } from '@gigsy/local';
import type { DriftStatus } from '@gigsy/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const ISSUER = 'https://clerk.example.test';
const KEY = 'r'.repeat(32);
const FORGE = `
import { v } from 'convex/values';
import { internalMutation } from './_generated/server.js';
export const drift = internalMutation({ args: {}, returns: v.null(), handler: async (ctx) => {
  for (const { _id, hashes } of await ctx.db.query('users').take(10))
    await ctx.db.patch('users', _id, { hashes: { ...hashes, whole: 'forged' } });
  return null;
} });
`;

interface Received {
  url: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

let dataDir: string;
let backend: string;
let receiver: Server;
let deployment: Deployment;
const received: Received[] = [];
/** Statuses of the next answers; afterwards PagerDuty's own, 202. */
const statuses: number[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-alerts-'));
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // Inside the repository, where its imports lead somewhere.
  backend = mkdtempSync(path.join(root, '.cache', 'alerts-'));
  cpSync(path.join(root, 'convex'), backend, { recursive: true });
  writeFileSync(path.join(backend, 'forge.ts'), FORGE);
  receiver = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as Record<string, unknown>;
    received.push({ url: `${request.method} ${request.url}`, headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 202, { Location: '/elsewhere' }).end('{"status":"success"}');
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/v2/enqueue`;
  const env = { CLERK_JWT_ISSUER_DOMAIN: ISSUER, GIGSY_ALERT_URL: url, GIGSY_ALERT_KEY: KEY };
  deployment = await startDeployment({ functionsDir: backend, dataDir, env, log: () => undefined });
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  await asPerson('profile:create', 'ada', {
    handle: 'ada',
    role: 'student',
    sections: { identity: { displayName: 'Ada' } },
  });
});
afterAll(async () => {
  await deployment?.close();
  receiver?.closeAllConnections();
  await new Promise((resolve) => receiver?.close(resolve));
  for (const folder of [dataDir, backend]) rmSync(folder, { recursive: true, force: true });
});

let calls = 0;
function asPerson(name: string, subject: string, args: object): Promise<unknown> {
  calls += 1;
  const identity = { issuer: ISSUER, subject, tokenIdentifier: `${ISSUER}|${subject}` };
  return deployment.run(name, { ...args, idempotencyKey: `alert-call-${calls}` }, { identity });
}

async function statusOfHashes(): Promise<DriftStatus['places'][number]> {
  const identity = { issuer: ISSUER, subject: 'root', tokenIdentifier: `${ISSUER}|root` };
  const { places } = (await deployment.run('profile/drift:status', {}, { identity })) as DriftStatus;
  return places.find(({ where }) => where === 'hash')!;
}

const started = () => deployment.run('profile/reconciliation:start', { walk: 'all' });

test('drift triggers one incident, a receiver that fails is asked again, and a repair resolves it', async () => {
  statuses.push(503, 307);
  await deployment.run('forge:drift');
  await started();
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1);
  expect(received[0]).toMatchObject({
    url: 'POST /v2/enqueue',
    headers: { 'content-type': 'application/json' },
    body: {
      routing_key: KEY,
      event_action: 'trigger',
      dedup_key: expect.stringMatching(/^gigsy\/profile\.drift\/127\.0\.0\.1:\d+\/hash$/),
      payload: { severity: 'critical', class: 'drift', custom_details: { where: 'hash', open: 1 } },
    },
  });
  expect(JSON.stringify(received[0]!.body)).not.toMatch(/ada/i);
  expect(await statusOfHashes()).toMatchObject({ open: 1, alert: 'sending' });

  // The next run of reconciliation sends what was not taken. A redirect is not followed and takes nothing.
  await started();
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(2);
  await started();
  await expect.poll(async () => (await statusOfHashes()).alert, { timeout: 10_000 }).toBe('sent');
  expect(received.map(({ url, body }) => [url, body.event_action])).toEqual(
    Array.from({ length: 3 }, () => ['POST /v2/enqueue', 'trigger']),
  );

  await asPerson('profile/drift:repair', 'root', {});
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(4);
  expect(received[3]!.body).toEqual({
    routing_key: KEY,
    event_action: 'resolve',
    dedup_key: received[0]!.body.dedup_key,
  });
  await expect.poll(statusOfHashes).toMatchObject({ open: 0, found: 1, repaired: 1, alert: 'sent' });
});
