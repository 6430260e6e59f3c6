/** One's own profile as others see it: each viewer gets what the deployment gives them, and nothing of another stays. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyViewAs } from '@gigsy/elements';
import '@gigsy/elements/view-as/define';
import { ada, noor } from '../../../stories/people/ada.ts';
import type { Person } from '../../../stories/people/person.ts';
import { PrivacyDesk, failingPrivacy } from '../../../stories/people/privacy-desk.ts';
import { LANGUAGES, settled } from './records.ts';

async function put(
  client: unknown,
  { lang = 'en', width = 480, viewer }: { lang?: string; width?: number; viewer?: string } = {},
): Promise<GigsyViewAs> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('gigsy-view-as'), { client, ...(viewer && { viewer }) });
  box.append(element);
  await settled(element);
  return element;
}

const root = (element: GigsyViewAs) => element.shadowRoot!;
const options = (element: GigsyViewAs) => [...root(element).querySelectorAll('option')];
const hint = (element: GigsyViewAs) => root(element).querySelector('[role=status]')!.textContent!.trim();
/** All text on show, that of the elements inside too. */
const shown = (element: GigsyViewAs) =>
  [...root(element).querySelectorAll('.ground > *')]
    .filter((each) => !(each as { hidden?: boolean }).hidden)
    .map((each) => (each.shadowRoot ?? each).textContent!)
    .join(' ')
    .replace(/\s+/g, ' ');

async function look(element: GigsyViewAs, viewer: string): Promise<string> {
  const choice = root(element).querySelector('select')!;
  choice.value = viewer;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
  return shown(element);
}

const grants = [
  { grant: 'g1', to: { person: 'charles' }, keys: ['identity.pronouns' as const], createdAt: 0 },
  { grant: 'g2', to: { role: 'mentor' as const }, keys: ['about' as const], createdAt: 0 },
];
const chooser: Person = {
  ...ada,
  settings: { 'identity.pronouns': 'restricted', about: 'owner', workExperience: 'platform' },
};

it('says why there is nothing to see, and is accessible', async () => {
  const cases = [
    [undefined, 'signed-out'],
    [new PrivacyDesk(null).client, 'empty'],
    [failingPrivacy('forbidden'), 'unavailable'],
    [failingPrivacy('internal'), 'error'],
    [failingPrivacy('offline'), 'offline'],
  ] as const;
  for (const [client, state] of cases) {
    const element = await put(client);
    expect(element.getAttribute('state')).to.equal(state);
    await expect(element).to.be.accessible();
  }
});

it('shows what anyone, a member, somebody named and the owner see, and nothing more', async () => {
  const element = await put(new PrivacyDesk(chooser, { grants }).client);
  const [pronouns, about, work] = [
    'she/her',
    'I write programs',
    ada.sections.workExperience[0]!.summary!.slice(0, 40),
  ];
  const sees = (text: string) => [pronouns, about, work].map((each) => text.includes(each));
  expect(sees(shown(element))).to.deep.equal([false, false, false]);
  expect(sees(await look(element, 'member'))).to.deep.equal([false, false, true]);
  expect(sees(await look(element, 'g1'))).to.deep.equal([true, false, true]);
  // A grant opens nothing that is the owner's alone.
  expect(sees(await look(element, 'g2'))).to.deep.equal([false, false, true]);
  expect(sees(await look(element, 'owner'))).to.deep.equal([true, true, true]);
  expect(sees(await look(element, 'anonymous'))).to.deep.equal([false, false, false]);
});

it('shows nothing of one viewer’s sight while another’s is on its way', async () => {
  const desk = new PrivacyDesk(chooser, { grants });
  const element = await put(desk.client, { viewer: 'owner' });
  expect(shown(element)).to.contain('she/her');
  (desk.client.profile as { watchPreview: unknown }).watchPreview = () => () => {};
  expect((await look(element, 'anonymous')).trim()).to.equal('');
  expect(hint(element)).to.equal('Looking through their eyes …');
});

it('follows the settings, and the end of the grant by which it looks', async () => {
  const desk = new PrivacyDesk(chooser, { grants });
  const element = await put(desk.client, { viewer: 'g1' });
  expect(shown(element)).to.contain('she/her');
  desk.choose({ 'identity.pronouns': 'owner' });
  await settled(element);
  expect(shown(element)).not.to.contain('she/her');
  desk.grants = [];
  desk.tell();
  await settled(element);
  expect([element.viewer, hint(element)]).to.deep.equal([
    'anonymous',
    'Search engines and people without an account see this.',
  ]);
  expect(options(element).map(({ value }) => value)).to.deep.equal(['anonymous', 'member', 'owner']);
  expect(root(element).querySelector('select')!.value).to.equal('anonymous');
});

it('says that a hidden profile does not exist for others', async () => {
  const hidden = await put(new PrivacyDesk(noor).client);
  expect(shown(hidden)).to.equal('They see nothing. For them, your page does not exist.');
});

for (const lang of LANGUAGES)
  it(`fits into 320 pixels in ${lang}, accessibly`, async () => {
    const { client } = new PrivacyDesk(chooser, { grants });
    const element = await put(client, { lang, width: 320, viewer: 'g1' });
    await waitUntil(() => root(element).querySelector('.frame')!.getAttribute('lang') !== 'en' || lang === 'en');
    const { right, left } = element.getBoundingClientRect();
    for (const each of root(element).querySelectorAll('.content *')) {
      const box = each.getBoundingClientRect();
      expect(box.width === 0 || (box.right <= right + 1 && box.left >= left - 1), `${lang} ${each.outerHTML}`).to.equal(
        true,
      );
    }
    expect(root(element).querySelector('select')!.getBoundingClientRect().height).to.be.at.least(24);
    await expect(element).to.be.accessible();
  });
