/** The elements of trust rendered on a server: whole without script, in every language, refused by name. */
import { type TrustTag, renderElement, renderShadow, styleHashes } from '@gigsy/elements/server';
import { isGigsyError } from '@gigsy/sdk/reader';
import { expect, test } from 'vitest';
import { trustClasses } from '../../packages/elements/src/server/classes.generated.ts';
import { document, domain, email, page } from '../../stories/people/evidence.ts';

const tags = Object.keys(trustClasses) as TrustTag[];
const trust = { handle: 'ada', level: 'government' as const, evidence: [document, domain, page, email] };

test('every piece of evidence is there without script', async () => {
  const markup = await renderElement('gigsy-trust-badges', { trust, lang: 'de' });
  expect(markup).toMatch(/^<gigsy-trust-badges lang="de" handle="ada" state="ready"><template/);
  for (const words of ['Ausweis geprüft', 'example.org', 'href="https://social.example/@ada"', '30. April 2032'])
    expect(markup).toContain(words);
  const mark = await renderElement('gigsy-trust-mark', { trust, attributes: { slot: 'badge' } });
  expect(mark).toMatch(/^<gigsy-trust-mark slot="badge" handle="ada" state="ready">/);
  expect(mark).toContain('aria-label="Identity document checked"');
});

test.each(tags)('%s has a style with a hash, and reads as not available, empty or hostile', async (tag) => {
  expect(styleHashes[tag]).toMatch(/^'sha256-/);
  expect(await renderElement(tag, { trust: null })).toContain('state="unavailable"');
  expect(await renderElement(tag, { trust: { handle: 'ada', level: 'none' } })).toMatch(/ empty state="ready">/);
  const hostile = [
    { ...email, provider: '<img src=x onerror=alert(1)>' },
    { ...page, link: 'javascript:alert(1)' },
    { ...domain, domain: '<script>alert(1)</script>' },
    null,
  ];
  const markup = await renderElement(tag, { trust: { handle: 'ada', level: 'email', evidence: hostile as never } });
  expect(markup).not.toMatch(/<img|<script|javascript:/);
});

test('the answer is handed over as it is shown', async () => {
  const shadow = await renderShadow('gigsy-trust-badges', { trust, handOver: true });
  expect(JSON.parse(/json">(.*?)<\/script>/.exec(shadow)![1]!)).toEqual(trust);
});

test('a faulty answer is refused by name', async () => {
  const error = await renderElement('gigsy-trust-mark', {}).catch((thrown: unknown) => thrown);
  expect(isGigsyError(error, 'invalid_argument') && error.fields).toMatchObject([{ path: 'trust' }]);
});
