/**
 * Addresses as people give them: an address with one possible meaning is understood, and the right form is reported
 * once.
 */
import { type MockInstance, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGigsy, isGigsyError } from '@gigsy/sdk';
import { publicReader } from '@gigsy/sdk/reader';
import { Deployment, json, value } from './deployment.ts';
import { SyncServer } from './sync-server.ts';

const REGISTRY = Symbol.for('gigsy.deprecations');
let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockRestore();
  vi.unstubAllGlobals();
  delete (globalThis as Record<symbol, unknown>)[REGISTRY];
});

/** Records requests and answers them as a deployment or a site does. */
function fetchNoting(asked: string[]): typeof fetch {
  return async (input) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return Response.json(asked.at(-1)!.includes('/v1/') ? { handle: 'ada' } : { status: 'success', value: null });
  };
}

const told = () => warn.mock.calls.map(([message]) => String(message));

describe('of a site', () => {
  const SITE = 'https://happy-otter-123.convex.site';
  const REGIONAL = 'https://happy-otter-123.eu-west-1.convex';

  it.each([
    ['https://happy-otter-123.convex.cloud', SITE],
    [`${REGIONAL}.cloud`, `${REGIONAL}.site`],
    ['https://happy-otter-123.convex.cloud/api/', SITE],
    ['http://happy-otter-123.convex.site', SITE],
    ['happy-otter-123.convex.site', SITE],
    ['//happy-otter-123.convex.site/', SITE],
    ['HTTPS://Happy-Otter-123.Convex.Site', SITE],
    [`${SITE}/v1`, SITE],
    [`${SITE}/v1/profiles/ada?x=1#y`, SITE],
    [` ${SITE}`, SITE],
    ['https://me:secret@profiles.example.com', 'https://profiles.example.com'],
    ['profiles.example.com:8443/gigsy', 'https://profiles.example.com:8443/gigsy'],
    ['localhost:22002', 'http://localhost:22002'],
    ['https://profiles.example.com/gigsy/v1/', 'https://profiles.example.com/gigsy'],
  ])('%s is read at %s', async (api, site) => {
    const asked: string[] = [];
    const reader = publicReader({ api, fetch: fetchNoting(asked) });
    await Promise.all(Array.from({ length: 100 }, () => reader.get('ada')));
    expect(new Set(asked)).toEqual(new Set([`${site}/v1/profiles/ada`]));
    expect(told()).toHaveLength(/^ |^HTTPS/.test(api) ? 0 : 1);
    expect(told().join()).not.toContain('secret');
  });

  it.each([
    `${SITE}/`,
    `${SITE}//`,
    'http://127.0.0.1:22002/',
    'http://profiles.internal.example/gigsy',
    '/gigsy/',
    '/',
  ])('%s is right, without a warning', async (api) => {
    const asked: string[] = [];
    await publicReader({ api, fetch: fetchNoting(asked) }).get('ada');
    expect(asked).toEqual([`${api.replace(/\/+$/, '')}/v1/profiles/ada`]);
    expect(told()).toEqual([]);
  });

  it('over http is read over https by a page that came over https', async () => {
    vi.stubGlobal('location', { protocol: 'https:' });
    const asked: string[] = [];
    await publicReader({ api: 'http://profiles.example.com', fetch: fetchNoting(asked) }).get('ada');
    await publicReader({ api: 'http://127.0.0.1:22002/', fetch: fetchNoting(asked) }).get('ada');
    expect(asked).toEqual(['https://profiles.example.com/v1/profiles/ada', 'http://127.0.0.1:22002/v1/profiles/ada']);
    expect(told()).toHaveLength(1);
  });

  it.each(['ftp://x.example', 'javascript:alert(1)', 'nothing', 'https://', 'YOUR_API_HERE', ''])(
    '%j is a typed error, reported once',
    async (api) => {
      const failed = await Promise.allSettled(
        [1, 2].map(() => publicReader({ api, fetch: fetchNoting([]) }).get('ada')),
      );
      expect(failed.every((each) => each.status === 'rejected' && isGigsyError(each.reason, 'invalid_argument'))).toBe(
        true,
      );
      expect(told()).toEqual([
        'Gigsy: the address of the Gigsy site (<meta name="gigsy-api">) must be an http:// or https:// address.',
      ]);
    },
  );
});

describe('of a deployment', () => {
  it.each([
    ['https://happy-otter-123.convex.site', 1],
    ['http://happy-otter-123.convex.cloud', 1],
    ['https://happy-otter-123.convex.site/v1/', 1],
    ['https://happy-otter-123.convex.cloud/', 0],
    ['https://happy-otter-123.convex.cloud', 0],
  ])('%s is called at the deployment', async (url, times) => {
    const asked: string[] = [];
    for (let time = 0; time < 3; time += 1)
      await createGigsy({ url, fetch: fetchNoting(asked) }).profile.get({ handle: 'ada' });
    expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(
      new Set(['https://happy-otter-123.convex.cloud']),
    );
    expect(told()).toHaveLength(times);
  });

  it('is discovered through the site if the site was given, for calls and for watches', async () => {
    const [site, deployment, sync] = [
      await Deployment.start(),
      await Deployment.start(),
      await new SyncServer().ready(),
    ];
    try {
      const names = (url: string) =>
        site.answer((response, { url: path }) =>
          (path === '/v1' ? json(200, { convex: url }) : json(404, { code: 'not_found' }))(response, site.received[0]!),
        );
      deployment.answer(value({ handle: 'ada', role: 'mentor' }));
      names(deployment.url);
      const gigsy = createGigsy({ url: site.url });
      expect(
        await Promise.all([gigsy.profile.get({ handle: 'ada' }), gigsy.profile.get({ handle: 'ada' })]),
      ).toHaveLength(2);
      expect(await gigsy.profile.get({ handle: 'ada' })).toMatchObject({ handle: 'ada' });
      expect(told()).toEqual([
        `Gigsy: the url of createGigsy is that of a site; its deployment is ${deployment.url}. Give that one.`,
      ]);
      names(sync.url);
      sync.result = { value: { handle: 'ada' } };
      const other = createGigsy({ url: site.url });
      const seen: unknown[] = [];
      other.profile.watch(
        { handle: 'ada' },
        { next: (known) => seen.push(known), error: ({ code }) => seen.push(code) },
      );
      await vi.waitFor(() => expect(seen).toEqual([{ handle: 'ada' }]), { timeout: 15_000 });
      other.close();
    } finally {
      await Promise.all([site.stop(), deployment.stop(), sync.stop()]);
    }
  });

  it('that is neither site nor deployment gives bad_response', async () => {
    const server = await Deployment.start();
    server.answer(json(404, {}));
    await expect(createGigsy({ url: server.url }).profile.get({ handle: 'ada' })).rejects.toMatchObject({
      code: 'bad_response',
    });
    await server.stop();
  });
});
