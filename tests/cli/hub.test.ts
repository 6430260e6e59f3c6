/** The outside of `npm start`: its output, its end, and its refusals that touch nothing. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { type Socket, connect, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freePorts, runHub, startHub, temporaryFolder } from './running-hub.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Every file with its content's hash; SQLite's lock file is not data. */
function contents(data: string): Record<string, string> {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('lock.'),
  );
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((name) => [name, createHash('sha256').update(readFileSync(name)).digest('hex')]),
  );
}

/** One sentence on standard error, nothing on standard output, exit code 1. */
function expectRefusal(ended: { code: number | null; stdout: string; stderr: string }, about: RegExp): void {
  expect(ended.stderr).toMatch(about);
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  expect(ended.stdout).toBe('');
  expect(ended.code).toBe(1);
}

/** The publishable key in the partner's page. It reads from the page's own origin only. */
async function keyInPage({ partner, site }: { partner: string; site: string }): Promise<string> {
  const [, key = ''] =
    /<meta name="gigsy-key" content="([^"]+)">/.exec(await (await fetch(`${partner}/`)).text()) ?? [];
  for (const [origin, status] of [
    [partner, 200],
    ['https://evil.example', 403],
  ] as const) {
    expect([origin, (await fetch(`${site}/v1/profiles/ada?key=${key}`, { headers: { origin } })).status]).toEqual([
      origin,
      status,
    ]);
  }
  return key;
}

describe('a hub that starts', () => {
  it(
    'prints one line when all addresses answer, ends cleanly on both signals, and is ready again on its data',
    { timeout: 60_000 },
    async () => {
      const data = path.join(folder, 'starts');
      const first = await startHub(data);
      const { partner, convex, site } = first.addresses;
      expect(first.output().trim().split('\n')).toHaveLength(1);
      for (const url of [
        `${partner}/`,
        `${convex}/version`,
        `${site}/v1/profiles/ada`,
        `${first.addresses.cdn}/v1/gigsy.js`,
        `${first.addresses.app}/people/ada`,
      ]) {
        expect(`${url} ${(await fetch(url)).status}`).toBe(`${url} 200`);
      }
      for (const file of ['hub.json', 'organisation.json', 'embed-signing-keys.json', 'app.json'])
        expect(statSync(path.join(data, file)).mode & 0o777, file).toBe(0o600);
      expect(await keyInPage(first.addresses)).toMatch(/^pk_/);
      expect((await first.end('SIGTERM')).code).toBe(0);
      expect(existsSync(path.join(data, 'hub.json'))).toBe(false);

      const again = await startHub(data);
      process.stderr.write(`ready on an existing data folder after ${again.readyAfter.toFixed(0)} ms\n`);
      const ada = (await (await fetch(`${again.addresses.site}/v1/profiles/ada`)).json()) as {
        identity: { avatarUrl: string };
      };
      // The picture belongs to the deployment since the first start, so it is served at the site's new port too.
      expect(ada.identity.avatarUrl).toMatch(new RegExp(`^${again.addresses.site}/v1/photos/public/[0-9a-f]{32}$`));
      const portrait = await fetch(ada.identity.avatarUrl);
      expect([portrait.status, portrait.headers.get('content-type')]).toEqual([200, 'image/webp']);
      // New ports mean a new origin of the page; its key moved along.
      await keyInPage(again.addresses);
      expect((await again.end('SIGINT')).code).toBe(0);
    },
  );

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly with npm on %s', { timeout: 60_000 }, async (signal) => {
    const data = path.join(folder, 'through-npm');
    const hub = await startHub(data, { through: 'npm' });
    expect((await hub.endStarted(signal)).code).toBe(0);
    expect(existsSync(path.join(data, 'hub.json'))).toBe(false);
  });

  it('goes on with seeding where a killed start stopped', { timeout: 60_000 }, async () => {
    const data = path.join(folder, 'killed');
    await (await startHub(data)).end('SIGTERM');
    // The state of a start that was killed after its last person and before it recorded the end.
    writeFileSync(path.join(data, 'gigsy.json'), JSON.stringify({ format: 1, portraits: null }));
    const again = await startHub(data);
    expect((await fetch(`${again.addresses.site}/v1/profiles/tomas`)).status).toBe(404);
    expect((await fetch(`${again.addresses.site}/v1/profiles/layla`)).status).toBe(200);
    await again.end('SIGTERM');
  });

  it('serves nothing outside its folders', { timeout: 60_000 }, async () => {
    const hub = await startHub(path.join(folder, 'serves'));
    const { partner, cdn, app } = hub.addresses;
    for (const url of [
      `${app}/scripts/..%2f..%2f..%2f..%2fpackage.json`,
      `${app}/styles/app.json`,
      `${app}/people/..%2fada`,
      `${cdn}/v1/..%2f..%2fpackage.json`,
      `${cdn}/v1/%00.js`,
      `${partner}/scripts/..%2f..%2f..%2fpackage.json`,
      `${partner}/.hub/token`,
      `${cdn}/people/`,
    ]) {
      expect(`${url} ${(await fetch(url)).status}`).toBe(`${url} 404`);
    }
    const guessed = await fetch(`${partner}/.hub/token`, {
      method: 'POST',
      body: 'demo_ada',
      headers: { 'x-hub-secret': 'guess' },
    });
    expect(guessed.status).toBe(403);
    for (const path of ['viewer-token', 'demo-token']) {
      for (const headers of [{}, { origin: 'https://evil.example' }] as Record<string, string>[])
        expect((await fetch(`${partner}/${path}`, { method: 'POST', headers })).status).toBe(403);
    }
    await hub.end('SIGTERM');
  });
});

