/**
 * Two domains with views on a real deployment, watched over a socket: a write to one re-runs no query of the other. The
 * backend is a copy of ours with the domain of tests/second-domain in it.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { ConvexClient, ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';

const root = path.resolve(import.meta.dirname, '../..');
const query = (name: string) => makeFunctionReference<'query'>(name);
const mutation = (name: string) => makeFunctionReference<'mutation'>(name);

/**
 * The content of a stored view, read as the production code reads it, with a mark that each run of the query draws
 * anew.
 */
const FUNCTIONS = `
import { v } from 'convex/values';
import { mutation, query } from './_generated/server.js';
import { findView } from './model/profile/read.js';
import { endorse as write, endorsementsOf } from '../tests/second-domain/endorsements.js';

const args = { handle: v.string() };
const run = (view) => ({ view, mark: Math.random() });
export const profile = query({ args, handler: async (ctx, { handle }) => run(await findView(ctx, handle, 'public')) });
export const endorsements = query({ args, handler: async (ctx, { handle }) => run(await endorsementsOf(ctx, handle, 'public')) });
export const endorse = mutation({ args, handler: (ctx, { handle }) => write(ctx, handle, 'one') });
`;

let folder: string;
let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;
let ada: ConvexHttpClient;

/** A copy inside the repository, where its imports lead somewhere. */
function backend(): string {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const copy = mkdtempSync(path.join(root, '.cache', 'second-domain-'));
  for (const part of ['convex', 'tests/second-domain'])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  const change = (file: string, from: string, to: string, imported: string) => {
    const text = readFileSync(path.join(copy, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(path.join(copy, file), `${imported}\n${text.replace(from, to)}`);
  };
  change(
    'convex/schema.ts',
    '...profileTables',
    '...profileTables, ...endorsementTables',
    "import { endorsementTables } from '../tests/second-domain/endorsements.js';",
  );
  change(
    'convex/model/readModels.ts',
    '[profileViews',
    '[profileViews, secondViews',
    // Trust has read models of the same name.
    "import { endorsementViews as secondViews } from '../../tests/second-domain/endorsements.js';",
  );
  writeFileSync(path.join(copy, 'convex/trust.ts'), FUNCTIONS);
  return copy;
}

beforeAll(async () => {
  folder = backend();
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-second-domain-'));
  issuer = await startIssuer({ dataDir, port: 0, people: [], allowedOrigins: [] });
  const env = { CLERK_JWT_ISSUER_DOMAIN: issuer.url };
  deployment = await startDeployment({ functionsDir: path.join(folder, 'convex'), dataDir, env });
  ada = new ConvexHttpClient(deployment.url);
  ada.setAuth(await issuer.token('ada'));
  await write('profile:create', {
    handle: 'ada',
    role: 'mentor',
    sections: { identity: { displayName: 'Ada' }, skills: [{ id: 'one', name: 'Glass' }] },
  });
}, 60_000);

afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  for (const used of [folder, dataDir]) rmSync(used, { recursive: true, force: true });
});

let count = 0;
function write(name: string, args: Record<string, unknown>): Promise<unknown> {
  count += 1;
  return ada.mutation(mutation(name), { ...args, idempotencyKey: `second-domain-${count}` });
}

interface Run {
  view: unknown;
  mark: number;
}

/**
 * Both queries in watch over one socket, with the runs that reached it. A socket keeps the order, so that a count which is
 * met excludes a run from before.
 */
async function watched() {
  const client = new ConvexClient(deployment.url, { webSocketConstructor: WebSocket as never });
  onTestFinished(() => client.close());
  const [profile, endorsements] = ['trust:profile', 'trust:endorsements'].map((name) => {
    const runs: Run[] = [];
    client.onUpdate(query(name), { handle: 'ada' }, (run) => {
      runs.push(run as Run);
    });
    return runs;
  }) as [Run[], Run[]];
  const counts = (expected: [number, number]) =>
    expect.poll(() => [profile.length, endorsements.length], { timeout: 10_000 }).toEqual(expected);
  await counts([1, 1]);
  return { profile, endorsements, counts };
}

const endorse = () => ada.mutation(mutation('trust:endorse'), { handle: 'ada' });

test('an edit that an audience may not see re-runs none of its live queries', async () => {
  const { counts } = await watched();
  await write('profile:update', { changes: { contact: { phone: '+1 555 0100' } }, expected: { contact: 1 } });
  await endorse();
  await counts([1, 2]);
});

test('each domain wakes its own watchers alone, and a setting that governs both wakes both', async () => {
  const { profile, endorsements, counts } = await watched();
  await endorse();
  await counts([1, 2]);
  await write('profile:update', { changes: { identity: { headline: 'New' } }, expected: { identity: 1 } });
  await counts([2, 2]);
  await endorse();
  await counts([2, 3]);
  expect(endorsements.at(-1)!.view).toEqual({ handle: 'ada', skills: [{ id: 'one', endorsements: 3 }] });
  await write('privacy:update', { changes: { skills: 'owner' }, expected: 1 });
  await counts([3, 4]);
  expect(endorsements.at(-1)!.view).toEqual({ handle: 'ada' });
  expect(new Set([...profile, ...endorsements].map(({ mark }) => mark)).size).toBe(7);
});
