/** No page and no answer hangs or crashes `gigsy doctor`, or makes it read an address that it should not. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineApart } from '../../packages/cli/src/doctor/apart.ts';
import { isInside } from '../../packages/cli/src/doctor/addresses.ts';
import { Visit } from '../../packages/cli/src/doctor/reading.ts';
import { type Answer, PageServer } from './page-server.ts';

let host: PageServer;
beforeAll(async () => {
  host = await PageServer.start();
});
afterAll(() => host?.close());

const HEAD = '<!doctype html><html lang="en"><title>P</title>';
const CARD = '<gigsy-profile-card handle="ada">Ada</gigsy-profile-card>';
const SCRIPT = '<script type="module" src="gigsy.js"></script>';
const js = (body: string) => ({ headers: { 'content-type': 'text/javascript' }, body });

/** Examines a page as the command does: in a thread that can be ended. */
function examined(body: string | Buffer, headers: Record<string, string> = {}) {
  return examineApart(host.serve('/', { body, headers }), () => {});
}

const codes = async (body: string) => (await examined(body)).findings.map(({ code }) => code);

describe('a page', () => {
  it.each<[string, string, number]>([
    ['of dashes', `<gigsy${'-'.repeat(200_000)}>`, 1],
    ['that is deep', `${'<div>'.repeat(100_000)}${CARD}`, 1],
    ['of elements in elements', '<gigsy-profile-card handle="ada" lang="x">'.repeat(20_000), 20_000],
    ['of scripts', `${SCRIPT.repeat(20_000)}${CARD}`, 1],
    [
      'of APIs',
      Array.from(
        { length: 20_000 },
        (_, index) => `<gigsy-profile-card api="http://127.0.0.1:9/${index}" handle="ada">Ada</gigsy-profile-card>`,
      ).join(''),
      20_000,
    ],
    ['of secret keys', `sk_${'a'.repeat(20)}\n`.repeat(100_000), 0],
    ['of comments that do not end', `${CARD}${'<!--'.repeat(500_000)}`, 1],
    [
      'of policies',
      `<meta http-equiv="Content-Security-Policy" content="${'script-src a;,'.repeat(100_000)}">${SCRIPT}${CARD}`,
      1,
    ],
    [
      'of sources',
      `<meta http-equiv="Content-Security-Policy" content="script-src ${'host.example/a '.repeat(100_000)}">${SCRIPT}${CARD}`,
      1,
    ],
    ['of slashes in its API', `<meta name="gigsy-api" content="http://127.0.0.1:9${'/'.repeat(400_000)}x">${CARD}`, 1],
    ['of templates in templates', `${CARD}${'<template shadowrootmode="open">'.repeat(20_000)}`, 1],
    ['that loads itself again', `<meta http-equiv="refresh" content="0">${CARD}`, 1],
    ['of bytes', `${CARD}${'\u0000\ufffd\ud83d'.repeat(10_000)}`, 1],
  ])(
    '%s is examined',
    async (_, body, elements) => {
      host.serve('/gigsy.js', js('1'));
      expect((await examined(HEAD + body)).elements).toBe(elements);
    },
    60_000,
  );

  it('of many APIs has five of them asked', async () => {
    const cards = Array.from(
      { length: 50 },
      (_, index) => `<gigsy-profile-card api="${host.url}/${index}" handle="ada">Ada</gigsy-profile-card>`,
    );
    const told: string[] = [];
    await examineApart(host.serve('/', { body: HEAD + cards.join('') }), (line) => told.push(line));
    expect(told.filter((line) => line.startsWith('Asking'))).toHaveLength(5);
  });

  it('that takes too much memory or time is refused', async () => {
    const page = host.serve('/', { body: `${HEAD}${'<b><a><p>'.repeat(400_000)}` });
    await expect(examineApart(page, () => {}, { ms: 60_000, megabytes: 32 })).rejects.toMatchObject({
      code: 'page_too_complex',
      message: expect.stringContaining('memory') as string,
    });
    await expect(examineApart(page, () => {}, { ms: 500, megabytes: 512 })).rejects.toMatchObject({
      code: 'page_too_complex',
      message: expect.stringContaining('longer than 0.5 seconds') as string,
    });
  }, 60_000);

  it('is read in its own encoding, and as UTF-8 if there is no such encoding', async () => {
    expect(
      (await examined(Buffer.from(HEAD + CARD, 'utf16le'), { 'content-type': 'text/html; charset=utf-16le' })).elements,
    ).toBe(1);
    expect((await examined(HEAD + CARD, { 'content-type': 'text/html; charset=klingon' })).elements).toBe(1);
  });

  it('that unpacks to more than the limit is refused', async () => {
    await expect(examined(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' })).rejects.toThrow(
      'The page is larger than 5 MB.',
    );
  });

  it('with a header that does not end is refused', async () => {
    await expect(examined(HEAD, { 'content-security-policy': 'a'.repeat(200_000) })).rejects.toMatchObject({
      code: 'page_unreachable',
    });
  });
});

describe('a build', () => {
  it('with a module of dashes in its manifest is examined', async () => {
    host.serve('/gigsy.js', js('1'));
    host.serve('/manifest.json', {
      body: JSON.stringify({
        version: '-'.repeat(200_000),
        files: { a: { modules: ['-'.repeat(200_000), `elements/dist/${'a-'.repeat(100_000)}/x.js`, 7, null] } },
      }),
    });
    expect((await examined(HEAD + SCRIPT + CARD)).elements).toBe(1);
    host.serve('/manifest.json', { status: 404 });
  });

  it('that redirects its manifest to another origin is not followed there', async () => {
    const other = await PageServer.start();
    const asked: string[] = [];
    other.serve('/inner', ({ url = '' }) => (asked.push(url), { body: '{}' }));
    host.serve('/manifest.json', { status: 302, headers: { location: `${other.url}/inner` } });
    await examined(HEAD + SCRIPT + CARD);
    expect(asked).toEqual([]);
    other.close();
  });
});

describe('an API', () => {
  const page = `${HEAD}<meta name="gigsy-api" content="API">${CARD}`;

  it.each([302, 308])('that redirects with %i is reported, and the redirect is not followed', async (status) => {
    const other = await PageServer.start();
    const asked: string[] = [];
    for (const path of ['/v1', '/v1/profiles/ada'])
      other.serve(path, ({ url = '' }) => (asked.push(url), { body: '{"name":"gigsy"}' }));
    host.serve('/v1', { status, headers: { location: `${other.url}/v1` } });
    expect(await codes(page.replace('API', host.url))).toContain('api_not_gigsy');
    const root: Answer = {
      headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
      body: '{"name":"gigsy"}',
    };
    host.serve('/v1', root);
    host.serve('/v1/profiles/ada', { status, headers: { location: `${other.url}/v1/profiles/ada` } });
    expect(await codes(page.replace('API', host.url))).toContain('api_failing');
    expect(asked).toEqual([]);
    other.close();
  });

  it('that answers with brackets only is reported', async () => {
    host.serve('/v1', { headers: { 'content-type': 'application/json' }, body: '['.repeat(1_000_000) });
    expect(await codes(page.replace('API', host.url))).toContain('api_not_gigsy');
  });
});

describe('a page on the web', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://a.localhost:1/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://172.31.0.1/',
    'http://169.254.169.254/',
    'http://100.64.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://127.1/',
  ])('cannot make the doctor read %s', async (inside) => {
    await expect(new Visit('https://192.0.34.166/').read(inside)).rejects.toThrow(/inside a network/);
  });

  it('inside a network may read there, and the web may read the web', async () => {
    expect(
      await Promise.all(
        ['http://8.8.8.8/', 'http://172.32.0.1/', 'http://[2606:4700::1111]/', 'http://nowhere.invalid/'].map(isInside),
      ),
    ).toEqual([false, false, false, false]);
    host.serve('/inside', { body: 'here' });
    expect((await new Visit('http://127.0.0.1:9/').read(`${host.url}/inside`)).text).toBe('here');
  });
});
