/** Focus while its node moves or goes away: it stays with its person, link or skill, and never leaves the element. */
import { expect } from '@open-wc/testing';
import { GigsyError, type ProfileView } from '@gigsy/sdk/reader';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/profile-header/define';
import '@gigsy/elements/experience-list/define';
import '@gigsy/elements/skill-matrix/define';
import { put, rendered, withKeys, within } from './element.ts';
import { ManualSource, ada, manySkilled } from './people.ts';

const link = (name: string) => ({ id: name, label: name, url: `https://example.com/${name}` });
const linked = (...names: string[]): ProfileView => ({ ...ada, links: names.map(link) });
const skill = (name: string, category = 'All') => ({ id: name, name, category, level: 3 });
const skilled = (...names: string[]): ProfileView => ({ ...ada, skills: names.map((name) => skill(name)) });
const focused = (element: HTMLElement) => element.shadowRoot!.activeElement?.textContent?.trim();

for (const tag of ['gigsy-profile-header', 'gigsy-profile-card'] as const) {
  describe(`focus on a link of ${tag}`, () => {
    const on = async (at: number, ...names: string[]) => {
      const element = await put(tag, { profile: linked(...names) }, { width: 480 });
      within(element, '.links a')[at]!.focus();
      const change = async (...changed: string[]) => {
        element.profile = linked(...changed);
        await rendered(element);
        return focused(element);
      };
      return { element, change };
    };

    it('stays with the link when others come, go and change places', async () => {
      const { change } = await on(1, 'a', 'b', 'c');
      expect(await change('new', 'a', 'b', 'c')).to.equal('b');
      expect(await change('c', 'b')).to.equal('b');
      expect(await change('b')).to.equal('b');
    });

    it('goes to the neighbour when the link goes, and to the card after the last', async () => {
      const { element, change } = await on(1, 'a', 'b', 'c');
      expect(await change('a', 'c')).to.equal('c');
      expect(await change('a')).to.equal('a');
      await change();
      expect(element.shadowRoot!.activeElement?.localName).to.equal('article');
    });
  });
}

it('focus stays in an element whose content goes away', async () => {
  const source = new ManualSource();
  const element = await put('gigsy-profile-header', { handle: 'ada', source, live: true });
  source.watched[0]!.observer.next(linked('a'));
  await rendered(element);
  within(element, '.links a')[0]!.focus();
  source.watched[0]!.observer.next(null);
  await rendered(element);
  expect(element.state).to.equal('unavailable');
  expect(element.shadowRoot!.activeElement?.localName).to.equal('article');
});

it('focus on the button that loads again stays in the element when the connection comes back by itself', async () => {
  const source = new ManualSource();
  const element = await put('gigsy-profile-card', { handle: 'ada', source });
  source.asked[0]!.fail(new GigsyError('offline', 'For the test.'));
  await rendered(element);
  within(element, '[part=retry]')[0]!.focus();
  window.dispatchEvent(new Event('online'));
  source.asked[1]!.answer(ada);
  await rendered(element);
  expect(element.state).to.equal('ready');
  expect(element.shadowRoot!.activeElement?.localName).to.equal('article');
});

it('focus does not move in an element that did not have it', async () => {
  const element = await put('gigsy-profile-header', { profile: linked('a', 'b') });
  element.profile = linked('b');
  await rendered(element);
  expect(element.shadowRoot!.activeElement).to.equal(null);
});

