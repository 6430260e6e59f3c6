/** `gigsy doctor`: a healthy page is healthy, and each thing that can be missing is named, with what to write. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { startDeployment, startIssuer } from '@gigsy/local';
import { createGigsy } from '@gigsy/sdk';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isMixedContent } from '../../packages/cli/src/doctor/addresses.ts';
import { examine } from '../../packages/cli/src/doctor/examine.ts';
import { type Answer, PageServer } from './page-server.ts';
import { type RunningHub, gigsy, startHub, temporaryFolder } from './running-hub.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let host: PageServer;
let script: Buffer;

beforeAll(async () => {
  [hub, host] = await Promise.all([startHub(path.join(folder, 'data')), PageServer.start()]);
  script = Buffer.from(await (await fetch(`${hub.addresses.cdn}/v1/gigsy.js`)).arrayBuffer());
}, 120_000);
afterAll(async () => {
  host?.close();
  await hub?.end('SIGTERM');
  remove();
});

interface Parts {
  html?: string;
  head?: string;
  script?: string;
  body?: string;
}

/** A page that lacks nothing, but for the parts that a test gives. */
function markup({
  html = '<html lang="en">',
  head = '',
  script: tag = `<script type="module" crossorigin src="${hub.addresses.cdn}/v1/gigsy.js"></script>`,
  body = '<gigsy-profile-card handle="ada">Ada</gigsy-profile-card>',
}: Parts = {}): string {
  return `<!doctype html>${html}<title>Partner</title>\n<meta name="gigsy-api" content="${hub.addresses.site}">${head}\n${tag}\n${body}`;
}

async function found(parts: Parts | string, headers: Record<string, string> = {}) {
  const url = host.serve('/', { body: typeof parts === 'string' ? parts : markup(parts), headers });
  return (await examine(url, () => {})).findings;
}

/** A deployment with Ada on it and two partners' publishable keys: for pages of `origin`, and for pages of another. */
async function partnerDeployment(dataDir: string, origin: string) {
  const issuer = await startIssuer({ dataDir, people: [], allowedOrigins: [] });
  const deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
  });
  const as = (subject: string) => createGigsy({ url: deployment.url, auth: { getToken: () => issuer.token(subject) } });
  const [admin, ada] = [as('root'), as('ada')];
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  await ada.profile.create({ handle: 'ada', role: 'student', sections: { identity: { displayName: 'Ada' } } });
  const keyFor = async (name: string, page: string) => {
    const { partner } = await admin.operations.partners.create({ name, origins: [page] });
    return (await admin.operations.keys.issue({ partner, kind: 'publishable' })).key.key;
  };
  return {
    site: deployment.siteUrl,
    own: await keyFor('Northfield', origin),
    elsewhere: await keyFor('Southfield', 'https://careers.example'),
    [Symbol.asyncDispose]: async () => {
      for (const person of [admin, ada]) await person.close();
      await deployment.close();
      await issuer.close();
    },
  };
}

const policy = (text: string) => ({
  'content-security-policy': text.replaceAll('CDN', hub.addresses.cdn).replaceAll('API', hub.addresses.site),
});

describe('a healthy page', () => {
  it("is the hub's own partner page", async () => {
    const { code, stdout, stderr } = await gigsy(['doctor', `${hub.addresses.partner}/`]);
    // Tomáš hides his profile: the page shows that on purpose.
    expect(stdout.split('\n').filter((line) => /^(FAIL|warn|hint)/.test(line))).toEqual([
      expect.stringContaining('handle_not_shown') as string,
    ]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('"tomas"') as string]);
    expect(stderr).toContain(`Reading ${hub.addresses.partner}/`);
  });

  it('has nothing to be told, with no policy, a strict one, or one by nonce', async () => {
    expect(await found({})).toEqual([]);
    expect(
      await found(
        {},
        policy(
          "default-src 'none'; script-src CDN; connect-src API; img-src API; style-src 'none'; require-trusted-types-for 'script'",
        ),
      ),
    ).toEqual([]);
    const nonce = `<script nonce="abc" type="module" crossorigin src="${hub.addresses.cdn}/v1/gigsy.js"></script>`;
    expect(
      await found(
        { script: nonce },
        policy(
          "default-src https: http:; script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; trusted-types lit-html",
        ),
      ),
    ).toEqual([]);
  });

  it('says so in one line of JSON', async () => {
    const url = host.serve('/healthy', { body: markup() });
    const { code, stdout, stderr } = await gigsy(['doctor', url, '--json']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stderr, JSON.parse(stdout)]).toEqual([
      0,
      '',
      { ok: true, url, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string, elements: 1, findings: [] },
    ]);
  });
});

