/** The direction of elements in a browser; tests/server/direction.test.ts holds servers to the same. */
import { expect } from '@open-wc/testing';
import '@gigsy/elements/profile-card/define';
import { directions } from '../../directions.ts';
import { put } from './element.ts';
import type { ProfileElement } from '@gigsy/elements';
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

it('pronouns stand apart from a name that runs another way than the page', async () => {
  for (const displayName of ['Ada Lovelace', 'آدا لوفلايس']) {
    for (const lang of ['ar', 'en']) {
      const profile = { ...ada, identity: { ...ada.identity!, displayName } };
      const card = await put('gigsy-profile-card', { profile }, { lang, width: 640 });
      const [name, pronouns] = [boxOf(displayName, card), boxOf('she/her', card)];
      expect(name.top, 'on one line').to.be.lessThan(pronouns.bottom);
      const gap = lang === 'ar' ? name.left - pronouns.right : pronouns.left - name.right;
      expect(gap, `${displayName} in ${lang}`).to.be.within(2, 10);
    }
  }
});

/** Where the letters of `words` stand, without the spaces around them. */
function boxOf(words: string, card: ProfileElement): DOMRect {
  const texts = document.createTreeWalker(card.renderRoot, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && texts.currentNode.textContent !== words);
  const range = document.createRange();
  range.selectNode(texts.currentNode);
  return range.getBoundingClientRect();
}
