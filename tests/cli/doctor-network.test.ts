/** `gigsy doctor` on a page's requests: content security policies, the API and its keys. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { startDeployment, startIssuer } from '@gigsy/local';
import { createGigsy } from '@gigsy/sdk';
import { describe, expect, it, test } from 'vitest';
import { isMixedContent } from '../../packages/cli/src/doctor/addresses.ts';
import { examinedPages } from './examined-page.ts';
import type { Answer } from './page-server.ts';

const pages = examinedPages();

/**
 * A deployment with Ada on it and two partners' publishable keys, one for pages of `origin`, one for pages of another
 * origin.
 */
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
  ])('that lacks %s is reported with the line to write', async (_, text, code, fix) => {
    const [finding, ...others] = await pages.found({}, pages.policy(text));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code, severity: 'error', where: 'header Content-Security-Policy' });
    expect(finding!.fix).toContain(
      fix.replaceAll('CDN', pages.hub.addresses.cdn).replaceAll('API', pages.hub.addresses.site),
    );
  });

  it('that refuses the socket of live elements is reported', async () => {
    const { convex, site } = pages.hub.addresses;
    const [finding] = await pages.found(
      { body: '<gigsy-profile-card live handle="ada">Ada</gigsy-profile-card>' },
      pages.policy('connect-src API'),
    );
    expect(finding).toMatchObject({
      code: 'csp_connect_src',
      fix: `connect-src ${site} ${convex.replace('http', 'ws')} ${convex}`,
    });
  });

  it('that refuses the styles of server-rendered elements is reported', async () => {
    const style = ':host { display: block }';
    const body = `<gigsy-profile-card handle="ada"><template shadowrootmode="open"><style>${style}</style><p>Ada</p></template></gigsy-profile-card>`;
    const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    expect(await pages.found({ body }, pages.policy("style-src 'self'"))).toMatchObject([
      { code: 'csp_style_src', fix: `style-src 'self' ${hash}` },
    ]);
    expect(await pages.found({ body }, pages.policy(`style-src ${hash}`))).toEqual([]);
    expect(await pages.found({ body }, pages.policy("style-src 'unsafe-inline'"))).toEqual([]);
    expect(await pages.found({ body }, pages.policy("style-src 'unsafe-inline' 'nonce-x'"))).toMatchObject([
      { code: 'csp_style_src' },
    ]);
  });

  it('is read from a meta tag and beside other policies', async () => {
    const head = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
    expect(await pages.found({ head }, pages.policy('connect-src API'))).toMatchObject([
      { code: 'csp_connect_src', where: expect.stringContaining('<meta') as string },
    ]);
    expect(await pages.found({}, pages.policy("connect-src API, connect-src 'none'"))).toMatchObject([
      { code: 'csp_connect_src' },
    ]);
  });

  it('that only reports is a warning', async () => {
    const findings = await pages.found({}, { 'content-security-policy-report-only': "connect-src 'none'" });
    expect(findings).toMatchObject([{ code: 'csp_report_only', severity: 'warning' }]);
  });
});

describe('the API', () => {
  const page = (
    api: string,
    head = '',
  ) => `<!doctype html><html lang="en"><title>P</title><meta name="gigsy-api" content="${api}">${head}
    <script type="module" crossorigin src="${pages.hub.addresses.cdn}/v1/gigsy.js"></script><gigsy-profile-card handle="ada">Ada</gigsy-profile-card>`;

  it.each([
    ['https://nowhere.invalid', 'api_unreachable'],
    ['ftp://a.example', 'api_invalid'],
    ['CDN', 'api_not_gigsy'],
    ['API/v1', 'api_not_gigsy'],
  ])('%s is reported as %s', async (api, code) => {
    expect(
      (
        await pages.found(page(api.replace('CDN', pages.hub.addresses.cdn).replace('API', pages.hub.addresses.site)))
      ).map((finding) => finding.code),
    ).toEqual([code]);
  });

  /** An API that asks for keys and answers with a deployment's problem documents. */
  function keyed(answer: (key: string | null, origin: string | undefined) => Answer): string {
    const open = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
    pages.host.serve('/v1', {
      headers: open,
      body: JSON.stringify({ name: 'gigsy', version: 1, convex: pages.host.url }),
    });
    pages.host.serve('/v1/profiles/ada', ({ url = '', headers }) => {
      const { headers: more, ...rest } = answer(new URL(url, pages.host.url).searchParams.get('key'), headers.origin);
      return { headers: { ...open, ...more }, ...rest };
    });
    return pages.host.url;
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
  ])('that answers %s is reported', async (code, status, expected) => {
    expect(
      await pages.found(
        page(
          keyed(() => problem(status, code)),
          key,
        ),
      ),
    ).toMatchObject([{ code: expected }]);
  });

  it("is asked with the page's key and the page's origin", async () => {
    const asked: unknown[] = [];
    const findings = await pages.found(
      page(
        keyed((...given) => (asked.push(given), { body: '{"handle":"ada","role":"student"}' })),
        key,
      ),
    );
    expect([findings, asked]).toEqual([[], [['pk_1', pages.host.url]]]);
    expect(
      (
        await pages.found(
          page(
            keyed((_, origin) => problem(403, origin === pages.host.url ? 'origin_not_allowed' : 'not_found')),
            key,
          ),
        )
      )[0]!.fix,
    ).toContain(pages.host.url);
  });

  it("of a partner accepts the partner's key on the partner's pages only", async () => {
    await using partner = await partnerDeployment(path.join(pages.folder, 'partner'), pages.host.url);
    const on = (meta: string) => pages.found(page(partner.site, meta));
    const named = (value: string) => `<meta name="gigsy-key" content="${value}">`;
    expect(await on(named(partner.own))).toEqual([]);
    const [elsewhere] = await on(named(partner.elsewhere));
    expect(elsewhere).toMatchObject({ code: 'origin_not_allowed', fix: expect.stringContaining(pages.host.url) });
    expect(await on(named(`pk_${'0'.repeat(32)}`))).toMatchObject([{ code: 'key_refused' }]);
  });

  it('that wants a key is reported for a page without one', async () => {
    expect(await pages.found(page(keyed((given) => (given ? {} : problem(401, 'unauthenticated')))))).toMatchObject([
      { code: 'key_missing', fix: '<meta name="gigsy-key" content="pk_…">' },
    ]);
    expect(
      await pages.found(
        page(
          keyed(() => ({ body: '{"handle":"ada"}' })),
          '<meta name="gigsy-key" content="abc">',
        ),
      ),
    ).toMatchObject([{ code: 'key_invalid' }]);
  });
});

test('an https page may use http for this machine only', () => {
  expect(
    [
      ['http://a.example', 'https://p.example'],
      ['http://127.0.0.1:1', 'https://p.example'],
      ['http://a.example', 'http://p.example'],
      ['https://a.example', 'https://p.example'],
    ].map(([url, page]) => isMixedContent(url!, page!)),
  ).toEqual([true, false, false, false]);
});
