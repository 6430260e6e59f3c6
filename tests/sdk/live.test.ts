/**
 * Watching, over Convex's real client, against a server that speaks its protocol. Its code loads only when it is used.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGigsy, type GigsyError, resourceSource } from '@gigsy/sdk';
import { liveReader } from '@gigsy/sdk/live-reader';
import { LiveConnection } from '../../packages/sdk/src/live/connection.ts';
import { loadConvex } from '../../packages/sdk/src/live/convex.ts';
import { Deployment, json, value } from './deployment.ts';
import { SyncServer } from './sync-server.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function server(port?: number): Promise<SyncServer> {
  const started = await new SyncServer(port).ready();
  closing.push(() => started.stop());
  return started;
}

function watcher() {
  const seen: unknown[] = [];
  return { seen, next: (result: unknown) => seen.push(result), error: (error: GigsyError) => seen.push(error.code) };
}

const ada = { handle: 'ada', role: 'mentor' };
const soon = { timeout: 15_000, interval: 10 };

describe('a watch', () => {
  it('gives the result now and after each change, until it is ended', async () => {
    const sync = await server();
    sync.result = { value: ada };
    const gigsy = createGigsy({ url: sync.url });
    closing.push(() => gigsy.close());
    const { seen, ...observer } = watcher();
    const end = gigsy.profile.watch({ handle: 'ada' }, observer);
    await vi.waitFor(() => expect(seen).toEqual([ada]), soon);
    expect(sync.asked).toEqual([{ path: 'profile:get', args: { handle: 'ada' } }]);
    sync.change({ value: null });
    await vi.waitFor(() => expect(seen).toEqual([ada, null]), soon);
    end();
    sync.change({ value: ada });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen).toHaveLength(2);
  });

  it('ends with its signal, even before its code has loaded', async () => {
    const sync = await server();
    const gigsy = createGigsy({ url: sync.url });
    closing.push(() => gigsy.close());
    const { seen, ...observer } = watcher();
    gigsy.profile.watch({ handle: 'ada' }, { ...observer, signal: AbortSignal.abort() });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([seen, sync.connections]).toEqual([[], 0]);
  });

  it('sees the public view while its sign-in gives no token', async () => {
    const sync = await server();
    sync.result = { value: ada };
    const gigsy = createGigsy({
      url: sync.url,
      auth: { getToken: () => Promise.reject(new Error('the sign-in is down')) },
    });
    closing.push(() => gigsy.close());
    const { seen, ...observer } = watcher();
    gigsy.profile.watch({ handle: 'ada' }, observer);
    await vi.waitFor(() => expect(seen).toEqual([ada]), soon);
  });

  it('shares one socket, and passes typed errors on', async () => {
    const sync = await server();
    sync.result = { errorData: { code: 'unauthenticated', message: 'Sign in.' } };
    const gigsy = createGigsy({ url: sync.url });
    closing.push(() => gigsy.close());
    const [one, other] = [watcher(), watcher()];
    gigsy.profile.watchMine({}, one);
    gigsy.privacy.watch({}, other);
    await vi.waitFor(() => expect([one.seen, other.seen]).toEqual([['unauthenticated'], ['unauthenticated']]), soon);
    sync.change({ errorMessage: '[Request ID: 5e] Uncaught Error: secret' });
    await vi.waitFor(() => expect(one.seen.at(-1)).toBe('internal'), soon);
    expect(sync.connections).toBe(1);
  });

  it('stops with close, and can start again', async () => {
    const sync = await server();
    const gigsy = createGigsy({ url: sync.url });
    const { seen, ...observer } = watcher();
    gigsy.profile.watch({ handle: 'ada' }, observer);
    await vi.waitFor(() => expect(seen).toEqual([null]), soon);
    gigsy.close();
    await vi.waitFor(() => expect(sync.open).toBe(0), soon);
    gigsy.profile.watch({ handle: 'ada' }, observer);
    closing.push(() => gigsy.close());
    await vi.waitFor(() => expect(seen).toEqual([null, null]), soon);
  });
});

describe('the connection', () => {
  it('closes a while after the last watch', async () => {
    const sync = await server();
    const connection = new LiveConnection({ convex: await loadConvex(), url: sync.url, idleMs: 60 });
    const { seen, ...observer } = watcher();
    const end = connection.watch('profile:get', { handle: 'ada' }, observer);
    await vi.waitFor(() => expect(seen).toHaveLength(1), soon);
    end();
    expect(connection.open).toBe(true);
    await vi.waitFor(() => expect(sync.open).toBe(0), soon);
    expect(connection.open).toBe(false);
  });

  it('tells watchers when it is away, and gives the current result when it is back', async () => {
    const first = await server();
    first.result = { value: ada };
    const connection = new LiveConnection({ convex: await loadConvex(), url: first.url, awayMs: 50 });
    closing.push(() => connection.close());
    const { seen, ...observer } = watcher();
    connection.watch('profile:get', { handle: 'ada' }, observer);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(ada), soon);
    const { port } = first;
    await first.stop();
    await vi.waitFor(() => expect(seen.at(-1)).toBe('offline'), soon);
    const second = await server(port);
    second.result = { value: ada };
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(ada), { timeout: 15_000 });
  });
});

describe('the public reader', () => {
  it('finds the deployment behind the site', async () => {
    const sync = await server();
    sync.result = { value: ada };
    const site = await Deployment.start();
    closing.push(() => site.stop());
    site.answer(json(200, { convex: sync.url }));
    const { seen, ...observer } = watcher();
    const end = liveReader({ api: site.url }).watch('ada', observer);
    await vi.waitFor(() => expect(seen).toEqual([ada]), soon);
    expect(site.received[0]?.url).toBe('/v1');
    end();
  });

  it('watches the sections that are asked for, and whole profiles where the deployment is too old to know sections', async () => {
    const sync = await server();
    const site = await Deployment.start();
    closing.push(() => site.stop());
    site.answer(json(200, { convex: sync.url }));
    sync.result = {
      errorData: {
        code: 'invalid_argument',
        message: 'Refused: check sections.',
        fields: [{ path: 'sections', message: 'is not a known field' }],
      },
    };
    const gigsy = createGigsy({ url: sync.url });
    closing.push(() => gigsy.close());
    const args = { handle: 'ada', sections: ['identity' as const] };
    for (const source of [liveReader({ api: site.url }), resourceSource(gigsy)]) {
      sync.asked.length = 0;
      const { seen, ...observer } = watcher();
      const end = source.watch('profile.get', args, observer);
      const path = 'profile:get';
      await vi.waitFor(
        () =>
          expect(sync.asked).toEqual([
            { path, args },
            { path, args: { handle: 'ada' } },
          ]),
        soon,
      );
      sync.change({ value: ada });
      await vi.waitFor(() => expect(seen.at(-1)).toEqual(ada), soon);
      sync.change({
        errorData: { code: 'invalid_argument', message: 'x', fields: [{ path: 'handle', message: 'x' }] },
      });
      await vi.waitFor(() => expect(seen.at(-1)).toBe('invalid_argument'), soon);
      expect(sync.asked).toHaveLength(2);
      end();
      sync.result = {
        errorData: { code: 'invalid_argument', message: 'x', fields: [{ path: 'sections', message: 'x' }] },
      };
    }
  });

  it('reports a site that names no deployment, and asks again next time', async () => {
    const site = await Deployment.start();
    closing.push(() => site.stop());
    for (const answer of [json(200, {}), json(200, { convex: 'javascript:1' }), json(404, {})]) {
      site.answer(answer);
      const { seen, ...observer } = watcher();
      liveReader({ api: site.url }).watch('ada', observer);
      await vi.waitFor(() => expect(seen).toEqual(['bad_response']), soon);
      expect(site.received).toHaveLength(1);
    }
  });
});

it('a client that only calls loads no code of the WebSocket', async () => {
  const loaded = vi.fn();
  vi.resetModules();
  vi.doMock('../../packages/sdk/src/live/connection.ts', () => {
    loaded();
    return {
      LiveConnection: class {
        watch() {}
        close() {}
      },
    };
  });
  const fresh = await import('../../packages/sdk/src/index.ts');
  const deployment = await Deployment.start();
  closing.push(() => deployment.stop());
  deployment.answer(value(null));
  const gigsy = fresh.createGigsy({ url: deployment.url });
  await gigsy.profile.get({ handle: 'ada' });
  gigsy.close();
  expect(loaded).not.toHaveBeenCalled();
  gigsy.profile.watch({ handle: 'ada' }, { next() {} });
  await vi.waitFor(() => expect(loaded).toHaveBeenCalled(), soon);
});
