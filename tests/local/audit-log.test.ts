/**
 * The sealed audit log of a whole deployment: sealers beside writers, heads that leave it over HTTP, and `gigsy audit` from
 * outside. The backend is a copy of ours with functions that write around the door.
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnchors } from '../../packages/cli/src/anchor-file.ts';
import { gigsy } from '../cli/running-hub.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FORGE = `
import { v } from 'convex/values';
import { internalMutation } from './_generated/server.js';
export const change = internalMutation({ args: {}, returns: v.string(), handler: async (ctx) => {
  const row = await ctx.db.query('auditLog').first();
  await ctx.db.patch(row._id, { changed: ['forged'] });
  return row._id;
} });
export const removeEnd = internalMutation({ args: {}, returns: v.null(), handler: async (ctx) => {
  const block = await ctx.db.query('auditBlocks').withIndex('by_number').order('desc').first();
  for (const { row } of block.entries) await ctx.db.delete(row);
  await ctx.db.delete(block._id);
  return null;
} });
`;

let dataDir: string;
let backend: string;
let heads: string;
let receiver: Server;
let issuer: Issuer;
let deployment: Deployment;
let token: string;
const received: {
  taken: boolean;
  headers: IncomingHttpHeaders;
  body: { number: number; head: string; size: number };
}[] = [];
/** Whether the receiver fails. A head that it does not take is not in its file. */
let refusing = false;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-audit-'));
  heads = path.join(dataDir, 'heads.jsonl');
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // Inside the repository, where its imports lead somewhere.
  backend = mkdtempSync(path.join(root, '.cache', 'audit-'));
  cpSync(path.join(root, 'convex'), backend, { recursive: true });
  writeFileSync(path.join(backend, 'forge.ts'), FORGE);
  receiver = createServer(async (request, response) => {
    const line = await text(request);
    const taken = !refusing;
    if (taken) appendFileSync(heads, `${line}\n`);
    received.push({ taken, headers: request.headers, body: JSON.parse(line) as never });
    response.writeHead(taken ? 204 : 503).end();
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve);
  });
  issuer = await startIssuer({ dataDir, port: 0, people: [], allowedOrigins: [] });
  deployment = await startDeployment({
    functionsDir: backend,
    dataDir,
    env: {
      CLERK_JWT_ISSUER_DOMAIN: issuer.url,
      GIGSY_AUDIT_ANCHOR_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/heads`,
      GIGSY_AUDIT_ANCHOR_TOKEN: 't'.repeat(32),
    },
    log: () => undefined,
  });
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  token = await issuer.token('root');
});
afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  receiver?.closeAllConnections();
  await new Promise((resolve) => receiver?.close(resolve));
  for (const folder of [dataDir, backend]) rmSync(folder, { recursive: true, force: true });
});

let calls = 0;
function asPerson(name: string, subject: string, args: object): Promise<unknown> {
  calls += 1;
  const identity = { issuer: issuer.url, subject, tokenIdentifier: `${issuer.url}|${subject}` };
  return deployment.run(name, { ...args, idempotencyKey: `audit-call-${calls}` }, { identity });
}
const create = (handle: string) =>
  asPerson('profile:create', handle, { handle, role: 'student', sections: { identity: { displayName: handle } } });
const seal = () => deployment.run('privacy/audit:seal', {});

interface Verification {
  ok: boolean;
  whole?: boolean;
  rows?: number;
  blocks?: number;
  findings?: object[];
  unsealed?: { count: number };
  error?: { code: string; message: string };
}
async function audit(...args: string[]): Promise<{ code: number | null; json: Verification; stderr: string }> {
  const { code, stdout, stderr } = await gigsy(['audit', ...args, '--url', deployment.url, '--json'], {
    GIGSY_TOKEN: token,
  });
  return { code, json: JSON.parse(stdout) as Verification, stderr };
}

/** Waits until the receiver has taken the head over so many rows. The sealer's cron may have sent others. */
const anchored = (size: number) =>
  expect.poll(() => received.some(({ taken, body }) => taken && body.size === size), { timeout: 10_000 }).toBe(true);

test('sealers beside writers make one chain, whose heads leave the deployment', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 3 === 0 ? seal() : create(`person-${n}`))));
  // A receiver that fails gets the head again by the sealer's next run.
  await create('last');
  refusing = true;
  await seal();
  await expect.poll(() => received.some(({ taken }) => !taken), { timeout: 10_000 }).toBe(true);
  refusing = false;
  await seal();
  await anchored(10);
  expect(received[0]!.headers).toMatchObject({
    'content-type': 'application/json',
    authorization: `Bearer ${'t'.repeat(32)}`,
  });
  expect(JSON.stringify(received.map(({ body }) => body))).not.toMatch(/person/);
  const { code, json } = await audit('verify', '--anchor', heads);
  expect([code, json]).toEqual([
    0,
    expect.objectContaining({ whole: true, rows: 10, findings: [], unsealed: expect.objectContaining({ count: 0 }) }),
  ]);
});

test('gigsy audit says in words what it verified, and gives the head', async () => {
  await create('later');
  const { code, stdout } = await gigsy(['audit', 'verify', '--url', deployment.url], { GIGSY_TOKEN: token });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^The sealed audit log is whole\./)]);
  expect(stdout).toMatch(/Not sealed yet, and so not verified: 1 rows?, the oldest for 0 minutes\./);
  expect(stdout).toContain('Compared with no head from outside');
  const head = await gigsy(['audit', 'head', '--url', deployment.url], { GIGSY_TOKEN: token });
  expect(JSON.parse(head.stdout)).toMatchObject({
    number: expect.any(Number),
    head: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test('a removed end is seen beside the anchor alone, a changed row at once', async () => {
  await seal();
  await anchored(11);
  const { number } = received.find(({ body }) => body.size === 11)!.body;
  await deployment.run('forge:removeEnd', {});
  expect(await audit('verify')).toMatchObject({ code: 0, json: { whole: true } });
  expect(await audit('verify', '--anchor', heads)).toMatchObject({
    code: 1,
    json: { ok: true, whole: false, findings: [{ fault: 'anchor_ahead', block: number }] },
  });
  const row = await deployment.run('forge:change', {});
  const { code, stdout } = await gigsy(['audit', 'verify', '--url', deployment.url], { GIGSY_TOKEN: token });
  expect([code, stdout]).toEqual([1, expect.stringContaining(`Row ${String(row)} of block 1 was changed`)]);
});

test('gigsy audit names what it cannot use, and does not take it for a finding', async () => {
  const { code, json } = await audit('verfy');
  expect([code, json.error!.message]).toEqual([2, expect.stringContaining('did you mean verify?')]);
  const file = path.join(dataDir, 'bad.jsonl');
  expect(() => readAnchors(file)).toThrow(/does not exist/);
  for (const [content, message] of [
    ['', /holds no head/],
    ['{"number":1,"head":"x"}\nnonsense', /Line 2 .* is not JSON/],
    ['null', /Line 1 .* is not a head/],
    ['{"number":0,"head":"x"}', /is not a head/],
  ] as const) {
    writeFileSync(file, content);
    expect(() => readAnchors(file)).toThrow(message);
  }
  expect(readAnchors(heads).at(-1)).toMatchObject({ number: expect.any(Number), head: expect.any(String) });
});

test('nobody but an administrator reads the log', async () => {
  const { stdout, code } = await gigsy(['audit', 'verify', '--url', deployment.url, '--json'], {
    GIGSY_TOKEN: await issuer.token('person-1'),
  });
  expect([code, JSON.parse(stdout)]).toMatchObject([2, { ok: false, error: { code: 'forbidden' } }]);
});
