/** Elements in a browser, given values of any shape by a page's program, and invisible texts. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ProfileElement } from '@gigsy/elements';
import { anyProfile, anyThing, made } from '../../any-value.ts';
import { TAGS } from '../every-element.ts';
import { put, rendered, said, within } from './element.ts';
import { ada } from './people.ts';

for (const tag of TAGS) {
  it(`${tag} shows something of any profile, and the next one without a trace of the last`, async () => {
    const element = (await put(tag, {}, { width: 900 })) as ProfileElement;
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyProfile(), anyThing()), async (recipe) => {
        element.profile = made(recipe) as never;
        await element.updateComplete;
        expect(element.state).to.be.oneOf(['ready', 'unavailable', 'loading']);
        expect(element.shadowRoot!.querySelectorAll('article')).to.have.length(1);
      }),
      { numRuns: 150 },
    );
    element.profile = ada;
    await rendered(element);
    expect(element.state).to.equal('ready');
    expect(within(element, '#name')).to.have.length(1);
  });
}

it('an invisible name is replaced by the handle, and other invisible texts are left out', async () => {
  const unseen = [
    '\u200b',
    '\u3164',
    '\u2800',
    '\u00ad',
    '\u200d',
    '\u180e',
    '\u{e0041}',
    '\u200b \u2800',
    '\ufeff\n\u2060',
    '\u115f\u1160',
    '\uffa0',
    '\u0301',
    '\ufff9',
    '\u{1d159}',
    '\u2063\u034f',
  ];
  for (const words of unseen) {
    const profile = {
      ...ada,
      identity: { displayName: words, headline: words, pronouns: words },
      about: { text: words },
      skills: [{ name: words }, { name: `a${words}` }],
    };
    const card = await put('gigsy-profile-card', { profile: profile as never });
    expect(said(card, '[part=name]'), JSON.stringify(words)).to.deep.equal(['ada']);
    expect(said(card, '[part=headline]')).to.deep.equal([]);
    expect(within(card, '[part=skill]')).to.have.length(1);
    expect(within(await put('gigsy-about-section', { profile: profile as never }), '[part=nothing]')).to.have.length(1);
  }
  for (const words of ['👩‍🚀', 'é', 'न', '・', '0', 'ㅤㅤa']) {
    const card = await put('gigsy-profile-card', { profile: { ...ada, identity: { displayName: words } } });
    expect(said(card, '[part=name]')[0]).to.contain(words.trim().slice(0, 2));
  }
});
