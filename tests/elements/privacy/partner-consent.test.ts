/** The consent to a partner: the question, its answers, and the list of partners. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyPartnerConsent } from '@gigsy/elements';
import '@gigsy/elements/partner-consent/define';
import { failingImports } from '../../../stories/people/import-desk.ts';
import { CODE, PartnerDesk } from '../../../stories/people/partner-desk.ts';
import { LANGUAGES } from './records.ts';

async function put(client: unknown, { code = CODE, lang = 'en', width = 480 } = {}): Promise<GigsyPartnerConsent> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const consent = Object.assign(document.createElement('gigsy-partner-consent'), { client, code });
  box.append(consent);
  await waitUntil(() => consent.state !== 'loading');
  await consent.updateComplete;
  return consent;
}

const all = (consent: GigsyPartnerConsent, selector: string) => [
  ...consent.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const shown = (consent: GigsyPartnerConsent) =>
  all(consent, 'article')[0]!
    .textContent!.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const press = (consent: GigsyPartnerConsent, part: string) => {
  const [button] = all(consent, `[part=${part}]`);
  button!.focus();
  button!.click();
};
const until = (consent: GigsyPartnerConsent, words: string) => waitUntil(() => shown(consent).includes(words), words);

it('asks once, links the person, and leads focus to the outcome', async () => {
  const desk = new PartnerDesk();
  const consent = await put(desk.client);
  expect(shown(consent)).to.include('Let Northfield College know who you are on Gigsy?');
  expect(shown(consent)).to.include('https://careers.northfield.example');
  const heard: unknown[] = [];
  consent.addEventListener('gigsy-link', ({ detail }) => heard.push(detail));
  press(consent, 'allow');
  await until(consent, 'Northfield College knows you now.');
  expect(all(consent, '[part=ask]')).to.deep.equal([]);
  await waitUntil(() => consent.shadowRoot!.activeElement === all(consent, '[part=status]')[0]);
  expect(shown(consent)).to.include('There you are student-1815');
  press(consent, 'revoke');
  await until(consent, 'Northfield College does not know you any more.');
  expect(shown(consent)).to.include('You have allowed no partner.');
  expect(heard).to.deep.equal([
    { link: 'l1', allowed: true },
    { link: 'l1', allowed: false },
  ]);
});

it('links nobody who refuses, and says when there is nothing to answer', async () => {
  const desk = new PartnerDesk();
  const consent = await put(desk.client);
  press(consent, 'refuse');
  await until(consent, 'You have not allowed it.');
  expect(desk.links).to.deep.equal([]);
  for (const code of ['lc_none', `lc_${'ff'.repeat(16)}`, '<script>'])
    expect(shown(await put(desk.client, { code }))).to.include('This request is over, or was answered already.');
  expect(shown(await put(desk.client, { code: '' }))).not.to.include('This request is over');
});

it('says why a step failed, and keeps the question', async () => {
  const desk = new PartnerDesk();
  desk.troubles.push('offline', 'not_found', 'too_large');
  const consent = await put(desk.client);
  for (const words of ['No connection at the moment.', 'This request is over', 'as many partners as there can be']) {
    press(consent, 'allow');
    await until(consent, words);
    expect(all(consent, '[part=allow]')).to.have.lengthOf(1);
  }
});

it('is accessible in its states, in every language and at 320 pixels', async () => {
  for (const client of [null, failingImports('internal')]) await expect(await put(client)).to.be.accessible();
  const desk = new PartnerDesk();
  desk.link({ name: 'مكتب המשרד', origins: [] }, '\u202eevil');
  desk.offer = { name: 'Northfield College', origins: ['https://careers.northfield.example'] };
  for (const lang of LANGUAGES) {
    const consent = await put(desk.client, { lang, width: 320 });
    await waitUntil(() => all(consent, '.frame')[0]!.lang !== 'en' || lang === 'en');
    expect(consent.scrollWidth <= 320, lang).to.equal(true);
    expect(shown(consent)).not.to.include('\u202e');
    await expect(consent).to.be.accessible();
  }
});
