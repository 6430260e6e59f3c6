/** Announcements: nothing on load however many elements fail, and the results of the reader's own actions. */
import { expect, waitUntil } from '@open-wc/testing';
import { GigsyError } from '@gigsy/sdk/reader';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import { put, rendered, said, within } from './element.ts';
import { ManualSource, ada, answering, failing, manySkilled } from './people.ts';

const live = '[role=status], [role=alert], [aria-live]';

it('no element speaks by itself, in any state', async () => {
  for (const tag of ['gigsy-profile-card', 'gigsy-skill-matrix'] as const) {
    for (const source of [answering(ada), answering(null), failing('internal'), failing('offline')]) {
      const element = await put(tag, { handle: 'ada', source });
      expect(within(element, live)).to.have.length(0);
      const [message] = within(element, '[part=message]');
      expect(message!.checkVisibility()).to.equal(element.state !== 'ready');
    }
  }
});

it('a hundred failing cards have a hundred buttons named after their person, and no spoken message', async () => {
  const cards = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      put('gigsy-profile-card', { handle: `person-${index}`, source: failing('internal') }),
    ),
  );
  const names = cards.flatMap((card) => within(card, '[part=retry]').map((button) => button.ariaLabel));
  expect(names).to.deep.equal(cards.map((_, index) => `Try again: person-${index}`));
  expect(cards.flatMap((card) => within(card, live))).to.have.length(0);
});

it('the result of loading again is announced', async () => {
  const source = new ManualSource();
  const element = await put('gigsy-profile-card', { handle: 'ada', source });
  source.asked[0]!.fail(new GigsyError('internal', 'For the test.'));
  await rendered(element);
  within(element, '[part=retry]')[0]!.click();
  await rendered(element);
  expect(said(element, '[role=status]')).to.deep.equal(['Loading profile']);
  source.asked[1]!.fail(new GigsyError('internal', 'For the test.'));
  await rendered(element);
  expect(said(element, '[role=status]')).to.deep.equal(['This profile could not be loaded.']);
});

it('how many skills are shown is spoken once the reader filters, with a noun', async () => {
  const element = await put('gigsy-skill-matrix', { profile: manySkilled(ada) });
  expect(said(element, '[part=count]')).to.deep.equal(['19 of 19 skills']);
  const field = within(element, 'input')[0] as HTMLInputElement;
  field.focus();
  await rendered(element);
  expect(said(element, '[role=status]')).to.deep.equal(['19 of 19 skills']);
  field.value = 'mus';
  field.dispatchEvent(new Event('input'));
  await waitUntil(() => said(element, '[role=status]')[0] === '1 of 19 skills', 'the code of the filter has come');
});
