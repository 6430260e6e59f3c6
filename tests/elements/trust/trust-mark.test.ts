/** The mark of trust: what it says, when it says nothing, and how it stands in a card. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyTrustMark } from '@gigsy/elements';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/trust-mark/define';
import { document as passport, domain, email, evidenceSource, page, phone } from '../../../stories/people/evidence.ts';
import { LANGUAGES } from '../privacy/records.ts';

async function put(properties: object, lang = 'en'): Promise<GigsyTrustMark> {
  const box = await fixture<HTMLElement>(html`<p lang=${lang}></p>`);
  const element = Object.assign(document.createElement('gigsy-trust-mark'), properties);
  box.append(element);
  await element.updateComplete;
  return element;
}

const said = (mark: GigsyTrustMark) => mark.shadowRoot!.querySelector('[role=img]')?.getAttribute('aria-label');
const of = (...evidence: object[]) => ({ trust: { handle: 'ada', level: 'none', evidence } });

it('says the most that was checked, by the evidence that holds, and not by a level that somebody states', async () => {
  expect(said(await put(of(email, page, phone)))).to.equal('Phone number confirmed');
  expect(said(await put(of(email, domain)))).to.equal('Domain of an organisation confirmed');
  expect(said(await put(of(passport, email, domain)))).to.equal('Identity document checked');
  expect(said(await put(of({ ...phone, expiresOn: '2019-01-01' }, email)))).to.equal('E-mail address confirmed');
});

it('takes no room where it says nothing', async () => {
  const expired = { ...email, expiresOn: '2019-01-01' };
  const nothing = [
    of(),
    of(page),
    of(expired),
    of({ ...email, method: 'constructor' }),
    of({ ...email, expiresOn: 7 }),
  ];
  for (const properties of [...nothing, { trust: null }, { trust: { handle: 'zoe', level: 'government' } }]) {
    const mark = await put(properties);
    expect([said(mark), mark.offsetWidth]).to.deep.equal([undefined, 0]);
  }
  for (const handle of ['loading', 'nobody', 'failing', 'offline'])
    expect((await put({ handle, source: evidenceSource() })).offsetWidth).to.equal(0);
});

it('speaks each language, and is accessible', async () => {
  for (const lang of LANGUAGES) {
    const mark = await put(of(email), lang);
    if (lang !== 'en') await waitUntil(() => said(mark) !== 'E-mail address confirmed', lang);
    await expect(mark).to.be.accessible();
  }
});

it('stands beside the name of a card, whose heading it belongs to', async () => {
  const profile = { handle: 'ada', role: 'mentor', identity: { displayName: 'Ada Lovelace' } };
  const card = await fixture<HTMLElement>(
    html`<gigsy-profile-card .profile=${profile as never}><gigsy-trust-mark slot="badge" .trust=${of(phone).trust as never}></gigsy-trust-mark></gigsy-profile-card>`,
  );
  const mark = card.querySelector('gigsy-trust-mark')!;
  await mark.updateComplete;
  const heading = card.shadowRoot!.querySelector('[role=heading]')!;
  expect(mark.assignedSlot!.closest('[role=heading]')).to.equal(heading);
  const [sign, name] = [mark.getBoundingClientRect(), heading.getBoundingClientRect()];
  expect(sign.width).to.be.within(12, 32);
  expect([sign.top >= name.top - 1, sign.bottom <= name.bottom + 1]).to.deep.equal([true, true]);
  await expect(card).to.be.accessible();
});
