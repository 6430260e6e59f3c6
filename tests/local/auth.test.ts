/** Tokens: which are accepted, which are refused, and how each door says so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey } from 'jose';
import { rmSync } from 'node:fs';
import { startIssuer } from '../../packages/local/src/index.ts';
import type { Issuer } from '../../packages/local/src/index.ts';
import { api, freshFolder, startFixture, until } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
let issuer: Issuer;
let stranger: Issuer;
let customKey: CryptoKey;
const folders = [freshFolder(), freshFolder()];

beforeAll(async () => {
  const people = [{ subject: 'ada', name: 'Ada' }];
  issuer = await startIssuer({ dataDir: folders[0]!, people, allowedOrigins: [] });
  stranger = await startIssuer({ dataDir: folders[1]!, people, allowedOrigins: [] });
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  customKey = privateKey;
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'custom', alg: 'ES256' }] });
  fixture = await startFixture({
    env: { ISSUER: issuer.url, CUSTOM_JWKS: `data:application/json;base64,${btoa(jwks)}` },
  });
});
afterAll(async () => {
  await fixture.close();
  await Promise.all([issuer.close(), stranger.close()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function ask(token: string): Promise<{ status: number; body: any }> {
  const response = await fetch(`${fixture.deployment.url}/api/query`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ path: 'runtime:identity', format: 'convex_encoded_json', args: [{}] }),
  });
  return { status: response.status, body: await response.json() };
}

const custom = (claims: object = {}) =>
  new SignJWT({ role: 'mentor', ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'custom' })
    .setIssuer('https://custom.invalid')
    .setAudience('custom-app')
    .setSubject('cleo')
    .setExpirationTime('1h')
    .sign(customKey);

const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;
const customWith = (
  claims: Record<string, unknown>,
  header: { alg: string; kid?: string } = { alg: 'ES256', kid: 'custom' },
) =>
  new SignJWT({ iss: 'https://custom.invalid', aud: 'custom-app', sub: 'cleo', exp: seconds(3_600), ...claims })
    .setProtectedHeader(header)
    .sign(customKey);

describe('over HTTP', () => {
  test('a good token names its person', async () => {
    const { body } = await ask(await issuer.token('ada', { name: 'Ada', email: 'ada@example.org' }));
    expect(body.value).toEqual({
      subject: 'ada',
      issuer: issuer.url,
      tokenIdentifier: `${issuer.url}|ada`,
      name: 'Ada',
      email: 'ada@example.org',
    });
  });

  test('an anonymous caller is null', async () => {
    expect(await fixture.http().query(api.runtime.identity, {})).toBeNull();
  });

  test('a custom JWT is checked with the keys of its data: URI', async () => {
    expect((await ask(await custom())).body.value).toMatchObject({
      subject: 'cleo',
      tokenIdentifier: 'https://custom.invalid|cleo',
      role: 'mentor',
    });
  });

  test('a custom JWT may have expired up to five seconds ago', async () => {
    expect((await ask(await customWith({ exp: seconds(-3) }))).body.value).toMatchObject({ subject: 'cleo' });
  });

  test('claims of a custom JWT keep their names, and those within claims are named by their path', async () => {
    const claims = {
      given_name: 'Cleo',
      org: { id: 7, roles: ['a', 'b'], unit: { name: 'x' } },
      jti: 'j',
      fva: [1, -1],
      subject: 'someone else',
      empty: {},
    };
    expect((await ask(await customWith(claims))).body.value).toEqual({
      subject: 'cleo',
      issuer: 'https://custom.invalid',
      tokenIdentifier: 'https://custom.invalid|cleo',
      given_name: 'Cleo',
      'org.id': 7,
      'org.roles': ['a', 'b'],
      'org.unit.name': 'x',
    });
  });

  test('claims of OpenID Connect have Convex’s names', async () => {
    const claims = {
      given_name: 'Ada',
      family_name: 'L',
      email_verified: true,
      birthdate: '1815-12-10',
      zoneinfo: 'Europe/London',
      locale: 'en',
      updated_at: 1_600_000_000,
      address: { formatted: '1 Lane', country: 'GB' },
      org: { id: 7 },
      constructor: 'c',
      auth_time: 1,
      fva: [1, -1],
      jti: 'j',
    };
    expect((await ask(await issuer.token('ada', claims as { name?: string }))).body.value).toEqual({
      subject: 'ada',
      issuer: issuer.url,
      tokenIdentifier: `${issuer.url}|ada`,
      givenName: 'Ada',
      familyName: 'L',
      emailVerified: true,
      birthday: '1815-12-10',
      timezone: 'Europe/London',
      language: 'en',
      updatedAt: '2020-09-13T12:26:40+00:00',
      address: '1 Lane',
      org: { id: 7 },
      constructor: 'c',
    });
  });

  test.each([[{ email_verified: false, emailVerified: true }], [{ emailVerified: true, email_verified: false }]])(
    'a claim named like an attribute does not stand for the standard one: %j',
    async (claims) => {
      expect((await ask(await issuer.token('ada', claims as object))).body.value).toMatchObject({
        emailVerified: false,
      });
    },
  );

  test('identity reaches actions too', async () => {
    const client = fixture.http();
    client.setAuth(await issuer.token('ada'));
    expect(await client.action(api.runtime.identityInAction, {})).toMatchObject({ subject: 'ada' });
  });

  const refused: [string, () => Promise<string>, string][] = [
    ['expired', () => issuer.token('ada', {}, { expiresInSeconds: -10 }), 'Unauthenticated'],
    ['from another issuer', () => stranger.token('ada'), 'NoAuthProvider'],
    ['for another audience', () => issuer.token('ada', {}, { audience: 'someone-else' }), 'NoAuthProvider'],
    ['no JWT', () => Promise.resolve('nonsense'), 'InvalidAuthHeader'],
    [
      'signed with another key',
      async () =>
        new SignJWT({})
          .setProtectedHeader({ alg: 'RS256', kid: 'local' })
          .setIssuer(issuer.url)
          .setAudience('convex')
          .setSubject('ada')
          .setExpirationTime('1h')
          .sign((await generateKeyPair('RS256')).privateKey),
      'Unauthenticated',
    ],
    [
      'signed with another algorithm',
      () =>
        new SignJWT({})
          .setProtectedHeader({ alg: 'HS256', kid: 'custom' })
          .setIssuer('https://custom.invalid')
          .setAudience('custom-app')
          .setSubject('x')
          .setExpirationTime('1h')
          .sign(new Uint8Array(32)),
      'InvalidAuthHeader',
    ],
    [
      'without an expiry',
      () =>
        new SignJWT({})
          .setProtectedHeader({ alg: 'ES256', kid: 'custom' })
          .setIssuer('https://custom.invalid')
          .setAudience('custom-app')
          .setSubject('x')
          .sign(customKey),
      'InvalidAuthHeader',
    ],
    ['without the id of its key', () => customWith({}, { alg: 'ES256' }), 'InvalidAuthHeader'],
    ['issued in the future', () => customWith({ iat: seconds(60) }), 'InvalidAuthHeader'],
    ['not valid yet', () => customWith({ nbf: seconds(60) }), 'InvalidAuthHeader'],
    ['expired for more than five seconds', () => customWith({ exp: seconds(-8) }), 'InvalidAuthHeader'],
    ['without an issuer', () => customWith({ iss: undefined }), 'InvalidAuthHeader'],
  ];
  test.each(refused)('a token %s is refused', async (_, token, code) => {
    const answer = await ask(await token());
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe(code);
    expect(answer.body.message).not.toMatch(/\n|node:|\.ts:/);
  });
});

describe('over the socket', () => {
  test('a good token makes live queries the person’s', async () => {
    const seen: unknown[] = [];
    const client = fixture.live();
    client.setAuth(() => issuer.token('ada'));
    client.onUpdate(api.runtime.identity, {}, (identity: any) => seen.push(identity?.subject ?? null));
    await until(
      () => seen,
      (values) => values.at(-1) === 'ada',
    );
    (client.client as unknown as { clearAuth(): void }).clearAuth();
    await until(
      () => seen,
      (values) => values.slice(values.indexOf('ada')).includes(null),
    );
  });

  test('a refused token leaves the client signed out, and working', async () => {
    const client = fixture.live();
    const states: boolean[] = [];
    const seen: unknown[] = [];
    client.setAuth(
      () => stranger.token('ada'),
      (isAuthenticated) => states.push(isAuthenticated),
    );
    client.onUpdate(api.runtime.identity, {}, (identity) => seen.push(identity));
    await until(
      () => states,
      (values) => values.includes(false),
    );
    await until(
      () => seen,
      (values) => values.length > 0,
    );
    expect(states).not.toContain(true);
    expect(seen).toEqual([null]);
  });

  test('a token that ends is exchanged for a new one', async () => {
    const client = fixture.live();
    let asked = 0;
    client.setAuth(() => issuer.token('ada', {}, { expiresInSeconds: asked++ < 2 ? 2 : 600 }));
    const seen: unknown[] = [];
    client.onUpdate(api.runtime.identity, {}, (identity: any) => seen.push(identity?.subject ?? null));
    await until(
      () => seen,
      (values) => values.at(-1) === 'ada',
    );
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await client.mutation(api.counters.increment, { name: 'after expiry' })).toBe(1);
    expect(seen.at(-1)).toBe('ada');
    expect(asked).toBeGreaterThan(2);
  }, 15_000);
});

describe('an HTTP action', () => {
  test('runs with a foreign Authorization header and fails only when it reads the identity', async () => {
    const whoami = async (authorization: string) =>
      (await fetch(`${fixture.deployment.siteUrl}/whoami`, { headers: { authorization } })).json();
    expect(await whoami(`Bearer ${await issuer.token('ada')}`)).toMatchObject({
      identity: { subject: 'ada' },
      viaQuery: { subject: 'ada' },
    });
    expect(await whoami('Bearer sk_partner_key')).toEqual({ refused: 'Could not parse as id token', viaQuery: null });
  });
});

describe('the issuer', () => {
  test('signs in its people for pages it trusts', async () => {
    const folder = freshFolder();
    const own = await startIssuer({
      dataDir: folder,
      people: [{ subject: 'ada', name: 'Ada' }],
      allowedOrigins: ['http://127.0.0.1:9999'],
    });
    const post = (subject: string, origin?: string, secret = own.secret) =>
      fetch(`${own.url}/token`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, ...(origin ? { origin } : {}) },
        body: JSON.stringify({ subject }),
      });
    const trusted = await post('ada', 'http://127.0.0.1:9999');
    expect(trusted.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:9999');
    expect((await trusted.json()) as object).toHaveProperty('token');
    expect((await post('ada', 'http://evil.invalid')).status).toBe(403);
    expect((await post('nobody')).status).toBe(404);
    for (const guess of ['', 'guess', `${own.secret}x`, own.secret.slice(1)]) {
      const refused = await post('ada', undefined, guess);
      expect([refused.status, await refused.json()]).toEqual([401, expect.objectContaining({ code: 'SecretNeeded' })]);
    }
    expect((await fetch(`${own.url}/token`, { method: 'POST', body: '{"subject":"ada"}' })).status).toBe(401);
    const { jwks_uri } = (await (await fetch(`${own.url}/.well-known/openid-configuration`)).json()) as {
      jwks_uri: string;
    };
    const keys = (await (await fetch(jwks_uri)).json()) as { keys: Record<string, unknown>[] };
    expect(keys.keys[0]).not.toHaveProperty('d');
    await own.close();
    const again = await startIssuer({ dataDir: folder, people: [], allowedOrigins: [] });
    expect(await (await fetch(`${again.url}/jwks.json`)).json()).toEqual(keys);
    expect(again.secret).not.toBe(own.secret);
    await again.close();
    rmSync(folder, { recursive: true });
  });
});
