/** Gigsy's own backend on the embedded deployment, through the official clients and raw HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, type LogLine, startDeployment, startIssuer } from '@gigsy/local';
import { contract, listFunctions } from '@gigsy/schema';
import { ConvexClient, ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';

const functionsDir = path.resolve(import.meta.dirname, '../../convex');
const create = makeFunctionReference<'mutation'>('profile:create');
const update = makeFunctionReference<'mutation'>('profile:update');
const get = makeFunctionReference<'query'>('profile:get');

let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;
const lines: LogLine[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-backend-'));
  issuer = await startIssuer({ dataDir, port: 0, people: [{ subject: 'demo_ada', name: 'Ada' }], allowedOrigins: [] });
  deployment = await startDeployment({
    functionsDir,
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
    log: (line) => lines.push(line),
  });
  const ada = await signedIn('demo_ada');
  await ada.mutation(create, {
    handle: 'ada',
    role: 'student',
    idempotencyKey: 'create-ada',
    sections: {
      identity: { displayName: 'Ada', headline: 'First' },
      skills: Array.from({ length: 200 }, (_, i) => ({ name: `Skill ${i}` })),
    },
  });
});

afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signedIn(subject: string, url = deployment.url): Promise<ConvexHttpClient> {
  const client = new ConvexHttpClient(url);
  client.setAuth(await issuer.token(subject));
  return client;
}

function edit(
  client: ConvexHttpClient,
  changes: Record<string, unknown>,
  expected: Record<string, number>,
  key: string,
) {
  return client.mutation(update, { changes, expected, idempotencyKey: key });
}

/** Frames that change a watched result, counted on the wire. */
function countingClient() {
  const frames: { type: string; modifications?: unknown[] }[] = [];
  class CountingSocket extends WebSocket {
    constructor(address: string) {
      super(address);
      this.on('message', (data) => frames.push(JSON.parse(String(data)) as { type: string }));
    }
  }
  const client = new ConvexClient(deployment.url, { webSocketConstructor: CountingSocket as never });
  return {
    client,
    changed: () => frames.filter((frame) => frame.type === 'Transition' && frame.modifications!.length > 0).length,
    all: () => frames.filter((frame) => frame.type !== 'Ping').length,
  };
}

test('a hidden edit sends no frame to a public watcher, a visible one does', async () => {
  const { client, changed, all } = countingClient();
  const seen: (string | undefined)[] = [];
  client.onUpdate(get, { handle: 'ada' }, (view) => {
    seen.push((view as { identity?: { headline?: string } }).identity?.headline);
  });
  await expect.poll(() => seen).toEqual(['First']);
  const [framesBefore, allBefore] = [changed(), all()];
  const ada = await signedIn('demo_ada');
  await edit(ada, { contact: { email: 'ada@example.org' } }, { contact: 1 }, 'hidden-edit');
  await edit(ada, { identity: { headline: 'Second' } }, { identity: 1 }, 'visible-edit');
  await expect.poll(() => seen).toEqual(['First', 'Second']);
  // The visible edit came after the hidden one, so anything the hidden one sent would have arrived by now.
  expect([changed() - framesBefore, all() - allBefore]).toEqual([1, 1]);
  await client.close();
});

test('the local issuer is not accepted by a deployment configured for Clerk', async () => {
  const otherData = mkdtempSync(path.join(tmpdir(), 'gigsy-production-'));
  const production = await startDeployment({
    functionsDir,
    dataDir: otherData,
    env: { CLERK_JWT_ISSUER_DOMAIN: 'https://clerk.gigsy.example' },
  });
  try {
    const response = await fetch(`${production.url}/api/query`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await issuer.token('demo_ada')}` },
      body: JSON.stringify({ path: 'profile:mine', format: 'convex_encoded_json', args: [{}] }),
    });
    expect(response.status).toBe(401);
    expect(((await response.json()) as { code: string }).code).not.toBe('');
  } finally {
    await production.close();
    rmSync(otherData, { recursive: true, force: true });
  }
});

test('a suspension and its end reach watchers by HTTP and by socket', async () => {
  const { client } = countingClient();
  const seen: boolean[] = [];
  client.onUpdate(get, { handle: 'ada' }, (view) => {
    seen.push(view !== null);
  });
  await expect.poll(() => seen).toEqual([true]);
  const operator = new ConvexHttpClient(deployment.url);
  (operator as unknown as { setAdminAuth(key: string): void }).setAdminAuth(deployment.adminKey);
  const status = async () => (await fetch(`${deployment.siteUrl}/v1/profiles/ada`)).status;
  const setStatus = makeFunctionReference<'mutation'>('profile/accounts:setStatus');
  await operator.mutation(setStatus, { subject: 'demo_ada', status: 'suspended' });
  expect(await status()).toBe(404);
  await expect.poll(() => seen).toEqual([true, false]);
  await operator.mutation(setStatus, { subject: 'demo_ada', status: 'active' });
  expect(await status()).toBe(200);
  await expect.poll(() => seen).toEqual([true, false, true]);
  await client.close();
});

test('a refused write counts towards its limit, with any client', async () => {
  const guess = (
    client: { mutation(reference: typeof create, args: Record<string, unknown>): Promise<unknown> },
    number: number,
  ) =>
    client
      .mutation(create, {
        handle: 'ada',
        role: 'student',
        sections: { identity: { displayName: 'Guesser' } },
        idempotencyKey: `guess-handle-${number}`,
      })
      .then(
        (answer) => (answer as { refused: { code: string } }).refused.code,
        (error: unknown) => (error as { data: { code: string } }).data.code,
      );
  const live = new ConvexClient(deployment.url, { webSocketConstructor: WebSocket as never, logger: false });
  live.setAuth(() => issuer.token('demo_guesser'));
  const http = await signedIn('demo_guesser');
  const codes: string[] = [];
  for (let number = 0; number < 20; number += 1) codes.push(await guess(number % 2 ? http : live, number));
  // Ten at once, and one more for each six seconds that this takes.
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('handle_unavailable'));
  expect(codes).toContain('rate_limited');
  await live.close();
});

describe('hostile arguments over raw HTTP', () => {
  const hostile = [
    [],
    [null],
    [0],
    ['text'],
    [[]],
    [{ handle: { $integer: 'AQAAAAAAAAA=' } }],
    [{ handle: { $bytes: 'AAAA' } }],
    [{ handle: '\ud800' }],
    [{ handle: 'x\u0000' }],
    [{ handle: 'x'.repeat(100_000) }],
    [JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)],
  ];

  test.each(listFunctions(contract).map((fn) => [fn.name, fn] as const))(
    '%s answers with typed errors',
    async (_, fn) => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${await issuer.token('demo_ada')}` };
      for (const args of hostile) {
        const response = await fetch(`${deployment.url}/api/${fn.contract.kind}`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ path: fn.path, format: 'convex_encoded_json', args }),
        });
        const answer = (await response.json()) as { status?: string; errorData?: { code: string }; code?: string };
        if (answer.status === 'success') continue;
        // Convex's own door refuses bodies other than one encoded arguments object (4xx with a code); Gigsy's refuses
        // the rest.
        expect([args, answer.errorData?.code ?? (response.status < 500 && answer.code)]).toEqual([
          args,
          expect.any(String),
        ]);
        expect(JSON.stringify(answer)).not.toMatch(/\bat \S+ \(|\.ts:\d+/);
      }
    },
  );
});