describe('signing in', () => {
  it('as anybody needs the secret; the page gets tokens of its own person only', { timeout: 60_000 }, async () => {
    const data = path.join(folder, 'signs-in');
    const hub = await startHub(data);
    const { partner, issuer, secret } = hub.addresses;
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${issuer}/token`, { method: 'POST', headers, body: '{"subject":"demo_noor"}' })).status;
    expect(secret).toBe((JSON.parse(readFileSync(path.join(data, 'hub.json'), 'utf8')) as { secret: string }).secret);
    for (const headers of [{}, { authorization: 'Bearer guess' }, { 'x-hub-secret': secret }] as Record<
      string,
      string
    >[])
      expect(await ask(headers)).toBe(401);
    // Any program can make up a page's origin.
    for (const origin of [partner, issuer, 'null'])
      expect(await ask({ origin, authorization: 'Bearer guess' })).toBe(403);
    expect(await ask({ authorization: `Bearer ${secret}` })).toBe(200);
    const { token } = (await (
      await fetch(`${partner}/demo-token`, { method: 'POST', headers: { origin: partner }, body: 'demo_noor' })
    ).json()) as { token: string };
    expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())).toMatchObject({ sub: 'demo_ada' });
    for (const text of [
      await (await fetch(`${partner}/`)).text(),
      await (await fetch(`${partner}/scripts/page.js`)).text(),
    ])
      expect(text).not.toContain(secret);
    await hub.end('SIGTERM');
  });

  it(
    'is refused to pages of other host names that resolve to this machine, as are its pages',
    { timeout: 60_000 },
    async () => {
      const hub = await startHub(path.join(folder, 'rebound'));
      const { port } = new URL(hub.addresses.partner);
      const status = (host: string, line: string) =>
        new Promise<number>((resolve) => {
          const socket = connect(Number(port), '127.0.0.1', () =>
            socket.write(
              `${line} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
            ),
          );
          socket.once('data', (data) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1])));
        });
      for (const line of ['GET /', 'POST /demo-token', 'POST /viewer-token', 'POST /.hub/token', 'GET /.hub/pid']) {
        expect([line, await status(`evil.example:${port}`, line)]).toEqual([line, 421]);
      }
      expect(await status(`localhost:${port}`, 'GET /')).toBe(200);
      await hub.end('SIGTERM');
    },
  );

  it('stays up with hostile requests at its ports', { timeout: 60_000 }, async () => {
    const hub = await startHub(path.join(folder, 'attacked'));
    const { partner, cdn, issuer, convex, site, app } = hub.addresses;
    for (const url of [partner, cdn, issuer, convex, site, app]) {
      const send = (bytes: string, then: (socket: Socket) => void) =>
        new Promise((resolve) => {
          const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes, () => then(socket)));
          socket
            .on('error', () => undefined)
            .once('close', resolve)
            .resume();
        });
      for (const line of [
        'GET / HTTP/1.1',
        'GET /x HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket',
        'POST /token HTTP/1.1\r\nContent-Length: 99',
        'CONNECT x:1 HTTP/1.1',
      ]) {
        await Promise.all(
          Array.from({ length: 50 }, () =>
            send(`${line}\r\nHost: ${new URL(url).host}\r\n\r\n`, (socket) => socket.resetAndDestroy()),
          ),
        );
      }
      for (const target of ['//', '//evil.example/x', '/%', '/%zz']) {
        let answer = '';
        await send(`GET ${target} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nConnection: close\r\n\r\n`, (socket) =>
          socket.on('data', (data) => {
            answer += String(data);
          }),
        );
        expect(`${url} ${target} ${answer.slice(9, 12)}`).toBe(`${url} ${target} 400`);
      }
    }
    expect((await fetch(`${site}/v1/profiles/ada`)).status).toBe(200);
    expect((await hub.end('SIGTERM')).stderr).not.toMatch(/Error/);
  });
});

