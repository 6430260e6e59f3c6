/** The request for an access, inside a provider with elements that show a profile: its states, its end and its refusals. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyAboutSection, GigsyAccessRequest, GigsyProvider } from '@gigsy/elements';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/access-request/define';
import '@gigsy/elements/provider/define';
import { type LeaseOffice, reserved } from '../../../stories/people/lease-office.ts';
import { LANGUAGES, all, said } from './records.ts';

interface Shown {
  provider: GigsyProvider;
  request: GigsyAccessRequest;
  about: GigsyAboutSection;
}

/** A page with two elements of one profile. */
async function page(client: unknown, { lang = 'en', width = 860 } = {}): Promise<Shown> {
  const provider = await fixture<GigsyProvider>(html`
    <gigsy-provider lang=${lang} .client=${client as never} api="https://nowhere.example" style="inline-size:${width}px">
      <gigsy-access-request></gigsy-access-request>
      <gigsy-about-section handle="ada"></gigsy-about-section>
      <gigsy-about-section handle="ada"></gigsy-about-section>
    </gigsy-provider>
  `);
  return {
    provider,
    request: provider.querySelector('gigsy-access-request')!,
    about: provider.querySelectorAll('gigsy-about-section')[1]!,
  };
}

const field = <T extends HTMLElement>({ request }: Shown, name: string) => all(request, `[name=${name}]`)[0] as T;
const status = ({ request }: Shown) => said(request, '[role=status]')[0];
const textOf = ({ about }: Shown) => said(about, '.section')[0] ?? '';
const pressed = ({ request }: Shown, part: string) => all(request, `[part=${part}]`)[0]!.click();

async function ask(shown: Shown, purpose: string, note = ''): Promise<void> {
  await waitUntil(() => field(shown, 'purpose'));
  field<HTMLSelectElement>(shown, 'purpose').value = purpose;
  field<HTMLInputElement>(shown, 'note').value = note;
  pressed(shown, 'show');
}

async function opened(office: LeaseOffice): Promise<Shown> {
  const shown = await page(office.client);
  await ask(shown, 'hiring', ' For the team ');
  await waitUntil(() => textOf(shown).includes('real world'));
  return shown;
}

describe('with a purpose', () => {
  it('every element of a profile shows what one access opens, and the page says so', async () => {
    const office = reserved();
    const shown = await opened(office);
    expect(office.calls).to.deep.equal(['open ada hiring For the team']);
    await waitUntil(() => status(shown) === 'You see what is open to you. Purpose: Hiring. The owner is told.');
    expect(shown.request.shadowRoot!.activeElement).to.equal(all(shown.request, '[role=status]')[0]);
    office.change({ leased: { ...office.leased, about: { text: 'Changed' } } });
    await waitUntil(() => textOf(shown).includes('Changed'));
    await expect(shown.request).to.be.accessible();
  });

  it('they show what everybody sees once the owner has ended it, until it is asked for again', async () => {
    const office = reserved();
    const shown = await opened(office);
    office.revoke();
    await waitUntil(() => status(shown) === 'The access has ended. You see what everybody sees.');
    await waitUntil(() => !textOf(shown).includes('real world'));
    pressed(shown, 'again');
    await waitUntil(() => textOf(shown).includes('real world'));
    expect(office.calls.filter((call) => call.startsWith('open'))).to.have.lengthOf(2);
  });

  it('they end it with the button, with the purpose, and with the page', async () => {
    for (const end of [
      (shown: Shown) => pressed(shown, 'end'),
      ({ provider }: Shown) => provider.removeAttribute('purpose'),
      ({ provider }: Shown) => provider.remove(),
      ({ provider }: Shown) => void (provider.client = null),
    ]) {
      const office = reserved();
      const shown = await opened(office);
      end(shown);
      await waitUntil(() => office.open === 0);
    }
  });

  it('the form comes back after the end, with focus', async () => {
    const shown = await opened(reserved());
    pressed(shown, 'end');
    await waitUntil(() => shown.request.shadowRoot!.activeElement === field(shown, 'purpose'));
    expect(field<HTMLSelectElement>(shown, 'purpose').value).to.equal('');
  });

  it('a refusal is told in words, and what everybody sees is on show', async () => {
    const cases = [
      ['not_found', 'Nothing more here is open to you. You see what everybody sees.', false],
      ['too_large', 'You have opened many profiles in a short time. You see what everybody sees.', true],
      ['rate_limited', 'You have opened many profiles in a short time. You see what everybody sees.', true],
      ['invalid_argument', 'Your words were not accepted: use plain text. You see what everybody sees.', true],
      ['unauthenticated', 'Your session has ended. Sign in again.', true],
    ] as const;
    for (const [code, words, again] of cases) {
      const office = reserved();
      office.troubles.push(code);
      const shown = await page(office.client);
      await ask(shown, 'support');
      await waitUntil(() => status(shown) === words, `${code}: ${words}, not ${status(shown)}`);
      await waitUntil(() => shown.about.state === 'ready');
      expect([textOf(shown).includes('real world'), all(shown.request, '[part=again]').length > 0]).to.deep.equal([
        false,
        again,
      ]);
    }
  });

  it('a provider inside another adds the purpose alone', async () => {
    const office = reserved();
    const outer = await fixture<GigsyProvider>(html`
      <gigsy-provider .client=${office.client}>
        <gigsy-provider purpose="mentoring"><gigsy-about-section handle="ada"></gigsy-about-section></gigsy-provider>
      </gigsy-provider>
    `);
    const about = outer.querySelector('gigsy-about-section')!;
    await waitUntil(() => said(about, '.section')[0]?.includes('real world'));
    expect(office.calls).to.deep.equal(['open ada mentoring']);
    outer.client = null;
    await waitUntil(() => office.open === 0);
  });
});

describe('the form', () => {
  it('asks for what is missing beside the field, and opens nothing', async () => {
    const office = reserved();
    const shown = await page(office.client);
    await ask(shown, '');
    await waitUntil(() => said(shown.request, '.fault')[0] === 'Choose a purpose.');
    expect(shown.request.shadowRoot!.activeElement).to.equal(field(shown, 'purpose'));
    await ask(shown, 'other', '  ');
    await waitUntil(() => said(shown.request, '.fault')[0] === 'Say what for.');
    expect(shown.request.shadowRoot!.activeElement).to.equal(field(shown, 'note'));
    await expect(shown.request).to.be.accessible();
    expect([office.calls, shown.provider.purpose]).to.deep.equal([[], null]);
  });

  it('is accessible and fits in every language at 320 pixels', async () => {
    for (const lang of LANGUAGES) {
      const shown = await page(reserved().client, { lang, width: 320 });
      await waitUntil(() => lang === 'en' || all(shown.request, '.frame')[0]?.lang !== 'en');
      await waitUntil(() => field(shown, 'purpose'));
      expect(shown.request.scrollWidth <= 320, lang).to.equal(true);
      for (const each of all(shown.request, 'button, select, input'))
        expect(each.getBoundingClientRect().height).to.be.at.least(24);
      await expect(shown.request).to.be.accessible();
    }
  });

  it('says why there is none to people who are not signed in, and to pages without a provider', async () => {
    const shown = await page(undefined);
    await waitUntil(() => shown.request.state === 'signed-out');
    const alone = await fixture<GigsyAccessRequest>(html`<gigsy-access-request></gigsy-access-request>`);
    alone.client = reserved().client;
    await waitUntil(() => alone.state === 'error');
  });
});
