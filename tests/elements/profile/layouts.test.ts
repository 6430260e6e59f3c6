/** The layouts of the card: small, standard and wide, with large text and with long words. */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { card, part, words } from './card.ts';
import { ada, named } from './people.ts';

describe('layouts', () => {
  const shown = (element: Awaited<ReturnType<typeof card>>, name: string) =>
    getComputedStyle(part(element, name)!).display !== 'none';

  it('small: everything is shown, one below another', async () => {
    const element = await card({ profile: ada }, 280);
    for (const name of ['headline', 'meta', 'skills', 'links']) expect(shown(element, name), name).to.equal(true);
    expect(part(element, 'avatar')!.offsetWidth).to.equal(40);
    await expect(element).to.be.accessible();
  });

  it('opens the content that only the wide layout has room for', async () => {
    const element = await card({ profile: ada });
    const rest = element.renderRoot.querySelector('details')!;
    expect(rest.querySelector('summary')!.textContent).to.equal('More');
    rest.open = true;
    await waitUntil(() => rest.querySelector('.marks'), 'its code loads when it is opened');
    const told = rest.textContent.replace(/\s+/g, ' ');
    for (const words of ['machines that do not exist', 'Available · 12 hours per week', 'Italian'])
      expect(told).to.contain(words);
    await expect(element).to.be.accessible();
    const bare = await card({ profile: named('Zoë') });
    expect(bare.renderRoot.querySelector('details')).to.equal(null);
  });

  it('standard, in a column', async () => {
    const element = await card({ profile: ada });
    expect(shown(element, 'meta')).to.equal(true);
    expect(part(element, 'avatar')!.offsetWidth).to.equal(64);
    await aTimeout(50);
    expect(part(element, 'levels')).to.equal(null);
  });

  it('wide, in a band: introduction, levels in words, links', async () => {
    const element = await card({ profile: ada }, 900);
    await waitUntil(() => part(element, 'levels'), 'the panel loads where there is room');
    expect(words(element, 'about')).to.contain('machines that do not exist');
    expect(words(element, 'levels')).to.contain('Mathematics Learning').and.to.contain('Programming Basic');
    expect(part(element, 'links')!.querySelector('a')!.href).to.equal('https://example.com/');
    await expect(element).to.be.accessible();
  });

  for (const [size, width] of [
    ['24px', 360],
    ['32px', 480],
    ['32px', 280],
    ['32px', 900],
    ['64px', 320],
  ] as const) {
    it(`shows all of it with text of ${size} in ${width} px`, async () => {
      const element = await card({ profile: ada }, width);
      element.style.fontSize = size;
      for (const name of ['headline', 'meta', 'skills', 'links']) {
        const { scrollHeight, clientHeight } = part(element, name)!;
        expect(shown(element, name), name).to.equal(true);
        expect(scrollHeight, name).to.be.at.most(clientHeight + 1);
      }
      const article = part(element, 'card')!;
      expect(article.scrollWidth).to.be.at.most(article.clientWidth);
    });
  }

  for (const width of [280, 320, 480, 900]) {
    it(`never scrolls sideways at ${width} px`, async () => {
      const element = await card(
        {
          profile: {
            ...named('W'.repeat(10_000)),
            skills: [{ id: 'a', name: 'x'.repeat(80) }],
            identity: { displayName: 'W'.repeat(10_000), headline: 'y'.repeat(10_000) },
          },
        },
        width,
      );
      const article = element.renderRoot.querySelector('article')!;
      expect(article.scrollWidth).to.be.at.most(article.clientWidth);
      expect(element.offsetHeight).to.be.below(400);
      expect(words(element, 'name')).to.have.length(10_000);
    });
  }
});
