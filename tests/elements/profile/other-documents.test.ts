/**
 * Elements that are moved into another document of the page's origin, or made for one: their look, their language, the
 * events that they hear.
 */
import { expect, fixture, html } from '@open-wc/testing';
import type { ProfileElement } from '@gigsy/elements';
import '@gigsy/elements/provider/define';
import { TAGS } from '../every-element.ts';
import { rendered } from './element.ts';
import { ManualSource, ada, answering } from './people.ts';

/** A frame of the page's origin under a policy that allows nothing, and its document. */
async function frame(attributes = 'lang="en"', width = 900): Promise<Document> {
  const policy = '<meta http-equiv="content-security-policy" content="default-src \'none\'">';
  const made = await fixture<HTMLIFrameElement>(html`<iframe width=${width} height="400"></iframe>`);
  const loaded = new Promise((resolve) => made.addEventListener('load', resolve, { once: true }));
  made.srcdoc = `<!doctype html><html ${attributes}><head>${policy}</head><body></body></html>`;
  await loaded;
  return made.contentDocument!;
}

const box = () => fixture<HTMLElement>(html`<div lang="en" style="inline-size: 884px"></div>`);

function made<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]> = {},
): HTMLElementTagNameMap[T] {
  return Object.assign(document.createElement(tag), { profile: ada, ...properties });
}

/** The visible styles at the element's present place. */
function look(element: ProfileElement) {
  const of = (selector: string) =>
    element.ownerDocument.defaultView!.getComputedStyle(element.shadowRoot!.querySelector(selector)!);
  const { borderTopWidth, position, backgroundColor } = of('[part=card]');
  const inner = element.shadowRoot!.querySelector('.avatar, .section')!;
  const { inlineSize, blockSize, paddingTop } = element.ownerDocument.defaultView!.getComputedStyle(inner);
  return {
    borderTopWidth,
    position,
    backgroundColor,
    inlineSize,
    blockSize,
    paddingTop,
    height: element.getBoundingClientRect().height,
  };
}

const arrived = async (element: ProfileElement, place: Node) => {
  place.appendChild(element);
  await rendered(element);
};

for (const tag of TAGS) {
  it(`${tag} looks the same in a frame, back again and in another frame, and when it was made for one`, async () => {
    const [here, there, other] = [await box(), (await frame()).body, (await frame()).body];
    const element = made(tag) as ProfileElement;
    await arrived(element, here);
    const before = look(element);
    expect(before.borderTopWidth).to.equal('1px');
    for (const place of [there, here, other, there, here]) {
      await arrived(element, place);
      expect(look(element)).to.deep.equal(before);
      element.remove();
    }
    const forThere = made(tag) as ProfileElement;
    await arrived(forThere, there);
    expect(look(forThere)).to.deep.equal(before);
  });
}

it('the second column of a wide card keeps its styles', async () => {
  const [here, there] = [await box(), (await frame()).body];
  const card = made('gigsy-profile-card');
  await arrived(card, here);
  await card.loadFurther();
  await card.updateComplete;
  const panel = () =>
    card.ownerDocument.defaultView!.getComputedStyle(card.shadowRoot!.querySelector('.panel')!).display;
  expect(panel()).to.equal('flex');
  await arrived(card, there);
  expect(panel()).to.equal('flex');
});

it('documents without a window, templates and fragments on the way do no harm', async () => {
  const [here, there] = [await box(), (await frame()).body];
  const card = made('gigsy-profile-card');
  await arrived(card, document.implementation.createHTMLDocument().body);
  await arrived(card, new DOMParser().parseFromString('<!doctype html><body>', 'text/html').body);
  await arrived(card, document.createElement('template').content);
  await arrived(card, here);
  const before = look(card);
  await arrived(card, document.createElement('template').content);
  await arrived(card, there);
  expect(look(card)).to.deep.equal(before);
  await arrived(card, document.implementation.createHTMLDocument().body);
  await arrived(card, here);
  expect(look(card)).to.deep.equal(before);
});

