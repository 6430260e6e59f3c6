/** The direction of elements in a browser; tests/server/direction.test.ts holds servers to the same. */
import { expect } from '@open-wc/testing';
import '@gigsy/elements/profile-card/define';
import { directions } from '../../directions.ts';
import { put } from './element.ts';
import { ada } from './people.ts';

it('the direction is of the language around, by its script where the tag has one', async () => {
  const card = await put('gigsy-profile-card', { profile: ada });
  for (const [dir, tags] of Object.entries(directions)) {
    for (const lang of tags.filter(Boolean)) {
      card.lang = lang;
      card.requestUpdate();
      await card.updateComplete;
      expect(card.shadowRoot!.querySelector<HTMLElement>('.frame')!.dir, lang).to.equal(dir);
    }
  }
});

it('an attribute for the direction counts as it does in HTML', async () => {
  const card = await put('gigsy-profile-card', { profile: ada, lang: 'en' });
  for (const [dir, is] of [
    ['rtl', 'rtl'],
    ['RTL', 'rtl'],
    ['auto', 'auto'],
    ['', 'ltr'],
    ['sideways', 'ltr'],
    ['rtl ', 'ltr'],
  ] as const) {
    card.setAttribute('dir', dir);
    card.requestUpdate();
    await card.updateComplete;
    expect(card.shadowRoot!.querySelector<HTMLElement>('.frame')!.dir, dir).to.equal(is);
  }
});