describe('the reserved forms of encoded values', () => {
  const tokens = [
    '$commitTs',
    '{"$commitTs":null}',
    '"$commitTs"',
    '$integer',
    '$undefined',
    '$',
    '$commitTs$',
    '__proto__',
  ];

  test.each(tokens)('%s is a text like any other', async (text) => {
    const number = tokens.indexOf(text);
    const person = await signedIn(`demo_words_${number}`);
    const [identity, about] = [{ displayName: text }, { text }];
    await person.mutation(create, {
      handle: `words-${number}`,
      role: 'mentor',
      sections: { identity, about, skills: [{ name: text }] },
      idempotencyKey: `create-words-${number}`,
    });
    await edit(person, { about: { text: `${text} ${text}` } }, { about: 1 }, `words-${number}-apart`);
    await edit(person, { about }, { about: 2 }, `words-${number}-again`);
    const view = (await (await fetch(`${deployment.siteUrl}/v1/profiles/words-${number}`)).json()) as object;
    expect(view).toMatchObject({ identity, about, skills: [{ name: text }] });
    expect(await person.query(get, { handle: `words-${number}` })).toMatchObject({
      identity,
      about,
      skills: [{ name: text }],
    });
  });

  test.each([
    '{"$commitTs":null}',
    '{"$commitTs":1}',
    '{"$commitTs":null,"b":2}',
    '{"$integer":"bad"}',
    '{"$integer":5}',
    '{"$bytes":"!!"}',
    '{"$bytes":5}',
    '{"$float":"x"}',
    '{"$foo":1}',
    '{"$foo":1,"b":2}',
    '{"$map":[]}',
    '{"$set":[]}',
    '{"$undefined":null}',
    '{"é":1}',
    '{"a\\u0000":1}',
    '{"\\ud800":1}',
    '{"_x":1}',
    '{"":1}',
    '{"__proto__":1}',
    '"\\ud800"',
    '"\\u0000"',
    '"$commitTs"',
  ])('%s where something else belongs is refused by a stable code', async (value) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${await issuer.token('demo_ada')}` };
    for (const args of [`{"handle":${value}}`, `{"handle":"ada","more":[${value}]}`]) {
      const response = await fetch(`${deployment.url}/api/query`, {
        method: 'POST',
        headers,
        body: `{"path":"profile:get","format":"convex_encoded_json","args":[${args}]}`,
      });
      const answer = (await response.json()) as { status?: string; errorData?: { code: string }; code?: string };
      expect([args, answer.errorData?.code ?? (response.status === 400 && answer.code)]).toEqual([
        args,
        expect.stringMatching(/^(invalid_argument|InvalidArguments)$/),
      ]);
    }
  });
});

test('writes survive a restart, and the same request is still answered once', async () => {
  const ada = await signedIn('demo_ada');
  const request = [{ about: { text: 'Durable' } }, { about: 1 }, 'durable-edit'] as const;
  const first = await edit(ada, ...request);
  await deployment.close();
  deployment = await startDeployment({
    functionsDir,
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
    log: (line) => lines.push(line),
  });
  const again = await signedIn('demo_ada');
  expect(await edit(again, ...request)).toEqual(first);
  const mine = (await again.query(makeFunctionReference<'query'>('profile:mine'), {})) as {
    sections: { about: { text: string } };
    versions: { about: number };
  };
  expect([mine.sections.about.text, mine.versions.about]).toEqual(['Durable', 2]);
});

/** A function that does so gets modules of its own for each call, which takes tens of milliseconds. */
test('no function keeps anything in its modules from call to call', async () => {
  await fetch(`${deployment.siteUrl}/v1/profiles/ada`);
  expect(lines.filter(({ event }) => event === 'function.state_written')).toEqual([]);
});
