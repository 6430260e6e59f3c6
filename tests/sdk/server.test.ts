/** `@gigsy/sdk/server`: its requests, and the meaning of each answer. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGigsyServer, isGigsyError, type GigsyError, type GigsyServerOptions } from '@gigsy/sdk/server';
import { Deployment, hangup, json, silence } from './deployment.ts';

let site: Deployment;
beforeAll(async () => {
  site = await Deployment.start();
});
afterAll(() => site.stop());
afterEach(() => vi.unstubAllGlobals());

const secretKey = `sk_${'0123456789abcdef'}_${'0123456789abcdef'.repeat(4)}`;
const server = (options: Partial<GigsyServerOptions> = {}) =>
  createGigsyServer({ api: site.url, secretKey, random: () => 0, ...options });

async function failure(call: () => unknown): Promise<GigsyError> {
  const error: unknown = await (async () => call())().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isGigsyError(error)).toBe(true);
  expect(`${(error as Error).message}${(error as Error).stack}${JSON.stringify(error)}`).not.toContain(
    secretKey.slice(-64),
  );
  return error as GigsyError;
}

describe('a server', () => {
  it('names a viewer by its secret key and gets a token', async () => {
    site.answer(json(200, { token: 'a.b.c', expiresAt: 7 }));
    expect(await server({ api: `${site.url}/` }).sessions.mint({ viewer: { user: 'u-1' } })).toEqual({
      token: 'a.b.c',
      expiresAt: 7,
    });
    expect(site.received).toEqual([
      {
        method: 'POST',
        url: '/v1/embed-sessions',
        authorization: `Bearer ${secretKey}`,
        body: { viewer: { user: 'u-1' } },
      },
    ]);
    await server().sessions.mint({ viewer: 'organisation' });
    expect(site.received.at(-1)!.body).toEqual({ viewer: 'organisation' });
  });

  it('asks for a code with which a person links their profile', async () => {
    site.answer(json(200, { code: 'lc_1', expiresAt: 7 }));
    expect(await server().links.offer({ user: 'u-1' })).toEqual({ code: 'lc_1', expiresAt: 7 });
    expect(site.received[0]).toMatchObject({ url: '/v1/embed-links', body: { user: 'u-1' } });
  });

  it('tries again only if the connection or the deployment failed', async () => {
    site.answer(hangup, json(503, {}), json(200, { token: 'a.b.c', expiresAt: 7 }));
    expect(await server().sessions.mint({ viewer: 'organisation' })).toMatchObject({ token: 'a.b.c' });
    expect(site.received).toHaveLength(3);
    for (const [status, code] of [
      [401, 'invalid_key'],
      [404, 'not_found'],
      [429, 'rate_limited'],
      [503, 'not_configured'],
    ] as const) {
      site.answer(json(status, { code, detail: 'What to do.', retryAfterMs: 5_000 }));
      expect(await failure(() => server().sessions.mint({ viewer: 'organisation' }))).toMatchObject({
        code,
        message: 'What to do.',
        retryAfterMs: 5_000,
      });
      expect(site.received).toHaveLength(1);
    }
  });

  it('gives every other failure its code', async () => {
    const mint = (options: Partial<GigsyServerOptions> = {}, signal?: AbortSignal) =>
      failure(() =>
        server({ retries: 0, ...options }).sessions.mint({ viewer: 'organisation', ...(signal && { signal }) }),
      );
    for (const body of ['', '<html>', '{}', '[]', 'null', '{"token":7,"expiresAt":7}', '{"token":"a.b.c"}']) {
      site.answer((response) => response.writeHead(200).end(body));
      expect((await mint()).code, body).toBe('bad_response');
    }
    site.answer((response) => response.writeHead(404).end('<html>'));
    expect((await mint()).code).toBe('bad_response');
    // Redirects are not followed, since they would carry the key along.
    site.answer(
      (response) => response.writeHead(307, { location: `${site.url}/elsewhere` }).end(),
      json(200, { token: 'a.b.c', expiresAt: 7 }),
    );
    expect((await mint()).code).toBe('offline');
    expect(site.received).toHaveLength(1);
    site.answer(hangup);
    expect((await mint()).code).toBe('offline');
    site.answer(silence);
    expect((await mint({ timeoutMs: 50 })).code).toBe('timeout');
    expect((await mint({}, AbortSignal.abort())).code).toBe('aborted');
  });

  it('refuses an invalid address or key without repeating it', async () => {
    for (const api of ['', 'ftp://x', 'example.com', 'https://'])
      expect((await failure(() => server({ api }))).fields).toMatchObject([{ path: 'api' }]);
    for (const wrong of [
      '',
      'pk_' + '0'.repeat(32),
      secretKey.slice(0, -1),
      `${secretKey} `,
      secretKey.toUpperCase(),
    ]) {
      expect((await failure(() => server({ secretKey: wrong }))).fields).toMatchObject([{ path: 'secretKey' }]);
    }
  });

  it('is refused in a browser', async () => {
    vi.stubGlobal('document', {});
    expect(await failure(() => server())).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('Revoke'),
    });
  });
});