it('a card that is moved while it loads shows its skeleton there, and then the profile', async () => {
  const there = (await frame()).body;
  const source = new ManualSource();
  const card = made('gigsy-profile-card', { profile: undefined, handle: 'ada', source });
  await arrived(card, await box());
  const before = look(card);
  await arrived(card, there);
  expect(look(card)).to.deep.equal(before);
  expect(source.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  source.asked[1]!.answer(ada);
  await rendered(card);
  expect(card.state).to.equal('ready');
  expect(look(card).borderTopWidth).to.equal('1px');
});

it('language and direction are of the place, also within one document, and followed there', async () => {
  const [here, there] = [await box(), await frame('lang="ar"')];
  const card = made('gigsy-profile-card');
  const ways = () => [
    card.shadowRoot!.querySelector('.frame')!.getAttribute('dir'),
    card.shadowRoot!.querySelector('[part=meta]')!.textContent!.includes('متاح'),
  ];
  await arrived(card, here);
  expect(ways()).to.deep.equal(['ltr', false]);
  await arrived(card, there.body);
  for (let turn = 0; turn < 50 && !ways()[1]; turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ways()).to.deep.equal(['rtl', true]);
  there.documentElement.lang = 'en';
  await rendered(card);
  expect(ways()).to.deep.equal(['ltr', false]);
  await arrived(card, await fixture<HTMLElement>(html`<div lang="ar"></div>`));
  expect(ways()).to.deep.equal(['rtl', true]);
});

describe('a window of another document', () => {
  it('is heard when it is back on the net, and the one that was left no more', async () => {
    const there = await frame();
    const source = new ManualSource();
    const card = made('gigsy-profile-card', { profile: undefined, handle: 'ada', source });
    await arrived(card, await box());
    await arrived(card, there.body);
    const { GigsyError } = await import('@gigsy/sdk/reader');
    source.asked[1]!.fail(new GigsyError('offline', 'For the test.'));
    await rendered(card);
    expect(card.state).to.equal('offline');
    window.dispatchEvent(new Event('online'));
    await rendered(card);
    expect(source.asked).to.have.length(2);
    there.defaultView!.dispatchEvent(new Event('online'));
    await rendered(card);
    expect(source.asked).to.have.length(3);
    card.remove();
    there.defaultView!.dispatchEvent(new Event('online'));
    expect(source.asked).to.have.length(3);
  });

  it('has providers whose look, source and changes reach the elements inside', async () => {
    const there = await frame();
    const around = Object.assign(document.createElement('gigsy-provider'), {
      appearance: { radius: 2 },
      source: answering({ ...ada, identity: { displayName: 'First' } }),
    });
    const card = made('gigsy-profile-card', { profile: undefined, handle: 'ada' });
    const name = () => card.shadowRoot!.querySelector('[part=name]')?.textContent!.trim();
    const radius = () => card.ownerDocument.defaultView!.getComputedStyle(around).getPropertyValue('--gigsy-radius');
    around.append(card);
    for (const place of [there.body, await box(), there.body]) {
      place.append(around);
      await rendered(card);
      expect([name(), radius()]).to.deep.equal(['First', '2em']);
    }
    around.appearance = { radius: 1 };
    around.source = answering({ ...ada, identity: { displayName: 'Second' } });
    await rendered(card);
    expect([name(), radius()]).to.deep.equal(['Second', '1em']);
  });
});

it('a page’s own address and key come before those of the page that holds the code', async () => {
  const asked: string[] = [];
  const { fetch } = window;
  window.fetch = async (input) => (asked.push(String(input)), Response.json({ handle: 'ada' }));
  const say = (page: Document, name: string, content: string) =>
    page.head.append(Object.assign(page.createElement('meta'), { name: `gigsy-${name}`, content }));
  try {
    const [silent, speaking] = [await frame(), await frame()];
    say(document, 'api', 'https://one.example');
    say(document, 'key', 'pk_one');
    say(speaking, 'api', 'https://two.example');
    say(speaking, 'key', 'pk_two');
    for (const page of [silent, speaking])
      await arrived(made('gigsy-profile-card', { profile: undefined, handle: 'ada' }), page.body);
    expect(asked).to.deep.equal([
      'https://one.example/v1/read/profile.get?sections=identity%2Cavailability%2Cskills%2Cabout%2Clinks&handle=ada&key=pk_one',
      'https://two.example/v1/read/profile.get?sections=identity%2Cavailability%2Cskills%2Cabout%2Clinks&handle=ada&key=pk_two',
    ]);
  } finally {
    window.fetch = fetch;
    for (const meta of document.querySelectorAll('meta[name^=gigsy-]')) meta.remove();
  }
});
