/** The embed entry: loads the elements of a page as they appear; and a page where another copy came first. */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';

it('leaves a page without elements alone, and loads them when they come, wherever they come', async () => {
  await import('../../packages/elements/src/embed.ts');
  await aTimeout(50);
  expect(customElements.get('gigsy-profile-card')).to.equal(undefined);
  const outer = document.createElement('section');
  outer.innerHTML = '<div><gigsy-profile-card><a href="/ada">Ada</a></gigsy-profile-card></div>';
  expect(outer.querySelector('a')!.checkVisibility === undefined).to.equal(false);
  document.body.append(outer);
  expect(outer.querySelector('a')!.checkVisibility(), 'fallback content until the code is there').to.equal(true);
  await waitUntil(() => customElements.get('gigsy-profile-card'));
  expect(outer.querySelector('a')!.checkVisibility()).to.equal(false);
  outer.remove();
});

it('does no harm when the tag is defined already', async () => {
  await customElements.whenDefined('gigsy-profile-card');
  const first = customElements.get('gigsy-profile-card');
  const again = '../../packages/elements/src/profile/profile-card/profile-card.define.ts?again';
  await import(/* @vite-ignore */ new URL(again, import.meta.url).href);
  expect(customElements.get('gigsy-profile-card')).to.equal(first);
});

it('no element has accessors of its own for its properties, which the embed build would pass over', async () => {
  const { classes } = await import('../../packages/elements/src/server/catalogue.ts');
  for (const [tag, element] of Object.entries(classes)) {
    const { elementProperties } = element as unknown as typeof LitElement;
    const own = [...elementProperties]
      .filter(([, options]) => (options as { wrapped?: boolean }).wrapped)
      .map(([name]) => name);
    expect(own, tag).to.deep.equal([]);
  }
});
