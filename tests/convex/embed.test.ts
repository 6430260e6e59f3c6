/** Sites without script: the iframe page, which holds no profile, and oEmbed, which describes the frame. */
import { afterEach, describe, expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { CDN, SITE, type Deployment, deployment, key, person } from './deployment.ts';

afterEach(() => {
  for (const name of Object.keys(process.env).filter((name) => name.startsWith('GIGSY_'))) delete process.env[name];
});

const oembed = (url: string, more = '') => `/v1/oembed?url=${encodeURIComponent(url)}${more}`;

async function page(d: Deployment, path: string) {
  const response = await d.t.fetch(path);
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

describe('the iframe page', () => {
  test('holds the card but no data of the profile: public, hidden and unknown differ by the handle alone', async () => {
    const d = deployment();
    await person(d, 'public-one');
    const hidden = await person(d, 'hidden-one');
    await hidden.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    const pages = await Promise.all(
      ['public-one', 'hidden-one', 'nobody-one'].map(async (handle) => {
        const answer = JSON.stringify(await page(d, `/v1/embed/${handle}?lang=es&theme=dark`));
        expect(answer).toContain(handle);
        return answer.replaceAll(handle, '{handle}');
      }),
    );
    expect(pages[1]).toBe(pages[0]);
    expect(pages[2]).toBe(pages[0]);
    expect(pages[0]).not.toContain('Person');
  });

  test('says the language and colours it was asked for, and leads to the person where people have pages', async () => {
    const d = deployment();
    const plain = await page(d, '/v1/embed/ada');
    expect(plain.text).toContain('<html lang="en">');
    expect(plain.text).toContain('<meta name="color-scheme" content="light dark">');
    expect(plain.text).toContain('<gigsy-profile-card handle="ada" live="">@ada</gigsy-profile-card>');
    process.env.GIGSY_PROFILE_URL = 'https://people.example/{handle}?a=1&b="2"';
    const asked = await page(d, '/v1/embed/ada?lang=pt-BR&theme=dark&utm_source=mail');
    expect(asked.text).toContain('<html lang="pt-BR">');
    expect(asked.text).toContain('theme="dark"');
    expect(asked.text).toContain('<a href="https://people.example/ada?a=1&#38;b=&#34;2&#34;">@ada</a>');
    for (const address of ['javascript:alert(1)//{handle}', 'https://people.example/', 'not an address {handle}']) {
      process.env.GIGSY_PROFILE_URL = address;
      expect((await page(d, '/v1/embed/ada')).text).toBe(plain.text);
    }
  });

  test("may be framed by anybody, runs the CDN's script alone, is not indexed and tells nobody where it was", async () => {
    const { headers } = await page(deployment(), '/v1/embed/ada');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=300',
    });
    expect(headers['x-frame-options']).toBeUndefined();
    const policy = headers['content-security-policy']!.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        `script-src ${CDN}`,
        `connect-src ${SITE} https://example.convex.cloud wss://example.convex.cloud`,
        "base-uri 'none'",
        'frame-ancestors *',
        "require-trusted-types-for 'script'",
        "trusted-types lit-html 'allow-duplicates'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe/);
  });

  test('is not offered, nor is oEmbed, where no CDN is named', async () => {
    const d = deployment();
    await person(d, 'ada');
    for (const cdn of ['', 'cdn.example', 'ftp://cdn.example', 'https://cdn.example; script-src *']) {
      process.env.GIGSY_CDN_URL = cdn;
      for (const path of ['/v1/embed/ada', oembed(`${SITE}/v1/embed/ada`)]) {
        const answer = await page(d, path);
        expect([cdn, path, answer.status]).toEqual([cdn, path, 404]);
        expect(answer.text).toContain('GIGSY_CDN_URL');
      }
    }
  });
});

describe('oEmbed', () => {
  test('describes the iframe of a public profile, and reveals only the handle', async () => {
    const d = deployment();
    await person(d, 'ada');
    const { status, headers, text } = await page(
      d,
      oembed(`${SITE}/v1/embed/ada?lang=es&theme=dark&x=1`, '&format=json&maxwidth=800'),
    );
    expect([status, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
      200,
      'application/json',
      '*',
    ]);
    const answer = JSON.parse(text) as { html: string };
    expect(answer).toEqual({
      version: '1.0',
      type: 'rich',
      title: '@ada on Gigsy',
      provider_name: 'Gigsy',
      provider_url: SITE,
      cache_age: 86_400,
      width: 480,
      height: expect.any(Number),
      html: expect.any(String),
    });
    expect(answer.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    expect(answer.html).toContain(` src="${SITE}/v1/embed/ada?lang=es&#38;theme=dark"`);
    expect(answer.html).toContain(' width="480"');
  });

  test('keeps within the room that the consumer has', async () => {
    const d = deployment();
    await person(d, 'ada');
    const size = async (more: string) => {
      const { width, height, html } = JSON.parse((await page(d, oembed(`${SITE}/v1/embed/ada`, more))).text) as {
        width: number;
        height: number;
        html: string;
      };
      expect(html).toContain(` width="${width}" height="${height}"`);
      return { width, height };
    };
    const usual = await size('');
    expect(await size('&maxwidth=480&maxheight=10000')).toEqual(usual);
    const narrow = await size('&maxwidth=400');
    expect(narrow.width).toBe(400);
    expect(narrow.height).toBe(usual.height);
    const line = await size('&maxwidth=319');
    expect(line.width).toBe(319);
    expect(line.height).toBeLessThan(usual.height);
    expect(await size('&maxwidth=400&maxheight=100')).toEqual({ width: 400, height: 100 });
  });

  test('knows the pages of people where the platform has them', async () => {
    const d = deployment();
    await person(d, 'ada');
    const address = 'https://people.example/in/ada/cv';
    expect((await page(d, oembed(address))).status).toBe(404);
    process.env.GIGSY_PROFILE_URL = 'https://people.example/in/{handle}/cv';
    const { status, text } = await page(d, oembed(`${address}?from=mail#top`));
    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      { provider_url: 'https://people.example', title: '@ada on Gigsy' },
    ]);
    for (const other of [
      'https://people.example/in/ada',
      'https://people.example/in/cv',
      'https://people.example/in/ada/b/cv',
      'http://people.example/in/ada/cv',
    ]) {
      expect([other, (await page(d, oembed(other))).status]).toEqual([other, 404]);
    }
  });

  test('knows the sandbox where that is on', async () => {
    const d = deployment();
    const statuses = async () =>
      Promise.all(
        ['full', 'private', 'failing'].map(
          async (state) => (await page(d, oembed(`${SITE}/v1/embed/sandbox-${state}`))).status,
        ),
      );
    expect(await statuses()).toEqual([404, 404, 404]);
    process.env.GIGSY_SANDBOX = 'on';
    expect(await statuses()).toEqual([200, 404, 500]);
  });

  test('answers alike for a hidden profile and for one that never was', async () => {
    const d = deployment();
    const hidden = await person(d, 'hidden');
    await hidden.mutation(api.privacy.update, { changes: { profile: 'platform' }, expected: 1, idempotencyKey: key() });
    expect(await page(d, oembed(`${SITE}/v1/embed/hidden`))).toEqual(await page(d, oembed(`${SITE}/v1/embed/nobody`)));
  });
});
