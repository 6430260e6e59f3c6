/** The card's height: it follows the content, changes by steps as the card gets wider, and is kept free for the usual card. */
import { expect } from '@open-wc/testing';
import type { ProfileView } from '@gigsy/sdk/reader';
import { put, rendered } from './element.ts';
import '@gigsy/elements/profile-card/define';
import { ada, answering, never } from './people.ts';

const usual: ProfileView = {
  ...ada,
  identity: {
    ...ada.identity,
    displayName: 'Ada Lovelace',
    headline: 'Analyst of engines, translator, and programmer',
  },
};
const bare: ProfileView = { handle: 'zoe', role: 'student', identity: { displayName: 'Zoë' } };

/** A row of chips, links or facts with the space above it, in pixels, at a text of 16 px; two may come at once. */
const TWO_ROWS = 72;

describe('the height of a card', () => {
  it('changes by two rows at most over 10 px of width, unless the card is enlarged', async () => {
    const card = await put('gigsy-profile-card', { profile: usual }, { width: 240 });
    const heights: number[] = [];
    for (let width = 240; width <= 960; width += 2) {
      card.parentElement!.style.width = `${width}px`;
      heights.push(card.offsetHeight);
    }
    const changes = heights.slice(5).map((height, index) => Math.abs(height - heights[index]!));
    expect(Math.max(...changes)).to.be.at.most(TWO_ROWS);
  });

  for (const width of [280, 300, 330, 400, 560, 900]) {
    it(`is the same before and after the usual card has come, ${width} px wide`, async () => {
      const waiting = await put('gigsy-profile-card', { handle: 'ada', source: never }, { width });
      const come = await put('gigsy-profile-card', { profile: usual }, { width });
      expect(come.offsetHeight).to.equal(waiting.offsetHeight);
    });

    it(`is small where there is little to show, ${width} px wide`, async () => {
      const come = await put('gigsy-profile-card', { profile: usual }, { width });
      const sparse = await put('gigsy-profile-card', { profile: bare }, { width });
      expect(sparse.offsetHeight).to.be.below(come.offsetHeight * 0.7);
      const none = await put('gigsy-profile-card', { handle: 'x', source: answering(null) }, { width });
      expect(none.state).to.equal('unavailable');
      expect(none.offsetHeight).to.be.below(90);
    });
  }

  it('is the row’s where cards stand in a grid', async () => {
    const cards = [
      await put('gigsy-profile-card', { profile: usual }),
      await put('gigsy-profile-card', { profile: bare }),
    ];
    const grid = cards[0]!.parentElement!;
    Object.assign(grid.style, { display: 'grid', gridTemplateColumns: '1fr 1fr' });
    grid.append(cards[1]!);
    await rendered(cards[1]!);
    const [first, second] = cards.map((card) => card.shadowRoot!.querySelector('article')!.offsetHeight);
    expect(second).to.equal(first);
  });
});

it('availability is a pill with a word that is never cut', async () => {
  for (const width of [240, 280, 400, 900]) {
    for (const lang of ['en', 'de', 'ar']) {
      const card = await put(
        'gigsy-profile-card',
        { profile: { ...usual, availability: { status: 'limited' } } },
        { width, lang },
      );
      const pill = card.shadowRoot!.querySelector<HTMLElement>('[part=availability]')!;
      expect(pill.checkVisibility(), `${lang} ${width}`).to.equal(true);
      expect(pill.scrollWidth).to.be.at.most(pill.clientWidth + 1);
      expect(pill.textContent).to.match(/\S/);
    }
  }
});