describe('a hub that cannot start', () => {
  it.each([
    [['--bogus'], /Unknown option '--bogus'/],
    [['--port', 'abc'], /--port must be a whole number/],
    [['--port', '65535'], /--port must be a whole number from 0 to 65530/],
    [['--data', ''], /--data wants a folder/],
    [['stray'], /stray/],
  ])('refuses %j', async (args, about) => {
    expectRefusal(await runHub(args), about);
  });

  it('says which port is taken and leaves the data alone, even with --fresh', { timeout: 60_000 }, async () => {
    const data = path.join(folder, 'taken');
    await (await startHub(data)).end('SIGTERM');
    const before = contents(data);
    const port = await freePorts();
    for (const offset of [0, 1, 2, 3, 4, 5]) {
      const squatter = createServer().listen(port + offset, '127.0.0.1');
      expectRefusal(
        await runHub(['--port', String(port), '--data', data, '--fresh']),
        new RegExp(`Port ${port + offset} .* is taken`),
      );
      await new Promise((resolve) => squatter.close(resolve));
    }
    expect(contents(data)).toEqual(before);
  });

  it('leaves a damaged data file byte for byte as it is', { timeout: 60_000 }, async () => {
    const data = path.join(folder, 'damaged');
    await (await startHub(data)).end('SIGTERM');
    const file = path.join(data, 'deployment.sqlite');
    const sound = readFileSync(file);
    const scratched = Buffer.from(sound);
    randomBytes(5000).copy(scratched, 8192);
    for (const damaged of [randomBytes(40_000), scratched, sound.subarray(0, sound.length / 2)]) {
      writeFileSync(file, damaged);
      const before = contents(data);
      expectRefusal(await runHub(['--port', '0', '--data', data]), /damaged/);
      expect(contents(data)).toEqual(before);
    }
    writeFileSync(file, sound);
    await (await startHub(data)).end('SIGTERM');
  });

  it('names a secret that is empty or damaged, and leaves it as it is', { timeout: 60_000 }, async () => {
    const data = path.join(folder, 'secrets');
    await (await startHub(data)).end('SIGTERM');
    for (const name of ['admin-key', 'issuer-key.pem', 'embed-signing-keys.json', 'organisation.json', 'app.json', 'gigsy.json']) {
      const sound = readFileSync(path.join(data, name));
      const bytes = /key/.test(name) ? Buffer.alloc(0) : sound.subarray(0, sound.length / 2);
      writeFileSync(path.join(data, name), bytes);
      expectRefusal(await runHub(['--port', '0', '--data', data]), /damaged/);
      expect(readFileSync(path.join(data, name)).equals(bytes)).toBe(true);
      writeFileSync(path.join(data, name), sound);
    }
    await (await startHub(data)).end('SIGTERM');
  });

  it("names a folder that cannot be written or is not Gigsy's, and deletes nothing in it", async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, 'mine');
    expectRefusal(await runHub(['--port', '0', '--data', path.join(file, 'below')]), /can not be written/);
    expectRefusal(await runHub(['--port', '0', '--data', file]), /can not be written/);
    const foreign = path.join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(path.join(foreign, 'thesis.txt'), 'years of work');
    expectRefusal(await runHub(['--port', '0', '--data', foreign, '--fresh']), /deleted nothing/);
    expectRefusal(await runHub(['--port', '0', '--data', foreign]), /not Gigsy's/);
    expect(readdirSync(foreign)).toEqual(['thesis.txt']);
  });

  it('neither uses nor deletes the data of a running hub', { timeout: 60_000 }, async () => {
    const data = path.join(folder, 'running');
    const hub = await startHub(data);
    expectRefusal(await runHub(['--port', '0', '--data', data]), /already using/);
    expectRefusal(await runHub(['--port', '0', '--data', data, '--fresh']), /A hub is running/);
    expect((await fetch(`${hub.addresses.site}/v1/profiles/ada`)).status).toBe(200);
    await hub.end('SIGTERM');
  });
});
