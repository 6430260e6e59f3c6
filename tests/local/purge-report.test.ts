/** `gigsy retention report` beside a running deployment: the days, classes in words, erasures that wait, and its refusals. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gigsy } from '../cli/running-hub.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Notes of purges, as the jobs leave them after months. */
const NOTED = `
import { v } from 'convex/values';
import { internalMutation } from './_generated/server.js';
export const add = internalMutation({ args: { of: v.string(), count: v.number(), at: v.number() }, returns: v.null(), handler: async (ctx, note) => {
  await ctx.db.insert('purges', note);
  return null;
} });
`;

let dataDir: string;
let backend: string;
let issuer: Issuer;
let deployment: Deployment;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-purges-'));
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // Inside the repository, where its imports lead somewhere.
  backend = mkdtempSync(path.join(root, '.cache', 'purges-'));
  cpSync(path.join(root, 'convex'), backend, { recursive: true });
  writeFileSync(path.join(backend, 'noted.ts'), NOTED);
  issuer = await startIssuer({ dataDir, port: 0, people: [], allowedOrigins: [] });
  deployment = await startDeployment({
    functionsDir: backend,
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
    log: () => undefined,
  });
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
});
afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  for (const folder of [dataDir, backend]) rmSync(folder, { recursive: true, force: true });
});

async function report(subject: string, ...args: string[]) {
  const token = await issuer.token(subject);
  return gigsy(['retention', 'report', '--url', deployment.url, ...args], { GIGSY_TOKEN: token });
}

test('says so while nothing was purged; then counts by day and class, in words and as JSON', async () => {
  const empty = await report('root');
  expect([empty.code, empty.stdout]).toEqual([
    0,
    'Nothing was purged in the last 31 days.\n\nNo erasure waits for a legal hold.\n',
  ]);
  const day = (date: number) => Date.UTC(2026, 0, date, 12);
  for (const [of, count, at] of [
    ['answers', 40, day(1)],
    ['answers', 2, day(2)],
    ['uploads', 120, day(2)],
  ] as const)
    await deployment.run('noted:add', { of, count, at });
  await deployment.run('privacy/retention:fold', {});
  expect((await report('root')).stdout).toBe(
    [
      '2026-01-02',
      '    2  answers: Answers to the calls of a person or a partner.',
      '  120  uploads: Pictures that were uploaded and not taken into the profile.',
      '',
      '2026-01-01',
      '  40  answers: Answers to the calls of a person or a partner.',
      '',
      'No erasure waits for a legal hold.',
      '',
    ].join('\n'),
  );
  expect(JSON.parse((await report('root', '--json')).stdout)).toEqual({
    ok: true,
    days: [
      { day: '2026-01-02', purged: { answers: 2, uploads: 120 } },
      { day: '2026-01-01', purged: { answers: 40 } },
    ],
    waiting: 0,
  });
});

test('is for administrators, and names what it lacks or does not know', async () => {
  const refused = await report('somebody', '--json');
  expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([1, { ok: false, error: { code: 'forbidden' } }]);
  const told = async (...args: string[]) => (await gigsy(['retention', ...args])).stderr;
  expect(await told()).toBe('gigsy retention wants ACTION; see gigsy retention --help.\n');
  expect(await told('raport')).toBe('gigsy retention has no action "raport"; did you mean report? There is report.\n');
  expect(await told('report', '--cohort', 'x')).toMatch(/has no option --cohort/);
  expect((await gigsy(['retention', '--help'])).stdout).toContain('Usage: gigsy retention ACTION [options]');
});
