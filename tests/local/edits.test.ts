/** Edits and the change of a handle on the embedded deployment: calls at the same time, live frames, real HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { ConvexClient, ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';

const mutation = (name: string) => makeFunctionReference<'mutation'>(`profile:${name}`);
const query = (name: string) => makeFunctionReference<'query'>(`profile:${name}`);

let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-edits-'));
  issuer = await startIssuer({ dataDir, port: 0, people: [{ subject: 'demo_ada', name: 'Ada' }], allowedOrigins: [] });
  deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
  });
  await (
    await ada()
  ).mutation(mutation('create'), {
    handle: 'ada',
    role: 'student',
    sections: { identity: { displayName: 'Ada' }, skills: [{ id: 'a', name: 'Glass' }] },
    idempotencyKey: 'create-ada',
  });
});

afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function ada(): Promise<ConvexHttpClient> {
  const client = new ConvexHttpClient(deployment.url);
  client.setAuth(await issuer.token('demo_ada'));
  return client;
}

test('of twenty edits from the same version at the same time one is made, and the others are told of it', async () => {
  const client = await ada();
  const answers = (await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      client.mutation(mutation('edit'), {
        operations: [{ op: 'change', section: 'skills', id: 'a', fields: { level: (index % 5) + 1 } }],
        expected: { skills: 1 },
        idempotencyKey: `at-once-${index}`,
      }),
    ),
  )) as { versions?: { skills: number }; refused?: { code: string; conflicts: unknown[] } }[];
  const [made, ...more] = answers.filter(({ refused }) => !refused);
  expect([made!.versions!.skills, more]).toEqual([2, []]);
  const { value } = (await client.query(query('section'), { section: 'skills' })) as { value: { level: number }[] };
  for (const [index, { refused }] of answers.entries()) {
    if (!refused) expect(value[0]!.level).toBe((index % 5) + 1);
    else
      expect(refused).toMatchObject({
        code: 'version_conflict',
        conflicts: [{ section: 'skills', version: 2, fields: (index % 5) + 1 === value[0]!.level ? [] : ['a'] }],
      });
  }
});

test('ten repetitions of an addition at the same time have one effect and one answer', async () => {
  const client = await ada();
  const request = {
    operations: [{ op: 'add', section: 'skills', item: { name: 'Brass' } }],
    expected: { skills: 2 },
    idempotencyKey: 'add-brass',
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => client.mutation(mutation('edit'), request)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const { value } = (await client.query(query('section'), { section: 'skills' })) as { value: unknown[] };
  expect(value).toHaveLength(2);
});

test('who watches a handle sees its owner take another, hide and show the profile', async () => {
  const client = new ConvexClient(deployment.url, { webSocketConstructor: WebSocket as never });
  const seen: (string | null)[] = [];
  client.onUpdate(query('get'), { handle: 'ada' }, (view) => {
    seen.push((view as { handle: string } | null)?.handle ?? null);
  });
  await expect.poll(() => seen).toEqual(['ada']);
  const owner = await ada();
  await owner.mutation(mutation('changeHandle'), { handle: 'countess', idempotencyKey: 'rename-ada' });
  await expect.poll(() => seen).toEqual(['ada', 'countess']);
  const response = await fetch(`${deployment.siteUrl}/v1/profiles/ada`);
  expect([response.redirected, response.status, new URL(response.url).pathname]).toEqual([
    true,
    200,
    '/v1/profiles/countess',
  ]);
  const choose = (profile: string, expected: number) =>
    owner.mutation(makeFunctionReference<'mutation'>('privacy:update'), {
      changes: { profile },
      expected,
      idempotencyKey: `choose-${profile}`,
    });
  await choose('owner', 1);
  await expect.poll(() => seen).toEqual(['ada', 'countess', null]);
  expect((await fetch(`${deployment.siteUrl}/v1/profiles/ada`)).status).toBe(404);
  await choose('public', 2);
  await expect.poll(() => seen).toEqual(['ada', 'countess', null, 'countess']);
  await client.close();
});