describe('focus in the grid', () => {
  const on = async (name: string, profile: ProfileView, column = 0) => {
    const element = await put('gigsy-skill-matrix', { profile });
    const cell = () =>
      [...within(element, '[part=skill]').find((row) => row.textContent.includes(name))!.children][
        column
      ] as HTMLElement;
    await withKeys(element);
    cell().click();
    cell().focus();
    const change = async (changed: ProfileView) => {
      element.profile = changed;
      await rendered(element);
      const active = element.shadowRoot!.activeElement;
      return active?.closest('tr')?.children[0]?.textContent?.trim();
    };
    return { element, change };
  };
  const stops = (element: HTMLElement) => [...element.shadowRoot!.querySelectorAll('table [tabindex="0"]')];

  it('stays with its skill and column when rows come before it and go', async () => {
    const { element, change } = await on('Music', skilled('Algebra', 'Music', 'Riding'), 1);
    expect(await change(skilled('New', 'Newer', 'Algebra', 'Music', 'Riding'))).to.equal('Music');
    expect(element.shadowRoot!.activeElement!.className).to.equal('level-cell');
    expect(await change(skilled('Music'))).to.equal('Music');
    expect(stops(element)).to.deep.equal([element.shadowRoot!.activeElement]);
  });

  it('goes to the nearest row when its own goes, to the field or the card when all go', async () => {
    const { element, change } = await on('Riding', skilled('Algebra', 'Music', 'Riding'));
    expect(await change(skilled('Algebra', 'Music'))).to.equal('Music');
    expect(stops(element)).to.deep.equal([element.shadowRoot!.activeElement]);
    await change({ ...ada, skills: [] });
    expect(element.shadowRoot!.activeElement?.localName).to.equal('article');
  });

  it('stays with its skill when rows are sorted, grouped, or speak another language', async () => {
    const { element } = await on('Music', {
      ...ada,
      skills: [skill('Riding', 'A'), skill('Algebra', 'B'), skill('Music', 'A')],
    });
    element.ungrouped = true;
    await rendered(element);
    expect(element.shadowRoot!.activeElement!.textContent).to.contain('Music');
    element.parentElement!.lang = 'de';
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    await rendered(element);
    expect(element.shadowRoot!.activeElement!.textContent).to.contain('Music');
  });

  it('is not taken from the field that filters the row away, and the tab stop stays in the grid', async () => {
    const { element } = await on('Music', manySkilled(skilled('Algebra', 'Music', 'Riding')));
    const field = within(element, 'input')[0] as HTMLInputElement;
    field.focus();
    field.value = 'alg';
    field.dispatchEvent(new Event('input'));
    await rendered(element);
    expect(element.shadowRoot!.activeElement).to.equal(field);
    expect(stops(element)).to.have.length(1);
  });

  it('reaches every cell of the grid, and no cell of the plain table', async () => {
    const element = await put('gigsy-skill-matrix', { profile: skilled('Algebra', 'Music') });
    const cells = within(element, 'tbody td, tbody th');
    expect(cells.map(({ tabIndex }) => tabIndex)).to.deep.equal(cells.map(() => -1));
    await withKeys(element);
    for (const cell of cells) {
      cell.focus();
      expect(element.shadowRoot!.activeElement).to.equal(cell);
      expect(cell.tabIndex).to.equal(0);
    }
    element.view = 'table';
    await rendered(element);
    expect(within(element, 'td[tabindex], th[tabindex]')).to.have.length(0);
  });

  it('is never under a heading that sticks', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Skill ${index}`);
    for (const [category, width] of [
      ['All', 720],
      ['A category whose name takes several lines in a narrow column of a page', 280],
    ] as const) {
      const element = await put(
        'gigsy-skill-matrix',
        { profile: { ...ada, skills: names.map((name) => skill(name, category)) } },
        { width },
      );
      element.style.setProperty('--gigsy-sticky-top', '30px');
      await withKeys(element);
      const rows = within(element, '[part=skill]');
      (rows.at(-1)!.children[0] as HTMLElement).focus();
      for (let row = rows.length - 1; row > 0; row -= 1) {
        element.shadowRoot!.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }),
        );
        const cell = element.shadowRoot!.activeElement!.getBoundingClientRect();
        expect(cell.top).to.be.at.least(within(element, '[part=group]')[0]!.getBoundingClientRect().bottom - 1);
      }
    }
  });
});