describe('a policy', () => {
  it.each<[string, string, string, string]>([
    [
      'script-src from default-src',
      "default-src 'self'; connect-src API; img-src *",
      'csp_script_src',
      "script-src 'self' CDN",
    ],
    [
      'the entry alone',
      'script-src CDN/v1/gigsy.js; connect-src API',
      'csp_script_src',
      'script-src CDN/v1/gigsy.js CDN',
    ],
    ['script-src-elem first', "script-src CDN; script-src-elem 'self'", 'csp_script_src', "script-src-elem 'self' CDN"],
    [
      'strict-dynamic without a nonce on the tag',
      "script-src 'strict-dynamic' 'nonce-abc' CDN",
      'csp_script_src',
      'nonce="…"',
    ],
    ['connect-src', "connect-src 'none'", 'csp_connect_src', 'connect-src API'],
    ['img-src', "img-src 'self'", 'csp_img_src', "img-src 'self' API"],
    [
      'Trusted Types',
      "require-trusted-types-for 'script'; trusted-types default",
      'csp_trusted_types',
      "trusted-types default lit-html 'allow-duplicates'",
    ],
    ['no Trusted Types', "trusted-types 'none'", 'csp_trusted_types', "trusted-types lit-html 'allow-duplicates'"],
  ])('that lacks %s is told with the line to write', async (_, text, code, fix) => {
    const [finding, ...others] = await found({}, policy(text));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code, severity: 'error', where: 'header Content-Security-Policy' });
    expect(finding!.fix).toContain(fix.replaceAll('CDN', hub.addresses.cdn).replaceAll('API', hub.addresses.site));
  });

  it('must admit the socket of live elements', async () => {
    const { convex, site } = hub.addresses;
    const [finding] = await found(
      { body: '<gigsy-profile-card live handle="ada">Ada</gigsy-profile-card>' },
      policy('connect-src API'),
    );
    expect(finding).toMatchObject({
      code: 'csp_connect_src',
      fix: `connect-src ${site} ${convex.replace('http', 'ws')} ${convex}`,
    });
  });

  it('must admit the styles of server-rendered elements', async () => {
    const style = ':host { display: block }';
    const body = `<gigsy-profile-card handle="ada"><template shadowrootmode="open"><style>${style}</style><p>Ada</p></template></gigsy-profile-card>`;
    const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    expect(await found({ body }, policy("style-src 'self'"))).toMatchObject([
      { code: 'csp_style_src', fix: `style-src 'self' ${hash}` },
    ]);
    expect(await found({ body }, policy(`style-src ${hash}`))).toEqual([]);
    expect(await found({ body }, policy("style-src 'unsafe-inline'"))).toEqual([]);
    expect(await found({ body }, policy("style-src 'unsafe-inline' 'nonce-x'"))).toMatchObject([
      { code: 'csp_style_src' },
    ]);
  });

  it('counts in a meta, and beside others', async () => {
    const head = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
    expect(await found({ head }, policy('connect-src API'))).toMatchObject([
      { code: 'csp_connect_src', where: expect.stringContaining('<meta') as string },
    ]);
    expect(await found({}, policy("connect-src API, connect-src 'none'"))).toMatchObject([{ code: 'csp_connect_src' }]);
  });

  it('that only reports is a warning', async () => {
    const findings = await found({}, { 'content-security-policy-report-only': "connect-src 'none'" });
    expect(findings).toMatchObject([{ code: 'csp_report_only', severity: 'warning' }]);
  });
});

