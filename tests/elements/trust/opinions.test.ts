/** Reviews and the reputation index: what they show, what they leave out, languages, states, and data that anybody may have made. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyReputation, GigsyReputationPanel, GigsyReviewPanel, GigsyReviews } from '@gigsy/elements';
import '@gigsy/elements/reputation/define';
import '@gigsy/elements/reputation-panel/define';
import '@gigsy/elements/review-panel/define';
import '@gigsy/elements/reviews/define';
import { opinionSource, reputation, review } from '../../../stories/people/opinions.ts';
import { ReviewDesk, closedDesk, indexDesk, ownReputation, someGigs } from '../../../stories/people/review-desk.ts';
import { LANGUAGES, all, put, said, settled } from '../privacy/records.ts';

type Shown = GigsyReviews | GigsyReputation;

async function show<T extends Shown>(tag: string, properties: object, lang = 'en', width = 640): Promise<T> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement(tag), properties) as T;
  box.append(element);
  await element.updateComplete;
  return element;
}

const trust = { handle: 'ada', level: 'none', reviews: [review], reputation } as const;
const press = async (panel: GigsyReviewPanel, selector: string) => {
  const button = panel.shadowRoot!.querySelector<HTMLElement>(selector)!;
  button.focus();
  button.click();
  await settled(panel);
};

describe('gigsy-reviews', () => {
  it('say the rating, the party, the day, the words and the answer', async () => {
    const element = await show('gigsy-reviews', { trust });
    expect(said(element, '[part=title]')).to.deep.equal(['5 of 5 stars']);
    expect(said(element, '[part=review] .meta')[0]).to.equal('From a client · May 1, 2031');
    expect(said(element, '[part=text]')[0]).to.contain('Forty lamps on time');
    expect(said(element, '[part=reply]')[0]).to.equal('AnswerThank you! The hall looks wonderful.');
    await expect(element).to.be.accessible();
  });

  it('leave out all that is not a review, and show words of others as text', async () => {
    const element = await show('gigsy-reviews', { handle: 'mallory', source: opinionSource() });
    await waitUntil(() => element.state === 'ready');
    await element.updateComplete;
    expect(all(element, '[part=review]')).to.have.length(1);
    expect(element.shadowRoot!.querySelector('script')).to.equal(null);
    expect(element.scrollWidth).to.be.at.most(640);
  });
});

describe('gigsy-reputation', () => {
  it('says the number, how sure it is, and in a table what it is made of', async () => {
    const element = await show('gigsy-reputation', { trust });
    expect(said(element, '[part=score]')).to.deep.equal(['38 of 100']);
    expect(said(element, '[part=sureness]')[0]).to.equal(
      'Much is known. With all that is not known, it could be from 38 to 71.',
    );
    expect(said(element, 'tbody tr')).to.deep.equal(['Endorsements1417', 'Reviews913', 'Completed gigs98']);
    await expect(element).to.be.accessible();
  });

  it('leaves out kinds and numbers that it does not know, and an index of another shape', async () => {
    const element = await show('gigsy-reputation', { handle: 'mallory', source: opinionSource() });
    await waitUntil(() => element.state === 'ready');
    await element.updateComplete;
    expect(said(element, 'tbody th')).to.deep.equal(['Endorsements']);
    for (const faulty of [{ score: 'high', possible: 3, parts: [] }, { score: 9, possible: 3, parts: [] }, {}]) {
      const none = await show('gigsy-reputation', { trust: { ...trust, reputation: faulty } });
      expect([none.empty, said(none, '[part=nothing]')]).to.deep.equal([true, ['There is nothing to show here.']]);
    }
  });
});

describe('gigsy-reputation-panel', () => {
  it('explains both audiences, what counts in part, and what would raise it', async () => {
    const panel = await put<GigsyReputationPanel>('gigsy-reputation-panel', indexDesk());
    expect(said(panel, '[part=title]')).to.deep.equal(['For everybody', 'For members']);
    expect(said(panel, '[part=score]')).to.deep.equal(['38 of 100', '44 of 100']);
    expect(said(panel, '[part=explained] li').slice(0, 3)).to.deep.equal([
      'Endorsements: 14 count as 12.5',
      'Reviews: 9 count as 7.5',
      'Reviews: what speaks against you costs 3 points',
    ]);
    expect(said(panel, '[part=raising] li')[0]).to.equal('More trust in those who voted for you: about 4.2 points');
    await expect(panel).to.be.accessible();
  });

  it('says where there are no votes, and that a change is being counted', async () => {
    const none = { ...ownReputation, public: null, platform: null, pending: true };
    const panel = await put<GigsyReputationPanel>('gigsy-reputation-panel', indexDesk(none));
    expect([said(panel, '[part=pending]'), said(panel, '[part=none]').length]).to.deep.equal([
      ['A change is being counted.'],
      2,
    ]);
  });
});

describe('gigsy-review-panel', () => {
  it('asks for a rating before it sends, then sends, and tells that the review is sealed', async () => {
    const desk = someGigs();
    const panel = await put<GigsyReviewPanel>('gigsy-review-panel', desk.client);
    await press(panel, '[data-gig=g1] [part=write]');
    expect(said(panel, '#g1-rating-fault')).to.deep.equal(['Choose a rating from 1 to 5.']);
    expect(panel.shadowRoot!.activeElement!.id).to.equal('g1-rating-1');
    panel.shadowRoot!.querySelector<HTMLInputElement>('#g1-rating-4')!.checked = true;
    await press(panel, '[data-gig=g1] [part=write]');
    expect(desk.calls).to.deep.equal(['write g1 4']);
    expect(said(panel, '[role=status]')[0]).to.match(/^Sealed\./);
    expect(said(panel, '[part=own]')[0]).to.equal('Your review: 4 of 5 Sealed: nobody else sees it yet.');
  });

  it('answers a review once, takes one back, and says where a text or a step is refused', async () => {
    const desk = someGigs();
    const panel = await put<GigsyReviewPanel>('gigsy-review-panel', desk.client);
    const field = panel.shadowRoot!.querySelector<HTMLTextAreaElement>('#g3-reply')!;
    field.value = 'x'.repeat(1001);
    await press(panel, '[data-gig=g3] [part=reply]');
    expect(said(panel, '#g3-reply-fault')[0]).to.match(/^Use at most 1000 characters/);
    field.value = 'Thank you';
    await press(panel, '[data-gig=g3] [part=reply]');
    expect([said(panel, '[role=status]')[0], all(panel, '[part=answer]').length]).to.deep.equal([
      'Your answer shows.',
      0,
    ]);
    desk.troubles.push('not_ready');
    await press(panel, '[part=withdraw][data-gig=g2]');
    expect(said(panel, '[role=status]')).to.deep.equal(['This was over already.']);
    await press(panel, '[part=withdraw][data-gig=g2]');
    expect(said(panel, '[role=status]')).to.deep.equal(['Taken back.']);
  });

  it('says why there is nothing to see', async () => {
    const cases = [
      [closedDesk('forbidden'), 'This is not available to you.'],
      [closedDesk('offline'), 'No connection at the moment.'],
      [new ReviewDesk().client, 'None of your gigs can be reviewed yet.'],
    ] as const;
    for (const [client, words] of cases)
      expect(said(await put('gigsy-review-panel', client), '[part=message]')).to.deep.equal([words]);
  });
});

const ENGLISH = ['Reviews', 'Reputation', 'Your reputation', 'Reviews of your gigs'];

const drawn: Readonly<Record<string, (lang: string) => Promise<Shown | GigsyReviewPanel | GigsyReputationPanel>>> = {
  'gigsy-reviews': (lang) => show('gigsy-reviews', { trust }, lang, 320),
  'gigsy-reputation': (lang) => show('gigsy-reputation', { trust }, lang, 320),
  'gigsy-review-panel': (lang) => put('gigsy-review-panel', someGigs().client, { lang, width: 320 }),
  'gigsy-reputation-panel': (lang) => put('gigsy-reputation-panel', indexDesk(), { lang, width: 320 }),
};

for (const [tag, draw] of Object.entries(drawn))
  it(`${tag} is accessible in every language, and fits into 320 pixels`, async () => {
    for (const lang of LANGUAGES) {
      const element = await draw(lang);
      const heading = () => said(element, '[part=heading]')[0] ?? 'Reviews';
      if (lang !== 'en') await waitUntil(() => !ENGLISH.includes(heading()), lang);
      expect([lang, element.scrollWidth <= 320]).to.deep.equal([lang, true]);
      await expect(element).to.be.accessible();
    }
  });
