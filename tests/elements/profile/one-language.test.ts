/** One text is in one language: where the reader's has no words here, places, numbers and dates are in that of the words too. */
import { expect, waitUntil } from '@open-wc/testing';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import '@gigsy/elements/experience-list/define';
import type { ProfileView } from '@gigsy/sdk/reader';
import { put, said, within } from './element.ts';
import { ada } from './people.ts';

const worked: ProfileView = {
  ...ada,
  workExperience: [{ id: 'w', organisation: 'Engines', position: 'Analyst', startDate: '1842-10' }],
};

for (const lang of ['is', 'cy', 'it', 'xx', 'zh', 'zh-Hant-TW', 'fa', 'sr-Latn', 'haw']) {
  it(`${lang}, a language without words, is English throughout`, async () => {
    const card = await put('gigsy-profile-card', { profile: ada }, { lang });
    expect(said(card, '[part=meta]')[0]!.replace(/[\u2068\u2069]/g, '')).to.equal(
      'Available London, United Kingdom · Remote',
    );
    expect(within(card, '.frame')[0]!.lang).to.equal('en');
    const list = await put('gigsy-experience-list', { profile: worked }, { lang });
    expect(said(list, '[part=period]')[0]!.replace(/[\u2068\u2069]/g, '')).to.equal('Oct 1842 – present');
  });
}

for (const [lang, spoken, words] of [
  ['pt-PT', 'pt', 'Reino Unido'],
  ['pt-BR', 'pt', 'Reino Unido'],
  ['pt', 'pt', 'Reino Unido'],
  ['es-MX', 'es', 'Reino Unido'],
  ['de-CH', 'de', 'Vereinigtes Königreich'],
  ['en-GB', 'en', 'United Kingdom'],
] as const) {
  it(`${lang} speaks ${spoken}, of which its region is a part`, async () => {
    const card = await put('gigsy-profile-card', { profile: ada }, { lang });
    await waitUntil(() => within(card, '.frame')[0]!.lang === spoken);
    expect(said(card, '[part=meta]')[0]).to.contain(words);
  });
}

it('a language whose words are on their way is English until then, and never mixed', async () => {
  const card = await put('gigsy-profile-card', { profile: ada });
  const seen = new Set<string>();
  const look = () => seen.add(`${within(card, '.frame')[0]!.lang} ${said(card, '.place')[0]!.split('·')[0]!.trim()}`);
  const observer = new MutationObserver(look);
  observer.observe(card.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
  card.parentElement!.lang = 'hi';
  await waitUntil(() => within(card, '.frame')[0]!.lang === 'hi');
  observer.disconnect();
  for (const words of seen) expect(words).to.match(/^(en London, United Kingdom|hi London, यूनाइटेड किंगडम)$/);
});

it('an element with words of its own changes language with all of them at once, and back', async () => {
  const matrix = await put('gigsy-skill-matrix', { profile: ada });
  const seen = new Set<string>();
  const look = () =>
    seen.add([within(matrix, '.frame')[0]!.lang, ...said(matrix, '[part=heading], [part=sort]')].join(' '));
  const observer = new MutationObserver(look);
  observer.observe(matrix.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
  matrix.parentElement!.lang = 'fr';
  await waitUntil(() => within(matrix, '.frame')[0]!.lang === 'fr');
  matrix.parentElement!.lang = 'en';
  await waitUntil(() => within(matrix, '.frame')[0]!.lang === 'en');
  observer.disconnect();
  expect([...seen].sort()).to.deep.equal(['en Skills Skill Level Years', 'fr Compétences Compétence Niveau Années']);
});
