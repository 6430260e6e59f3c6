/** Partners over the wire: keys and origins by HTTP, tokens minted by the SDK and checked by the embedded deployment, live queries that end. */
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { type Gigsy, createGigsy, embedAuth } from '@gigsy/sdk';
import { type GigsyServer, createGigsyServer } from '@gigsy/sdk/server';
import { publicReader } from '@gigsy/sdk/reader';
import {
  type CryptoKey,
  type JWK,
  SignJWT,
  UnsecuredJWT,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
} from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const ORIGIN = 'https://careers.example';
const soon = { timeout: 10_000, interval: 20 };

let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;
let signing: JWK;
let admin: Gigsy;
let ada: Gigsy;
let partner: string;
let publishable: string;
let server: GigsyServer;
const closing: (() => unknown)[] = [];

const asPerson = (subject: string) =>
  createGigsy({ url: deployment.url, auth: { getToken: () => issuer.token(subject) } });

async function issued(kind: 'publishable' | 'secret'): Promise<{ key: string; secret: string }> {
  const { key, secret } = await admin.operations.keys.issue({ partner, kind });
  return { key: key.key, secret: secret ?? '' };
}

const serverBy = (secretKey: string) => createGigsyServer({ api: deployment.siteUrl, secretKey });

async function linked(by: GigsyServer, person: Gigsy, user: string): Promise<string> {
  const { code } = await by.links.offer({ user });
  return (await person.operations.links.create({ code })).link;
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-partners-'));
  signing = { ...(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)), kid: 'one' };
  issuer = await startIssuer({ dataDir, people: [], allowedOrigins: [] });
  deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url, EMBED_SIGNING_KEYS: JSON.stringify({ keys: [signing] }) },
  });
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  [admin, ada] = [asPerson('root'), asPerson('ada')];
  await ada.profile.create({
    handle: 'ada',
    role: 'mentor',
    sections: {
      identity: { displayName: 'Ada', headline: 'For everyone' },
      about: { text: 'For members' },
      contact: { email: 'ada@example.org' },
    },
  });
  await ada.privacy.update({ changes: { about: 'platform' }, expected: 1 });
  ({ partner } = await admin.operations.partners.create({ name: 'Northfield', origins: [ORIGIN] }));
  publishable = (await issued('publishable')).key;
  server = serverBy((await issued('secret')).secret);
  await linked(server, ada, 'u-ada');
});

afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await deployment?.close();
  await issuer?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a publishable key', () => {
  const from =
    (origin: string | null): typeof fetch =>
    (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, ...(origin && { origin }) } });
  const read = (key: string, origin: string | null) =>
    publicReader({ api: deployment.siteUrl, key, fetch: from(origin) }).get('ada');

  test('reads from its origins, and tells every other why not', async () => {
    expect(await read(publishable, ORIGIN)).toMatchObject({ handle: 'ada', identity: { headline: 'For everyone' } });
    await expect(read(publishable, 'https://evil.example')).rejects.toMatchObject({
      code: 'origin_not_allowed',
      message: expect.stringContaining('https://evil.example'),
    });
    await expect(read(publishable, null)).rejects.toMatchObject({ code: 'origin_not_allowed' });
    await expect(read(`pk_${'0'.repeat(32)}`, ORIGIN)).rejects.toMatchObject({ code: 'invalid_key' });
  });

  test('cannot be used up by somebody who sends its origin', async () => {
    const { key } = await admin.operations.keys.issue({ partner, kind: 'publishable', perMinute: 3 });
    const outcomes = await Promise.allSettled(Array.from({ length: 70 }, () => read(key.key, ORIGIN)));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(70).fill('fulfilled'));
  });

  test('that is revoked ends with the answer to its revocation', async () => {
    const { key } = await issued('publishable');
    expect(await read(key, ORIGIN)).not.toBeNull();
    await admin.operations.keys.revoke({ key });
    await expect(read(key, ORIGIN)).rejects.toMatchObject({ code: 'invalid_key' });
  });
});

/** A partner's page for a viewer whom `by` names. */
function page(by: GigsyServer, viewer: 'organisation' | { user: string }): Gigsy {
  const gigsy = createGigsy({
    url: deployment.url,
    auth: embedAuth({ getToken: async () => (await by.sessions.mint({ viewer, handles: ['ada'] })).token }),
  });
  closing.push(() => gigsy.close());
  return gigsy;
}

