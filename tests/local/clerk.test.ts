/**
 * Clerk's webhook and the backfill on a whole deployment, bundled as a deployment bundles them. The signature is made by
 * Node's own HMAC; a server on this machine stands in for Clerk's backend API and holds each request to its documented form.
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import type { AccountState } from '@gigsy/schema';
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkUser } from '../convex/clerk-delivery.ts';
import { host } from './photos/host.ts';

const SECRET = 'whsec_Z2lnc3ktdGVzdC1vbmx5LXNlY3JldA==';
const status = makeFunctionReference<'query', Record<string, never>, AccountState>('profile/accounts:status');
const backfill = makeFunctionReference<'action'>('profile/clerk:backfill');

let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-clerk-'));
  const people = ['ada', 'eve', 'ben'].map((name) => ({ subject: `demo_${name}`, name }));
  issuer = await startIssuer({ dataDir, port: 0, people, allowedOrigins: [] });
});
afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function started(more: Record<string, string>): Promise<void> {
  await deployment?.close();
  deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url, CLERK_WEBHOOK_SIGNING_SECRET: SECRET, ...more },
    log: () => undefined,
  });
}

async function delivered(type: string, data: unknown, at = Math.floor(Date.now() / 1000)): Promise<number> {
  const body = JSON.stringify({ type, object: 'event', data });
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${at}.${body}`).digest('base64');
  const headers = { 'svix-id': 'msg_1', 'svix-timestamp': String(at), 'svix-signature': `v1,${signature}` };
  return (await fetch(`${deployment.siteUrl}/v1/clerk`, { method: 'POST', body, headers })).status;
}

async function stateOf(name: string): Promise<AccountState> {
  const client = new ConvexHttpClient(deployment.url);
  client.setAuth(await issuer.token(`demo_${name}`));
  return client.query(status, {});
}

test('a delivery is believed by its signature, and no longer than five minutes', async () => {
  await started({});
  const ada = clerkUser('demo_ada', 1, { first_name: 'Ada', unsafe_metadata: { role: 'mentor' } });
  expect(await delivered('user.created', ada, Math.floor(Date.now() / 1000) - 400)).toBe(401);
  expect((await stateOf('ada')).suggestion).toBeNull();
  expect(await delivered('user.created', ada)).toBe(204);
  expect((await stateOf('ada')).suggestion).toEqual({ role: 'mentor', displayName: 'Ada', handle: null });
  expect(await delivered('user.deleted', { id: 'demo_ada', deleted: true })).toBe(204);
  await expect(stateOf('ada')).rejects.toThrow('forbidden');
});

test('the users from before the webhook are taken over', async () => {
  const users = ['eve', 'ben'].map((name, at) => clerkUser(`demo_${name}`, 5, { first_name: name, created_at: at }));
  const answer: RequestListener = ({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://clerk.example');
    if (pathname !== '/v1/users' || headers.authorization !== 'Bearer sk_test_1') return response.writeHead(401).end();
    const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))];
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(users.slice(offset, offset + limit)));
  };
  const api = await host(answer);
  await started({ CLERK_SECRET_KEY: 'sk_test_1', CLERK_API_URL: `http://127.0.0.1:${api.port}` });
  const operator = new ConvexHttpClient(deployment.url);
  (operator as unknown as { setAdminAuth(key: string): void }).setAdminAuth(deployment.adminKey);
  await operator.action(backfill, {});
  expect((await stateOf('eve')).suggestion?.displayName).toBe('eve');
  expect((await stateOf('ben')).suggestion?.displayName).toBe('ben');
});
