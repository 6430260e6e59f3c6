/** A data folder of an older version: its events and audit rows name a profile, a partner or an account by columns of their own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Writes rows as they were. */
const OLDER_ROWS = `
  import { internalMutation } from './_generated/server.js';
  export const write = internalMutation({
    handler: async (ctx) => {
      const [profile] = await ctx.db.query('profiles').collect();
      const [account] = await ctx.db.query('accounts').collect();
      const partner = await ctx.db.insert('partners', { name: 'Northfield', origins: [] });
      const commitTs = ctx.db.vars.commitTs;
      const event = { version: 1, profileId: profile._id, commitTs };
      await ctx.db.insert('events', { ...event, type: 'profile.created', data: {} });
      await ctx.db.insert('events', { ...event, type: 'profile.updated', data: { sections: ['about', 'role'] } });
      await ctx.db.insert('events', { ...event, type: 'privacy.updated', data: { keys: ['about'] } });
      await ctx.db.insert('events', { ...event, type: 'account.suspended', data: {} });
      await ctx.db.insert('events', { ...event, type: 'account.deactivated', data: {} });
      await ctx.db.insert('events', { ...event, type: 'account.restored', data: {} });
      const row = { actor: account._id, changed: [], commitTs };
      await ctx.db.insert('auditLog', { ...row, action: 'profile.update', profileId: profile._id, changed: ['about'] });
      await ctx.db.insert('auditLog', { ...row, action: 'operations.partners.create', partnerId: partner, actor: null });
      await ctx.db.insert('auditLog', { ...row, action: 'operations.links.create', partnerId: partner, accountId: account._id });
      await ctx.db.insert('auditLog', { ...row, action: 'profile.update', accountId: account._id, refused: 'not_found' });
      await ctx.db.insert('auditLog', { ...row, action: 'profile.accounts.setStatus', profileId: profile._id, accountId: account._id });
      return profile._id;
    },
  });`;

let dataDir: string;
let older: string;
let issuer: Issuer;
let deployment: Deployment;
let profileId: unknown;

/** Today's backend without a check of documents, and with the function that writes older rows. */
function olderBackend(): string {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // Inside the repository, where its imports lead somewhere.
  const folder = mkdtempSync(path.join(root, '.cache', 'older-log-'));
  cpSync(path.join(root, 'convex'), folder, { recursive: true });
  const schema = path.join(folder, 'schema.ts');
  const text = readFileSync(schema, 'utf8');
  expect(text).toContain('});');
  writeFileSync(schema, text.replace('});', '}, { schemaValidation: false });'));
  writeFileSync(path.join(folder, 'older.ts'), OLDER_ROWS);
  return folder;
}

async function write(changes: object, expected: object): Promise<void> {
  const ada = new ConvexHttpClient(deployment.url);
  ada.setAuth(await issuer.token('ada'));
  const args = { changes, expected, idempotencyKey: `update-${Object.keys(changes).join('-')}` };
  await ada.mutation(makeFunctionReference<'mutation'>('profile:update'), args);
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-older-log-'));
  older = olderBackend();
  issuer = await startIssuer({ dataDir, port: 0, people: [], allowedOrigins: [] });
  const env = { CLERK_JWT_ISSUER_DOMAIN: issuer.url };
  deployment = await startDeployment({ functionsDir: older, dataDir, env });
  const ada = new ConvexHttpClient(deployment.url);
  ada.setAuth(await issuer.token('ada'));
  await ada.mutation(makeFunctionReference<'mutation'>('profile:create'), {
    handle: 'ada',
    role: 'mentor',
    sections: { identity: { displayName: 'Ada' } },
    idempotencyKey: 'create-ada',
  });
  profileId = await deployment.run('older:write', {});
  await deployment.close();
  deployment = await startDeployment({ functionsDir: path.join(root, 'convex'), dataDir, env });
});

afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  for (const folder of [dataDir, older]) rmSync(folder, { recursive: true, force: true });
});

test('is opened, its events are read beside new ones, and each is about its profile', async () => {
  await write({ about: { text: 'Hello' } }, { about: 1 });
  const { events } = (await deployment.run('events/log:page', { count: 20 })) as { events: { type: string }[] };
  expect(events.map(({ type }) => type)).toEqual([
    'profile.published',
    'profile.created',
    'profile.created',
    'profile.updated',
    'privacy.updated',
    'account.suspended',
    'account.deactivated',
    'account.restored',
    'profile.published',
    'profile.updated',
  ]);
  for (const event of events) expect(event).toMatchObject({ version: 1, subject: { kind: 'profile', id: profileId } });
  expect(events[3]).toMatchObject({ data: { sections: ['about', 'role'] } });
  expect(events.flatMap((event) => Object.keys(event))).not.toContain('profileId');
});