describe('a viewer token', () => {
  test('names its person, who reads as a member and cannot write', async () => {
    const gigsy = page(server, { user: 'u-ada' });
    const seen = await gigsy.profile.get({ handle: 'ada' });
    expect(seen).toMatchObject({ about: { text: 'For members' } });
    expect(seen).not.toHaveProperty('contact');
    await expect(gigsy.profile.mine()).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      gigsy.profile.update({ changes: { about: { text: 'Hijacked' } }, expected: { about: 1 } }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(gigsy.operations.links.list()).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('names the organisation, which reads as anyone', async () => {
    const seen = await page(server, 'organisation').profile.get({ handle: 'ada' });
    expect(seen).toMatchObject({ identity: { headline: 'For everyone' } });
    expect(seen).not.toHaveProperty('about');
  });

  test('is not given for a person who has not linked themselves', async () => {
    await expect(server.sessions.mint({ viewer: { user: 'u-eve' } })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a forged token', () => {
  const claims = async () => {
    const { token } = await server.sessions.mint({ viewer: { user: 'u-ada' } });
    return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
      iss: string;
      aud: string;
      sub: string;
      iat: number;
      exp: number;
    };
  };
  const signed = async (
    payload: object,
    { key, kid = 'one', alg = 'ES256' }: { key?: CryptoKey | Uint8Array; kid?: string; alg?: string } = {},
  ) =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ alg, kid, typ: 'JWT' })
      .sign(key ?? (await importJWK(signing, 'ES256')));

  async function outcome(token: string): Promise<{ status: number; about: boolean }> {
    const response = await fetch(`${deployment.url}/api/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ path: 'profile:get', format: 'convex_encoded_json', args: [{ handle: 'ada' }] }),
    });
    return { status: response.status, about: (await response.text()).includes('For members') };
  }

  test('made by the right key with the right claims equals a minted one, so the next ones fail for their own reasons', async () => {
    expect(await outcome(await signed(await claims()))).toEqual({ status: 200, about: true });
  });

  test.each<[string, (good: Awaited<ReturnType<typeof claims>>) => Promise<string>]>([
    [
      'by another key under the same name',
      async (good) => signed(good, { key: (await generateKeyPair('ES256')).privateKey }),
    ],
    [
      'by another key under another name',
      async (good) => signed(good, { key: (await generateKeyPair('ES256')).privateKey, kid: 'two' }),
    ],
    ['by no key at all', async (good) => new UnsecuredJWT({ ...good }).encode()],
    [
      'with "none" and no signature',
      async (good) =>
        `${Buffer.from('{"alg":"none","kid":"one"}').toString('base64url')}.${Buffer.from(JSON.stringify(good)).toString('base64url')}.`,
    ],
    [
      'by the public key taken for a shared secret',
      async (good) => {
        const spki = await exportSPKI(createPublicKey({ key: signing as never, format: 'jwk' }) as never);
        return signed(good, { key: new TextEncoder().encode(spki), alg: 'HS256' });
      },
    ],
    [
      'with a changed subject',
      async (good) => {
        const [header, , signature] = (await signed(good)).split('.');
        return `${header}.${Buffer.from(JSON.stringify({ ...good, sub: 'x' })).toString('base64url')}.${signature}`;
      },
    ],
    ['from another issuer', async (good) => signed({ ...good, iss: 'https://elsewhere.example/v1' })],
    ['from the issuer of people', async (good) => signed({ ...good, iss: issuer.url, aud: 'convex', sub: 'ada' })],
    ['for another audience', async (good) => signed({ ...good, aud: 'convex' })],
    ['for no audience', async ({ aud: _, ...good }) => signed(good)],
    ['that is over', async (good) => signed({ ...good, iat: good.iat - 700, exp: good.iat - 100 })],
    ['that never ends', async ({ exp: _, ...good }) => signed(good)],
  ])('%s is refused', async (_, forge) => {
    const { status, about } = await outcome(await forge(await claims()));
    expect({ status, about }).toEqual({ status: 401, about: false });
  });

  test('of an unknown session identifies nobody', async () => {
    expect(await outcome(await signed({ ...(await claims()), sub: 'made-up' }))).toEqual({ status: 200, about: false });
  });

  test("by the people's issuer for a person names no viewer", async () => {
    const { sub, aud } = await claims();
    expect(await outcome(await issuer.token(sub, {}, { audience: aud }))).toEqual({ status: 401, about: false });
  });
});

describe('a live query of a viewer', () => {
  async function watching(by: GigsyServer, user: string) {
    const seen: (string | undefined)[] = [];
    page(by, { user }).profile.watch(
      { handle: 'ada' },
      { next: (profile) => seen.push((profile as { about?: { text: string } } | null)?.about?.text) },
    );
    await vi.waitFor(() => expect(seen.at(-1)).toBe('For members'), soon);
    return seen;
  }

  test('falls back to the public view as soon as the person ends the link', async () => {
    const eve = asPerson('eve');
    await eve.profile.create({ handle: 'eve', role: 'student', sections: { identity: { displayName: 'Eve' } } });
    const link = await linked(server, eve, 'u-eve');
    const seen = await watching(server, 'u-eve');
    await eve.operations.links.revoke({ link });
    await vi.waitFor(() => expect(seen.at(-1)).toBeUndefined(), soon);
  });

  test('or the key is revoked, or replaced without grace', async () => {
    for (const end of [
      (key: string) => admin.operations.keys.revoke({ key }),
      (key: string) => admin.operations.keys.rotate({ key, graceMs: 0 }),
    ]) {
      const { key, secret } = await issued('secret');
      const seen = await watching(serverBy(secret), 'u-ada');
      await end(key);
      await vi.waitFor(() => expect(seen.at(-1)).toBeUndefined(), soon);
      await expect(serverBy(secret).sessions.mint({ viewer: 'organisation' })).rejects.toMatchObject({
        code: 'invalid_key',
      });
    }
  });
});

test('a page that sends a secret key is refused, and nothing it sent is repeated', async () => {
  const { secret } = await issued('secret');
  const response = await fetch(`${deployment.siteUrl}/v1/embed-sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, origin: ORIGIN },
    body: '{"viewer":"organisation"}',
  });
  const text = await response.text();
  expect([response.status, JSON.parse(text)]).toEqual([403, expect.objectContaining({ code: 'origin_not_allowed' })]);
  expect(text).not.toContain(secret.slice(-64));
});

test('without signing keys no token is minted or accepted', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-unsigned-'));
  const bare = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir: folder,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
  });
  try {
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'JWT' })
      .setIssuer(`${bare.siteUrl}/v1`)
      .setAudience('gigsy-embed')
      .setSubject('x')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(await importJWK(signing, 'ES256'));
    const response = await fetch(`${bare.url}/api/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ path: 'profile:get', format: 'convex_encoded_json', args: [{ handle: 'ada' }] }),
    });
    expect(response.status).toBe(401);
  } finally {
    await bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
