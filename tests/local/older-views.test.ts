/** A deployment that finds views of an older version of the backend: none of their bytes leaves it, on any path. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { ConvexClient, ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';

const root = path.resolve(import.meta.dirname, '../..');
const get = makeFunctionReference<'query'>('profile:get');

let dataDir: string;
let older: string;
let issuer: Issuer;
let deployment: Deployment;

/** The backend as it might have been: a projection that showed everybody everything. */
function olderBackend(): string {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // Inside the repository, where its imports lead somewhere.
  const folder = mkdtempSync(path.join(root, '.cache', 'older-backend-'));
  cpSync(path.join(root, 'convex'), folder, { recursive: true });
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(path.join(folder, file), text.replace(from, to));
  };
  change('model/profile/views.ts', 'projection: 2', 'projection: 0');
  change(
    'model/profile/views.ts',
    'project: projectProfile',
    "project: (document, _, rows) => projectProfile(document, 'owner', rows)",
  );
  // Versions before the read models noted the policy on the profile's row.
  change(
    'model/profile/write.ts',
    '    versions,\n    ...rowSections',
    "    versions,\n    policy: 'older',\n    ...rowSections",
  );
  return folder;
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-older-views-'));
  older = olderBackend();
  issuer = await startIssuer({ dataDir, port: 0, people: [], allowedOrigins: [] });
  const env = { CLERK_JWT_ISSUER_DOMAIN: issuer.url };
  deployment = await startDeployment({ functionsDir: older, dataDir, env });
  const ada = new ConvexHttpClient(deployment.url);
  ada.setAuth(await issuer.token('ada'));
  await ada.mutation(makeFunctionReference<'mutation'>('profile:create'), {
    handle: 'ada',
    role: 'mentor',
    sections: { identity: { displayName: 'Ada' }, contact: { email: 'ada@example.org' } },
    idempotencyKey: 'create-ada',
  });
  expect(await shown()).toContain('ada@example.org');
  await deployment.close();
  deployment = await startDeployment({ functionsDir: path.join(root, 'convex'), dataDir, env });
});

afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  for (const folder of [dataDir, older]) rmSync(folder, { recursive: true, force: true });
});

async function shown(): Promise<string> {
  const response = await fetch(`${deployment.siteUrl}/v1/profiles/ada`);
  return JSON.stringify([
    response.headers.get('etag'),
    await response.text(),
    await new ConvexHttpClient(deployment.url).query(get, { handle: 'ada' }),
  ]);
}

test('not by route, function or socket, and all stay as they are when the views are written anew', async () => {
  const client = new ConvexClient(deployment.url, { webSocketConstructor: WebSocket as never });
  const seen: string[] = [];
  client.onUpdate(get, { handle: 'ada' }, (view) => {
    seen.push(JSON.stringify(view));
  });
  await expect.poll(() => seen).toHaveLength(1);
  const before = await shown();
  expect(before).toContain('Ada');
  expect(before + seen.join()).not.toContain('ada@example.org');
  await deployment.run('privacy/views:refresh', {});
  expect(await shown()).toBe(before);
  expect(new Set(seen).size).toBe(1);
  await client.close();
});