describe('markup', () => {
  const card = '<gigsy-profile-card handle="ada">Ada</gigsy-profile-card>';
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
      { body: `${card}<script type="module" crossorigin src="CDN/v1/gigsy.js"></script>` },
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
  ])('%s is told', async (_, parts, code, fix) => {
    const here = (text: string) =>
      text
        .replaceAll('CDN', hub.addresses.cdn)
        .replaceAll('HASH', `sha384-${createHash('sha384').update(script).digest('base64')}`);
    const findings = await found(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, here(text as string)])),
    );
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]!.fix).toContain(here(fix));
  });

  it('may say its language around the element, and its API too', async () => {
    expect(await found({ html: '<html>', body: `<div lang="es">${card}</div>` })).toMatchObject([
      { code: 'lang_missing' },
    ]);
    const own = `<!doctype html><html lang="en"><title>P</title><script type="module" crossorigin src="${hub.addresses.cdn}/v1/gigsy.js"></script>`;
    expect(
      await found(`${own}<gigsy-profile-card api="${hub.addresses.site}/" handle="ada">Ada</gigsy-profile-card>`),
    ).toEqual([]);
    expect(await found(`${own}${card}`)).toMatchObject([{ code: 'api_missing' }]);
  });

  it('with a secret key is told loudly, and the key is not repeated', async () => {
    const secret = `sk_${'0123456789abcdef'}_${'f'.repeat(64)}`;
    const url = host.serve('/secret', { body: markup({ head: `\n<meta name="gigsy-key" content="${secret}">` }) });
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
    host.serve(
      '/builds.json',
      deprecated
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ newest, deprecated }) }
        : { status: 404 },
    );
    host.serve('/v1/manifest.json', { body: JSON.stringify({ version: newest }) });
    host.serve(`/${version}/manifest.json`, {
      body: JSON.stringify({ version, files: { 'a.js': { modules: ['x/profile-card.define.js'] } } }),
    });
    return host.serve(`/${version}/gigsy.js`, { headers: js, body: script });
  };
  const right = () => ` integrity="sha384-${createHash('sha384').update(script).digest('base64')}"`;

  it('is healthy when it is the newest and has its integrity', async () => {
    expect(await found({ script: tag(pin('1.4.0', '1.4.0', []), right()) })).toEqual([]);
  });

  it("without integrity, or with another's, is told", async () => {
    expect(await found({ script: tag(pin('1.4.0', '1.4.0', [])) })).toMatchObject([
      { code: 'integrity_missing', severity: 'warning', fix: expect.stringContaining(right()) as string },
    ]);
    expect(await found({ script: tag(pin('1.4.0', '1.4.0', []), ' integrity="sha256-AAAA"') })).toMatchObject([
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
    expect((await found({ script: tag(pin(version, newest, deprecated), right()) })).map(({ code }) => code)).toEqual(
      codes,
    );
  });
});

