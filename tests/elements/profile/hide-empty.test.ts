/** A section takes no room where there is nothing to show, if its page says so; hidden and missing content look alike. */
import { expect } from '@open-wc/testing';
import type { ProfileView } from '@gigsy/sdk/reader';
import { put, rendered, within } from './element.ts';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/skill-matrix/define';
import { answering, failing, never } from './people.ts';

const bare: ProfileView = { handle: 'zoe', role: 'student', identity: { displayName: 'Zoë' } };
const spoken: ProfileView = { ...bare, about: { text: 'Some words.' } };

it('an empty section has words for it, unless it is to hide', async () => {
  const section = await put('gigsy-about-section', { profile: bare });
  expect(section.hasAttribute('empty')).to.equal(true);
  expect(within(section, '[part=nothing]')[0]!.checkVisibility()).to.equal(true);
  section.hideEmpty = true;
  section.setAttribute('hide-empty', '');
  await rendered(section);
  expect(section.offsetHeight).to.equal(0);
});

it('it comes back with its content', async () => {
  const section = await put('gigsy-about-section', { profile: bare });
  section.setAttribute('hide-empty', '');
  await rendered(section);
  expect(section.checkVisibility()).to.equal(false);
  section.profile = spoken;
  await rendered(section);
  expect(section.hasAttribute('empty')).to.equal(false);
  expect(section.checkVisibility()).to.equal(true);
});

it('a profile that is not available hides it; loading and errors do not', async () => {
  for (const [source, shown] of [
    [answering(null), false],
    [never, true],
    [failing('internal'), true],
  ] as const) {
    const section = await put('gigsy-skill-matrix', { handle: 'x', source });
    section.setAttribute('hide-empty', '');
    await rendered(section);
    expect(section.checkVisibility(), section.state).to.equal(shown);
  }
});
