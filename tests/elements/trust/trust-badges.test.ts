/** The badges of trust: what they show, what they leave out, languages, states, and data that anybody may have made. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyTrustBadges } from '@gigsy/elements';
import '@gigsy/elements/trust-badges/define';
import { document as passport, domain, email, evidenceSource, page, phone } from '../../../stories/people/evidence.ts';
import { LANGUAGES, said } from '../privacy/records.ts';

async function put(properties: object, lang = 'en', width = 640): Promise<GigsyTrustBadges> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('gigsy-trust-badges'), properties);
  box.append(element);
  await element.updateComplete;
  return element;
}

const trust = { handle: 'ada', level: 'phone', evidence: [phone, email] } as const;

it('say what was checked, by whom, when, and until when it holds', async () => {
  const element = await put({ trust });
  expect(said(element, '[part=heading]')).to.deep.equal(['Verifications']);
  expect(said(element, '[part=title]')).to.deep.equal(['Phone number confirmed', 'E-mail address confirmed']);
  expect(said(element, '.meta')).to.deep.equal([
    'Checked by Gigsy on May 1, 2031 · Holds until October 28, 2031',
    'Checked by Gigsy on May 1, 2031 · Holds until April 30, 2032',
  ]);
  await expect(element).to.be.accessible();
});

it('show a domain and a page where their owner does, and text that is not an address nowhere', async () => {
  const { domain: _, ...hidden } = domain;
  const evidence = [passport, domain, hidden, page, { ...page, link: 'javascript:alert(1)' }];
  const element = await put({ trust: { ...trust, evidence } });
  expect(said(element, '[part=title]')).to.deep.equal([
    'Identity document checked',
    'Domain of an organisation confirmed',
    'Domain of an organisation confirmed',
    'Page confirmed',
    'Page confirmed',
  ]);
  expect(said(element, '[part=place]')).to.deep.equal(['example.org', 'https://social.example/@ada']);
  const [link] = element.shadowRoot!.querySelectorAll('a');
  expect([link!.href, link!.rel]).to.deep.equal(['https://social.example/@ada', 'nofollow noopener noreferrer']);
  await expect(element).to.be.accessible();
});

it('ask for the evidence of their handle', async () => {
  const element = await put({ handle: 'few', source: evidenceSource() });
  await waitUntil(() => element.state === 'ready');
  await element.updateComplete;
  expect(said(element, '[part=title]')).to.deep.equal(['E-mail address confirmed']);
});

it('speak each language, and fit into 320 pixels', async () => {
  for (const lang of LANGUAGES) {
    const element = await put({ trust }, lang, 320);
    if (lang !== 'en') await waitUntil(() => said(element, '[part=title]')[0] !== 'Phone number confirmed', lang);
    expect([lang, element.scrollWidth <= 320]).to.deep.equal([lang, true]);
    await expect(element).to.be.accessible();
  }
});

it('leave out evidence that has expired and kinds that they do not know', async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toJSON().slice(0, 10);
  const today = new Date().toJSON().slice(0, 10);
  const evidence = [
    { ...email, expiresOn: yesterday },
    { ...email, method: 'constructor' },
    { ...email, method: 7 },
    { ...email, expiresOn: 'soon' },
    { ...email, issuedOn: 'yesterday' },
    null,
    { ...phone, expiresOn: today },
  ];
  const element = await put({ trust: { ...trust, evidence } });
  expect(said(element, '[part=title]')).to.deep.equal(['Phone number confirmed']);
});

it('take no room where they show nothing and are told to hide', async () => {
  const element = await put({ trust: { handle: 'zoe', level: 'none' } });
  expect([said(element, '[part=nothing]'), element.empty]).to.deep.equal([['There is nothing to show here.'], true]);
  element.setAttribute('hide-empty', '');
  await element.updateComplete;
  expect(element.offsetHeight).to.equal(0);
  const missing = await put({ trust: null });
  missing.setAttribute('hide-empty', '');
  expect([missing.state, missing.offsetHeight]).to.deep.equal(['unavailable', 0]);
});

it('show words of others as text', async () => {
  const element = await put({
    trust: { ...trust, evidence: [{ ...email, provider: '<img src=x onerror=alert(1)>' }] },
  });
  expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  expect(said(element, '.meta')[0]).to.contain('<img src=x onerror=alert(1)>');
});
