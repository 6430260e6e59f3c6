/** Leases on a whole deployment: the live view of a lease over a real socket, and a crowd that opens leases on one profile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { createGigsy } from '@gigsy/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';

let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;
const clients: ReturnType<typeof createGigsy>[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-leases-'));
  issuer = await startIssuer({ dataDir, port: 0, people: [], allowedOrigins: [] });
  deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
    log: () => undefined,
  });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await deployment?.close();
  await issuer?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A client of a person who has a profile. */
async function person(handle: string, more: object = {}) {
  const gigsy = createGigsy({ url: deployment.url, auth: { getToken: () => issuer.token(handle) } });
  clients.push(gigsy);
  await gigsy.profile.create({ handle, role: 'student', sections: { identity: { displayName: handle }, ...more } });
  return gigsy;
}

test('the live view drops a field when its owner hides it, and everything when the lease is revoked', async () => {
  const ada = await person('ada', { about: { text: 'Hello' }, education: [{ institution: 'Northfield' }] });
  const ben = await person('ben');
  const { lease, fields } = await ben.privacy.access.open({ handle: 'ada', purpose: 'admissions' });
  expect(fields).toEqual(['about.text', 'education.institution']);
  const seen: unknown[] = [];
  ben.privacy.access.watchView({ lease }, { next: (view) => void seen.push(view && Object.keys(view.profile)) });
  await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toEqual(expect.arrayContaining(['about', 'education']));
  await ada.privacy.update({ changes: { about: 'owner' }, expected: 1 });
  await expect.poll(() => seen.at(-1), { timeout: 10_000 }).not.toContain('about');
  expect(seen.at(-1)).toContain('education');
  await ada.privacy.access.revoke({ lease });
  await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBeNull();
});

test('a crowd opens leases on one profile at once, and its owner sees all of them', async () => {
  const owner = await person('grace', { about: { text: 'Hello' } });
  const crowd = await Promise.all(Array.from({ length: 12 }, (_, n) => person(`viewer-${n}`)));
  const opened = await Promise.all(
    crowd.map((viewer) => viewer.privacy.access.open({ handle: 'grace', purpose: 'hiring' })),
  );
  expect(new Set(opened.map(({ lease }) => lease)).size).toBe(crowd.length);
  const { accesses } = await owner.privacy.access.log({});
  expect(accesses.map(({ viewer }) => viewer).sort()).toEqual(crowd.map((_, n) => `viewer-${n}`).sort());
});
