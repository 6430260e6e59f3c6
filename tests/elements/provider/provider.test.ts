/** The provider: the settings that elements inside take from it, in any order of arrival, and its appearance. */
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Appearance, GigsyProvider, ProfileSource } from '@gigsy/elements';
import '@gigsy/elements/profile-card/define';
import { part, settled, words } from '../profile/card.ts';
import { ada, answering, failing } from '../profile/people.ts';

const bob = answering({ handle: 'bob', role: 'student', identity: { displayName: 'Bob' } });

async function provide(inside: unknown, properties: Partial<GigsyProvider> = {}): Promise<GigsyProvider> {
  const box = await fixture<HTMLElement>(
    html`<section><gigsy-provider .source=${properties.source} .appearance=${properties.appearance}>${inside}</gigsy-provider></section>`,
  );
  await aTimeout(0);
  return box.querySelector('gigsy-provider')!;
}

const card = (around: Element) => around.querySelector('gigsy-profile-card')!;

describe('before its code is there', () => {
  it('gives elements its source already, and its address', async () => {
    expect(customElements.get('gigsy-provider')).to.equal(undefined);
    const around = await provide(html`<gigsy-profile-card handle="ada"></gigsy-profile-card>`, {
      source: answering(ada),
      appearance: { radius: 1 },
    });
    await waitUntil(() => words(card(around), 'name') === 'Ada Lovelace');
    await import('@gigsy/elements/provider/define');
    await aTimeout(0);
    expect(around.source, 'what was set before stays').to.be.an('object');
    expect(getComputedStyle(around).getPropertyValue('--gigsy-radius')).to.equal('1em');
    expect(words(card(around), 'name')).to.equal('Ada Lovelace');
  });
});

describe('a source', () => {
  it('reaches elements at any depth, across shadow roots', async () => {
    const around = await provide(html`<div></div>`, { source: answering(ada) });
    const inner = Object.assign(document.createElement('gigsy-profile-card'), { handle: 'ada' });
    around.querySelector('div')!.attachShadow({ mode: 'open' }).append(inner);
    await settled(inner);
    expect(words(inner, 'name')).to.equal('Ada Lovelace');
  });

  it('that changes is asked by elements inside, and by no others', async () => {
    const around = await provide(html`<gigsy-profile-card handle="ada"></gigsy-profile-card>`, {
      source: answering(ada),
    });
    let asked = 0;
    const outside = Object.assign(document.createElement('gigsy-profile-card'), {
      handle: 'ada',
      source: { get: () => (asked++, Promise.resolve(ada)) } satisfies ProfileSource,
    });
    around.parentElement!.append(outside);
    await settled(outside);
    around.source = bob;
    await waitUntil(() => words(card(around), 'name') === 'Bob');
    expect(asked).to.equal(1);
  });

  it('of the element itself, or the nearer provider, comes first', async () => {
    const around = await provide(
      html`
      <gigsy-profile-card handle="ada" .source=${answering(ada)}></gigsy-profile-card>
      <gigsy-provider .source=${answering(ada)}><gigsy-profile-card handle="ada"></gigsy-profile-card></gigsy-provider>`,
      { source: bob },
    );
    const cards = [...around.querySelectorAll('gigsy-profile-card')];
    await waitUntil(() => cards.every((each) => words(each, 'name') === 'Ada Lovelace'));
  });

  it('that fails is the element’s state, and the next one ends it', async () => {
    const around = await provide(html`<gigsy-profile-card handle="ada"></gigsy-profile-card>`, {
      source: failing('internal'),
    });
    await waitUntil(() => card(around).state === 'error');
    around.source = answering(ada);
    await waitUntil(() => card(around).state === 'ready');
  });

  it('is gone with the provider', async () => {
    const around = await provide(html`<gigsy-profile-card handle="ada"></gigsy-profile-card>`, {
      source: answering(ada),
    });
    const inner = card(around);
    await waitUntil(() => inner.state === 'ready');
    around.replaceWith(inner);
    await waitUntil(() => (inner.isConnected && inner.state === 'error') || words(inner, 'name') === 'Ada Lovelace');
  });
});

describe('a language', () => {
  it('is the provider’s lang', async () => {
    const around = await provide(html`<gigsy-profile-card .profile=${null}></gigsy-profile-card>`);
    around.lang = 'fr';
    await waitUntil(() => words(card(around), 'message') === 'Ce profil n’est pas disponible.');
  });
});

/** Of a colour as the browser computes it, in oklab or oklch. */
const lightness = (colour: string) => Number(/ok\w+\(([\d.]+)/.exec(colour)![1]);

describe('an appearance', () => {
  const look = async (appearance: unknown) =>
    provide(html`<gigsy-profile-card .profile=${ada}></gigsy-profile-card>`, { appearance: appearance as Appearance });
  const value = (around: Element, name: string) => getComputedStyle(around).getPropertyValue(name);

  it('is custom properties for all inside, and no style attribute', async () => {
    const around = await look({ theme: 'dark', accent: 'rgb(1, 2, 3)', density: 0.75, textSize: 2 });
    expect(value(around, '--gigsy-accent')).to.equal('rgb(1, 2, 3)');
    expect(value(around, '--gigsy-density')).to.equal('0.75');
    expect(value(around, 'color-scheme')).to.equal('dark');
    expect(value(around, 'font-size')).to.equal('32px');
    expect(around.hasAttribute('style')).to.equal(false);
    expect(getComputedStyle(part(card(around), 'card')!).backgroundColor).to.equal('oklch(0.22 0.015 265)');
  });

  it('out of range is brought into it, and an invalid value is left out', async () => {
    const around = await look({
      radius: 99,
      density: -1,
      textSize: NaN,
      surface: 'red; } * { display: none',
      text: 7,
      theme: '}',
      accent: 'url(x)',
    });
    expect(value(around, '--gigsy-radius')).to.equal('2em');
    expect(value(around, '--gigsy-density')).to.equal('0.5');
    for (const name of ['--gigsy-surface', '--gigsy-text', '--gigsy-accent'])
      expect(value(around, name), name).to.equal('');
    expect(value(around, 'font-size')).to.equal('16px');
  });

  it('with more contrast makes muted text and marks as strong as text', async () => {
    const muted = async (contrast?: number) =>
      getComputedStyle(part(card(await look(contrast === undefined ? {} : { contrast })), 'meta')!).color;
    const text = async () => getComputedStyle(part(card(await look({ contrast: 1 })), 'card')!).color;
    expect(await muted()).not.to.equal(await muted(1));
    expect(lightness(await muted(1))).to.be.closeTo(lightness(await text()), 0.001);
  });

  it('set again replaces the old one wholly, and null means no appearance', async () => {
    const around = await look({ density: 1.5 });
    around.appearance = { radius: 0 };
    expect([value(around, '--gigsy-density'), value(around, '--gigsy-radius')]).to.deep.equal(['', '0em']);
    around.appearance = null as unknown as Appearance;
    expect(value(around, '--gigsy-radius')).to.equal('');
  });
});
