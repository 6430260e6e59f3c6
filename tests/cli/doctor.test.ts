/** `gigsy doctor` and the page itself: a healthy page has no findings; faults of markup, build and transport have one each. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { CARD, type Parts, examinedPages } from './examined-page.ts';
import type { Answer } from './page-server.ts';
import { gigsy } from './running-hub.ts';

const pages = examinedPages();
let script: Buffer;
beforeAll(async () => {
  script = Buffer.from(await (await fetch(`${pages.hub.addresses.cdn}/v1/gigsy.js`)).arrayBuffer());
});

describe('a healthy page', () => {
  it("is the hub's own partner page", async () => {
    const { code, stdout, stderr } = await gigsy(['doctor', `${pages.hub.addresses.partner}/`]);
    // Tomáš hides his profile: the page shows that on purpose.
    expect(stdout.split('\n').filter((line) => /^(FAIL|warn|hint)/.test(line))).toEqual([
      expect.stringContaining('handle_not_shown') as string,
    ]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('"tomas"') as string]);
    expect(stderr).toContain(`Reading ${pages.hub.addresses.partner}/`);
  });

  it('has no findings with no policy, a strict one, or one by nonce', async () => {
    expect(await pages.found({})).toEqual([]);
    expect(
      await pages.found(
        {},
        pages.policy(
          "default-src 'none'; script-src CDN; connect-src API; img-src API; style-src 'none'; require-trusted-types-for 'script'",
        ),
      ),
    ).toEqual([]);
    const nonce = `<script nonce="abc" type="module" crossorigin src="${pages.hub.addresses.cdn}/v1/gigsy.js"></script>`;
    expect(
      await pages.found(
        { script: nonce },
        pages.policy(
          "default-src https: http:; script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; trusted-types lit-html",
        ),
      ),
    ).toEqual([]);
  });

  it('is reported in one line of JSON', async () => {
    const url = pages.host.serve('/healthy', { body: pages.markup() });
    const { code, stdout, stderr } = await gigsy(['doctor', url, '--json']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stderr, JSON.parse(stdout)]).toEqual([
      0,
      '',
      { ok: true, url, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string, elements: 1, findings: [] },
    ]);
  });
});

describe('markup', () => {
  it.each<[string, Parts, string, string]>([
    ['a page without lang', { html: '<html>' }, 'lang_missing', '<html lang="en">'],
    ['a lang that is none', { html: '<html lang="english_please_x">' }, 'lang_invalid', 'lang="en"'],
    [
      'a misspelt tag',
      { body: '<gigsy-profilecard handle="ada">Ada</gigsy-profilecard>' },
      'tag_unknown',
      '<gigsy-profile-card>',
    ],
    [
      'an empty tag',
      { body: '<gigsy-profile-card handle="ada"> </gigsy-profile-card>' },
      'fallback_missing',
      '<a href',
    ],
    [
      'a tag closed in itself',
      { body: '<gigsy-profile-card handle="ada" /><p>Swallowed</p>' },
      'tag_self_closed',
      '</gigsy-profile-card>',
    ],
    ['no handle', { body: '<gigsy-profile-card>Ada</gigsy-profile-card>' }, 'handle_missing', 'handle='],
    [
      'a handle that nobody has',
      { body: '<gigsy-profile-card handle="nobody-here">N</gigsy-profile-card>' },
      'handle_not_shown',
      'handle',
    ],
    [
      'a handle that nobody can have',
      { body: '<gigsy-profile-card handle="@Ada">N</gigsy-profile-card>' },
      'handle_invalid',
      'a-z',
    ],
    ['no element', { body: '<p>Nothing</p>' }, 'elements_none', '<gigsy-profile-card'],
    ['no script at all', { script: '' }, 'script_missing', '<script type="module"'],
    [
      'a second script',
      { body: `${CARD}<script type="module" crossorigin src="CDN/v1/gigsy.js"></script>` },
      'script_twice',
      'one',
    ],
    [
      'a classic script',
      { script: '<script crossorigin src="CDN/v1/gigsy.js"></script>' },
      'script_not_module',
      'type="module"',
    ],
    [
      'a script without crossorigin',
      { script: '<script type="module" src="CDN/v1/gigsy.js"></script>' },
      'script_crossorigin',
      'crossorigin',
    ],
    [
      'a script that is not there',
      { script: '<script type="module" crossorigin src="CDN/v2/gigsy.js"></script>' },
      'script_unreachable',
      'src',
    ],
    [
      'integrity on the channel',
      { script: '<script type="module" crossorigin src="CDN/v1/gigsy.js" integrity="HASH"></script>' },
      'integrity_on_channel',
      '/v1/gigsy.js',
    ],
    [
      'integrity of something else',
      { script: '<script type="module" crossorigin src="CDN/v1/gigsy.js" integrity="sha384-AAAA"></script>' },
      'integrity_mismatch',
      'HASH',
    ],
  ])('%s is reported', async (_, parts, code, fix) => {
    const here = (text: string) =>
      text
        .replaceAll('CDN', pages.hub.addresses.cdn)
        .replaceAll('HASH', `sha384-${createHash('sha384').update(script).digest('base64')}`);
    const findings = await pages.found(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, here(text as string)])),
    );
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]!.fix).toContain(here(fix));
  });

  it('may give language and API around the element', async () => {
    expect(await pages.found({ html: '<html>', body: `<div lang="es">${CARD}</div>` })).toMatchObject([
      { code: 'lang_missing' },
    ]);
    const own = `<!doctype html><html lang="en"><title>P</title><script type="module" crossorigin src="${pages.hub.addresses.cdn}/v1/gigsy.js"></script>`;
    expect(
      await pages.found(
        `${own}<gigsy-profile-card api="${pages.hub.addresses.site}/" handle="ada">Ada</gigsy-profile-card>`,
      ),
    ).toEqual([]);
    expect(await pages.found(`${own}${CARD}`)).toMatchObject([{ code: 'api_missing' }]);
  });

  it('with a secret key is reported loudly, without the key', async () => {
    const secret = `sk_${'0123456789abcdef'}_${'f'.repeat(64)}`;
    const url = pages.host.serve('/secret', {
      body: pages.markup({ head: `\n<meta name="gigsy-key" content="${secret}">` }),
    });
    for (const args of [[], ['--json']]) {
      const { code, stdout, stderr } = await gigsy(['doctor', url, ...args]);
      expect([code, stdout]).toEqual([1, expect.stringMatching(/SECRET KEY STANDS IN THE PAGE/) as string]);
      expect(stdout).toContain('line 3');
      expect(stdout + stderr).not.toContain('0123456789abcdef');
    }
  });
});

describe('a pinned build', () => {
  const tag = (url: string, more = '') => `<script type="module" crossorigin src="${url}"${more}></script>`;
  const js = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
  const pin = (version: string, newest: string, deprecated?: string[]) => {
    pages.host.serve(
      '/builds.json',
      deprecated
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ newest, deprecated }) }
        : { status: 404 },
    );
    pages.host.serve('/v1/manifest.json', { body: JSON.stringify({ version: newest }) });
    pages.host.serve(`/${version}/manifest.json`, {
      body: JSON.stringify({ version, files: { 'a.js': { modules: ['x/profile-card.define.js'] } } }),
    });
    return pages.host.serve(`/${version}/gigsy.js`, { headers: js, body: script });
  };
  const right = () => ` integrity="sha384-${createHash('sha384').update(script).digest('base64')}"`;

  it('is healthy when it is the newest and has its integrity', async () => {
    expect(await pages.found({ script: tag(pin('1.4.0', '1.4.0', []), right()) })).toEqual([]);
  });

  it('without integrity, or with a wrong one, is reported', async () => {
    expect(await pages.found({ script: tag(pin('1.4.0', '1.4.0', [])) })).toMatchObject([
      { code: 'integrity_missing', severity: 'warning', fix: expect.stringContaining(right()) as string },
    ]);
    expect(await pages.found({ script: tag(pin('1.4.0', '1.4.0', []), ' integrity="sha256-AAAA"') })).toMatchObject([
      { code: 'integrity_mismatch', severity: 'error' },
    ]);
  });

  it.each<[string, string, string[] | undefined, string[]]>([
    ['1.4.0', '1.6.1', ['1.3.9'], ['build_behind']],
    ['1.3.9', '1.6.1', ['1.3.9'], ['build_old']],
    ['1.4.0', '1.6.1', undefined, ['build_behind']],
    ['1.3.9', '1.6.1', undefined, ['build_old']],
    ['0.9.0', '1.0.0', undefined, ['build_old']],
    ['1.6.1', '1.6.1', undefined, []],
  ])('%s beside %s, deprecated %j: %j', async (version, newest, deprecated, codes) => {
    expect(
      (await pages.found({ script: tag(pin(version, newest, deprecated), right()) })).map(({ code }) => code),
    ).toEqual(codes);
  });
});

describe('a hostile page', () => {
  it('cannot write to the terminal', async () => {
    const url = pages.host.serve('/hostile', {
      body: pages.markup({ body: '<gigsy-profile-card handle="a\u001b[2Jb\u009bc\u202ed">x</gigsy-profile-card>' }),
    });
    const { stdout, stderr } = await gigsy(['doctor', url]);
    expect(stdout).toContain('a\\u{1b}[2Jb\\u{9b}c\\u{202e}d');
    expect(stdout + stderr).not.toMatch(/[\u001b\u009b\u202e]/);
  });

  it.each<[string, Answer, RegExp]>([
    ['is endless', { body: `<html>${' '.repeat(5_100_000)}` }, /larger than 5 MB/],
    ['redirects to itself', { status: 302, headers: { location: '/bounds' } }, /redirects more than 5 times/],
    ['redirects to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, /neither http nor https/],
    ['is no HTML', { headers: { 'content-type': 'image/png' } }, /image\/png, not HTML/],
    ['is an error', { status: 500 }, /answers 500/],
  ])('that %s ends the examination in one sentence, with exit code 2', async (_, answer, message) => {
    const { code, stdout, stderr } = await gigsy(['doctor', pages.host.serve('/bounds', answer)]);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 2]);
    expect(stderr).toMatch(message);
  });

  it.each([
    [['doctor']],
    [['doctor', 'ftp://a.example']],
    [['doctor', 'partner.example']],
    [['doctor', 'http://a.example', '--bogus']],
  ])('%j is wrong usage: exit code 2', async (args) => {
    expect((await gigsy(args)).code).toBe(2);
  });
});
