/** Portfolios and badges rendered on a server: whole without script, in every language, refused by name. */
import { type PortfolioTag, renderElement, renderShadow, styleHashes, stylesheets } from '@gigsy/elements/server';
import { isGigsyError } from '@gigsy/sdk/reader';
import { expect, test } from 'vitest';
import { portfolioClasses } from '../../packages/elements/src/server/classes.generated.ts';
import { hostile, portfolio } from '../../stories/people/portfolios.ts';

const tags = Object.keys(portfolioClasses) as PortfolioTag[];
const site = 'https://gigsy.example';
const files = [{ address: '/v1/media/public/abc', type: 'image/webp', size: 9, width: 64, height: 48 }];

test('the whole of every entry is there without script', async () => {
  const contributions = [{ id: 'p', kind: 'media' as const, title: 'A loom', files }];
  const shown = { ...portfolio, contributions };
  const markup = await renderElement('gigsy-portfolio', { portfolio: shown, lang: 'de', site });
  expect(markup).toMatch(/^<gigsy-portfolio lang="de" handle="ada" state="ready"><template/);
  for (const words of ['Zertifikate', 'Abgelaufen', 'Note G holds', 'GEB-1843-0042', 'example.com/notes/a-to-g'])
    expect(markup).toContain(words);
  expect(markup).toContain(`src="${site}/v1/media/public/abc" width="64" height="48"`);
  expect(markup.match(/<details>/g)).toHaveLength(6);
  expect(markup).not.toMatch(/<dialog|<button[^>]*part="open"/);
});

test('addresses of the deployment are left out where nobody says which it is', async () => {
  const badges = await renderElement('gigsy-badge-shelf', { portfolio });
  expect(badges).toContain('Clear writer');
  expect(badges).not.toContain('/v1/badges');
  expect(await renderElement('gigsy-badge-shelf', { portfolio, site })).toContain(`${site}/v1/badges/ada/b1`);
  expect(await renderElement('gigsy-badge-shelf', { portfolio, attributes: { api: site } })).toContain(
    `${site}/v1/badges/ada/b1`,
  );
});

test.each(tags)('%s has a style with a hash, and reads as not available, empty or hostile', async (tag) => {
  expect(styleHashes[tag]).toMatch(/^'sha256-/);
  expect(stylesheets[tag].file).toContain(tag);
  expect(await renderShadow(tag, { portfolio: null })).toContain('This portfolio is not available.');
  expect(await renderElement(tag, { portfolio: null, lang: 'ar' })).toContain('ملف الأعمال هذا غير متاح.');
  expect(await renderElement(tag, { portfolio: { handle: 'ada' } })).toMatch(/ empty state="ready">/);
  const markup = await renderElement(tag, { portfolio: hostile });
  expect(markup).not.toMatch(/<img|javascript:|data:/);
  expect(markup).toContain('Sneaky');
});

test('a value that throws removes only itself', async () => {
  const badge = {
    name: 'Clear writer',
    get issuer() {
      throw new Error('x');
    },
  };
  const markup = await renderElement('gigsy-portfolio', { portfolio: { handle: 'ada', badges: [badge] } as never });
  expect(markup).toContain('Clear writer');
});

test('the parts that an element shows are handed over, and no others', async () => {
  const given = async (tag: PortfolioTag) => {
    const shadow = await renderShadow(tag, { portfolio, handOver: true });
    return Object.keys(JSON.parse(/json">(.*?)<\/script>/.exec(shadow)![1]!) as object);
  };
  expect(await given('gigsy-badge-shelf')).toEqual(['handle', 'badges']);
  expect(await given('gigsy-portfolio')).toEqual(['handle', 'courses', 'gigs', 'badges', 'contributions', 'skills']);
});

test.each([
  ['portfolio', () => renderElement('gigsy-portfolio', {})],
  ['portfolio', () => renderShadow('gigsy-badge-shelf', { portfolio: 'ada' as never })],
  ['site', () => renderShadow('gigsy-badge-shelf', { portfolio, site: 7 as never })],
])('a faulty %s is refused by name', async (path, call) => {
  const error = await call().catch((thrown: unknown) => thrown);
  expect(isGigsyError(error, 'invalid_argument') && error.fields).toMatchObject([{ path }]);
});