describe('the API', () => {
  const page = (
    api: string,
    head = '',
  ) => `<!doctype html><html lang="en"><title>P</title><meta name="gigsy-api" content="${api}">${head}
    <script type="module" crossorigin src="${hub.addresses.cdn}/v1/gigsy.js"></script><gigsy-profile-card handle="ada">Ada</gigsy-profile-card>`;

  it.each([
    ['https://nowhere.invalid', 'api_unreachable'],
    ['ftp://a.example', 'api_invalid'],
    ['CDN', 'api_not_gigsy'],
    ['API/v1', 'api_not_gigsy'],
  ])('%s is told as %s', async (api, code) => {
    expect(
      (await found(page(api.replace('CDN', hub.addresses.cdn).replace('API', hub.addresses.site)))).map(
        (finding) => finding.code,
      ),
    ).toEqual([code]);
  });

  /** An API that asks for keys, as a deployment's problem documents put it. */
  function keyed(answer: (key: string | null, origin: string | undefined) => Answer): string {
    const open = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
    host.serve('/v1', { headers: open, body: JSON.stringify({ name: 'gigsy', version: 1, convex: host.url }) });
    host.serve('/v1/profiles/ada', ({ url = '', headers }) => {
      const { headers: more, ...rest } = answer(new URL(url, host.url).searchParams.get('key'), headers.origin);
      return { headers: { ...open, ...more }, ...rest };
    });
    return host.url;
  }
  const problem = (status: number, code: string): Answer => ({
    status,
    body: JSON.stringify({ status, code, title: code, detail: code }),
  });
  const key = '<meta name="gigsy-key" content="pk_1">';

  it.each([
    ['origin_not_allowed', 403, 'origin_not_allowed'],
    ['invalid_key', 401, 'key_refused'],
    ['rate_limited', 429, 'api_failing'],
  ])('that answers %s is told', async (code, status, expected) => {
    expect(
      await found(
        page(
          keyed(() => problem(status, code)),
          key,
        ),
      ),
    ).toMatchObject([{ code: expected }]);
  });

  it("is asked with the page's key and as from the page's origin", async () => {
    const asked: unknown[] = [];
    const findings = await found(
      page(
        keyed((...given) => (asked.push(given), { body: '{"handle":"ada","role":"student"}' })),
        key,
      ),
    );
    expect([findings, asked]).toEqual([[], [['pk_1', host.url]]]);
    expect(
      (
        await found(
          page(
            keyed((_, origin) => problem(403, origin === host.url ? 'origin_not_allowed' : 'not_found')),
            key,
          ),
        )
      )[0]!.fix,
    ).toContain(host.url);
  });

  it('of a partner takes its key on its own pages, and on no other', async () => {
    await using partner = await partnerDeployment(path.join(folder, 'partner'), host.url);
    const on = (meta: string) => found(page(partner.site, meta));
    const named = (value: string) => `<meta name="gigsy-key" content="${value}">`;
    expect(await on(named(partner.own))).toEqual([]);
    const [elsewhere] = await on(named(partner.elsewhere));
    expect(elsewhere).toMatchObject({ code: 'origin_not_allowed', fix: expect.stringContaining(host.url) });
    expect(await on(named(`pk_${'0'.repeat(32)}`))).toMatchObject([{ code: 'key_refused' }]);
  });

  it('that wants a key which the page lacks is told', async () => {
    expect(await found(page(keyed((given) => (given ? {} : problem(401, 'unauthenticated')))))).toMatchObject([
      { code: 'key_missing', fix: '<meta name="gigsy-key" content="pk_…">' },
    ]);
    expect(
      await found(
        page(
          keyed(() => ({ body: '{"handle":"ada"}' })),
          '<meta name="gigsy-key" content="abc">',
        ),
      ),
    ).toMatchObject([{ code: 'key_invalid' }]);
  });
});

test('an https page may not use http, but for this machine', () => {
  expect(
    [
      ['http://a.example', 'https://p.example'],
      ['http://127.0.0.1:1', 'https://p.example'],
      ['http://a.example', 'http://p.example'],
      ['https://a.example', 'https://p.example'],
    ].map(([url, page]) => isMixedContent(url!, page!)),
  ).toEqual([true, false, false, false]);
});

describe('a hostile page', () => {
  it('can not write to the terminal', async () => {
    const url = host.serve('/hostile', {
      body: markup({ body: '<gigsy-profile-card handle="a\u001b[2Jb\u009bc\u202ed">x</gigsy-profile-card>' }),
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
    const { code, stdout, stderr } = await gigsy(['doctor', host.serve('/bounds', answer)]);
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
