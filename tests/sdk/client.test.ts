/** `createGigsy` over HTTP: names, tokens, retries, and every way that a call can fail. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, errorCodes, listFunctions } from '@gigsy/schema';
import { type Auth, createGigsy, type GigsyError, type GigsyOptions, isGigsyError } from '@gigsy/sdk';
import { Deployment, json, silence, thrown, value } from './deployment.ts';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterAll(() => deployment.stop());

function client(options: Partial<GigsyOptions> = {}) {
  return createGigsy({ url: deployment.url, random: () => 0, ...options });
}

async function failure(call: Promise<unknown>): Promise<GigsyError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isGigsyError(error)).toBe(true);
  return error as GigsyError;
}

describe('the resource tree', () => {
  it('has a method for each function of the contract, and a watch for each query', () => {
    type Tree = { [name: string]: Tree };
    for (const { name, contract: declared } of listFunctions(contract)) {
      const trail = name.split('.');
      const method = trail.pop()!;
      const resource = trail.reduce((tree, part) => tree[part]!, client() as unknown as Tree);
      expect(resource[method], name).toBeTypeOf('function');
      const watch = method === 'get' ? 'watch' : `watch${method.charAt(0).toUpperCase()}${method.slice(1)}`;
      expect(typeof resource[watch], `${name} watch`).toBe(declared.kind === 'query' ? 'function' : 'undefined');
    }
  });

  it('calls a function by its Convex path', async () => {
    deployment.answer(value({ handle: 'ada', role: 'mentor' }));
    const profile = await client().profile.get({ handle: 'ada' });
    expect(profile?.handle).toBe('ada');
    expect(deployment.received[0]).toMatchObject({
      url: '/api/query',
      body: { path: 'profile:get', args: [{ handle: 'ada' }] },
    });
    await client().profile.mine();
    expect(deployment.received[1]).toMatchObject({ body: { path: 'profile:mine', args: [{}] } });
  });

  it('refuses an invalid address', () => {
    for (const url of ['', 'ftp://x', 'example.com', 'https://']) {
      expect(() => createGigsy({ url })).toThrow(expect.objectContaining({ code: 'invalid_argument' }) as Error);
    }
  });
});

describe('a failure', () => {
  it('keeps each code that the backend throws', async () => {
    for (const code of errorCodes) {
      deployment.answer(thrown({ code, message: `About ${code}.`, retryAfterMs: 5 }));
      expect(await failure(client().profile.get({ handle: 'ada' }))).toMatchObject({
        code,
        message: `About ${code}.`,
        retryAfterMs: 5,
      });
    }
  });

  it('is internal, without the server’s text, when the backend faults', async () => {
    deployment.answer(
      json(560, {
        status: 'error',
        errorMessage: '[Request ID: 9f] Uncaught Error: secret at convex/x.ts',
        logLines: ['secret'],
      }),
    );
    const error = await failure(client().profile.get({ handle: 'ada' }));
    expect(error).toMatchObject({ code: 'internal', requestId: '9f' });
    expect(JSON.stringify(error) + error.message + String(error.cause)).not.toContain('secret');
  });

  it('is internal for a ConvexError that is not Gigsy’s', async () => {
    for (const data of ['text', { code: 'unheard_of', message: 'x' }, null, 7, { code: 'toString' }]) {
      deployment.answer(thrown(data));
      expect((await failure(client().profile.get({ handle: 'ada' }))).code).toBe('internal');
    }
  });

  it('is bad_response for an answer that makes no sense', async () => {
    for (const body of [
      '<html>',
      '',
      '{"status":"success"',
      '[]',
      'null',
      '{"status":"other"}',
      '{"status":"success","value":{"$integer":"?"}}',
    ]) {
      deployment.answer((response) => response.writeHead(200).end(body));
      expect((await failure(client().profile.get({ handle: 'ada' }))).code, body).toBe('bad_response');
    }
  });

  it('is a timeout when no answer comes, or stops half-way', async () => {
    for (const answer of [
      silence,
      (response: import('node:http').ServerResponse) => response.writeHead(200).write('{"status"'),
    ]) {
      deployment.answer(answer);
      expect((await failure(client({ timeoutMs: 80 }).profile.get({ handle: 'ada' }))).code).toBe('timeout');
    }
    deployment.answer(silence);
    expect((await failure(client().profile.get({ handle: 'ada' }, { timeoutMs: 80 }))).code).toBe('timeout');
  });

  it('is aborted by the caller, before or during the call', async () => {
    deployment.answer(silence);
    expect((await failure(client().profile.get({ handle: 'ada' }, { signal: AbortSignal.abort() }))).code).toBe(
      'aborted',
    );
    expect(deployment.received).toHaveLength(0);
    expect((await failure(client().profile.get({ handle: 'ada' }, { signal: AbortSignal.timeout(50) }))).code).toMatch(
      /aborted|timeout/,
    );
    const ended = new AbortController();
    setTimeout(() => ended.abort(), 50);
    expect((await failure(client().profile.get({ handle: 'ada' }, { signal: ended.signal }))).code).toBe('aborted');
  });

  it('is invalid_argument for arguments that cannot be sent', async () => {
    deployment.answer(value(null));
    expect((await failure(client().profile.get({ handle: (() => {}) as unknown as string }))).code).toBe(
      'invalid_argument',
    );
    expect(deployment.received).toHaveLength(0);
  });
});

describe('a token', () => {
  it('goes along, and is renewed once when it is refused', async () => {
    const asked: unknown[] = [];
    const auth: Auth = {
      getToken: ({ forceRefresh } = {}) => {
        asked.push(forceRefresh);
        return Promise.resolve(forceRefresh ? 'new' : 'old');
      },
    };
    deployment.answer(json(401, { code: 'InvalidAuthHeader' }), value(null));
    expect(await client({ auth }).profile.mine()).toBeNull();
    expect(deployment.received.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(asked).toEqual([false, true]);
    deployment.answer(json(401, {}));
    expect((await failure(client({ auth }).profile.mine())).code).toBe('unauthenticated');
    expect(deployment.received).toHaveLength(2);
  });

  it('is not renewed when the function itself asks for a signed-in person', async () => {
    deployment.answer(thrown({ code: 'unauthenticated', message: 'Sign in.' }));
    await failure(client({ auth: { getToken: () => Promise.resolve(null) } }).profile.mine());
    expect(deployment.received).toHaveLength(1);
    expect(deployment.received[0]?.authorization).toBeUndefined();
  });

  it('that never comes ends in a timeout, and one that fails in unauthenticated', async () => {
    expect(
      (await failure(client({ auth: { getToken: () => new Promise(() => {}) }, timeoutMs: 50 }).profile.mine())).code,
    ).toBe('timeout');
    expect(
      (await failure(client({ auth: { getToken: () => Promise.reject(new Error('x')) } }).profile.mine())).code,
    ).toBe('unauthenticated');
  });
});

describe('the brand', () => {
  it('holds across copies of the class, and nothing else has it', () => {
    const copy = Object.assign(new Error('x'), { code: 'offline' });
    Object.defineProperty(copy, Symbol.for('gigsy.error'), { value: true });
    expect(isGigsyError(copy)).toBe(true);
    expect(isGigsyError(copy, 'offline')).toBe(true);
    expect(isGigsyError(copy, 'timeout')).toBe(false);
    for (const other of [new Error('x'), { code: 'offline' }, null, undefined, 'offline', 7])
      expect(isGigsyError(other)).toBe(false);
  });
});

describe('values', () => {
  const get = (args: object) => client().profile.get(args as { handle: string });

  it('go out as Convex writes them', async () => {
    const { convexToJson } = await import('convex/values');
    const samples = [
      { text: 'a', flag: false, none: null, list: [1, [-1.5]], inner: { x: 1, left: undefined } },
      { big: 2n ** 62n, list: [{ bytes: new Uint8Array([1, 2, 255]).buffer }] },
      { numbers: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1e300] },
      { text: '{"$integer":"x"}', with$: '$' },
    ];
    deployment.answer(value(null));
    for (const args of samples) await get(args);
    expect(deployment.received.map(({ body }) => body.args![0])).toEqual(
      samples.map((args) => convexToJson(args as never)),
    );
  });

  it('that no function takes are refused before anything is sent', async () => {
    deployment.answer(value(null));
    const twice = { handle: 'ada' };
    for (const refused of [
      { list: [undefined] },
      { at: new Date() },
      { set: new Set([1]) },
      { big: 2n ** 64n },
      { $kind: 1 },
      { fïeld: 1 },
      { inner: { run: () => twice } },
      { symbol: Symbol('x') },
    ]) {
      expect((await failure(get(refused))).code, Object.keys(refused)[0]).toBe('invalid_argument');
    }
    expect(deployment.received).toHaveLength(0);
  });

  it('come back as they are', async () => {
    const { convexToJson } = await import('convex/values');
    for (const result of [
      { text: 'a {"$', inner: ['$', { x: '"$integer":' }] },
      { big: -(2n ** 63n), list: [Number.NaN, -0] },
      { bytes: new Uint8Array([7]).buffer },
    ]) {
      deployment.answer(value(convexToJson(result as never)));
      expect(await get({ handle: 'ada' })).toEqual(result);
    }
    deployment.answer((response) => response.end('{"status": "success", "value": { "$integer": "AQAAAAAAAAA=" }}'));
    expect(await get({ handle: 'ada' })).toBe(1n);
  });
});
