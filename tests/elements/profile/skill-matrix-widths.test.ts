/** The skill matrix in the widths of its container: nothing scrolls sideways, and narrow rows have two lines and one field to sort by. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsySkillMatrix } from '@gigsy/elements';
import '@gigsy/elements/skill-matrix/define';
import { put, rendered, said, withKeys, within } from './element.ts';
import { skilled } from './people.ts';

const matrix = (properties: Partial<GigsySkillMatrix>, place = {}) =>
  put('gigsy-skill-matrix', { profile: skilled, ...properties }, place);
const names = (element: GigsySkillMatrix) => said(element, 'tbody .name');

describe('widths', () => {
  for (const width of [280, 320, 480, 900]) {
    it(`never scrolls sideways at ${width} px`, async () => {
      const element = await matrix(
        {
          profile: {
            ...skilled,
            skills: [
              {
                id: 'x',
                name: 'W'.repeat(80),
                category: 'C'.repeat(80),
                level: 5,
                years: 69.5,
                keywords: ['k'.repeat(80), 'y'.repeat(80)],
              },
            ],
          },
        },
        { width },
      );
      const article = within(element, 'article')[0]!;
      expect(article.scrollWidth).to.be.at.most(article.clientWidth);
      await expect(element).to.be.accessible();
    });
  }

  it('below 480 px has rows of two lines', async () => {
    const element = await matrix({}, { width: 400 });
    const [name, level, years] = within(element, '[part=skill]')[2]!.children as unknown as HTMLElement[];
    expect(level!.getBoundingClientRect().top).to.be.below(name!.getBoundingClientRect().bottom);
    expect(years!.getBoundingClientRect().top).to.be.at.least(name!.getBoundingClientRect().bottom - 1);
  });

  it('below 480 px has one field to sort by in place of the headers', async () => {
    const element = await matrix({ ungrouped: true }, { width: 400 });
    const field = within(element, '[part=sort-field]')[0] as HTMLSelectElement;
    expect(within(element, 'thead')[0]!.checkVisibility()).to.equal(false);
    await withKeys(element);
    expect([...field.options].map(({ text }) => text)).to.deep.equal(['As listed', 'Skill', 'Level', 'Years']);
    for (const [value, first] of [
      ['level', 'Algebra'],
      ['name', 'Algebra'],
      ['', 'Élan'],
    ] as const) {
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await rendered(element);
      expect(names(element)[0]).to.equal(first);
    }
    await expect(element).to.be.accessible();
    const wide = await matrix({});
    expect(within(wide, '[part=sort-field]')[0]!.checkVisibility()).to.equal(false);
  });

  it('keeps a tab stop in the grid when the headers give way to the field', async () => {
    const element = await matrix({}, { width: 720 });
    const stop = () => within(element, 'table [tabindex="0"]')[0]!;
    expect(stop().closest('thead')).not.to.equal(null);
    element.parentElement!.style.width = '400px';
    await waitUntil(() => stop().checkVisibility(), 'the tab stop is on a row that shows');
    expect(within(element, 'table [tabindex="0"]').filter((cell) => cell.checkVisibility())).to.have.length(1);
    await withKeys(element);
    stop().focus();
    const keys = ['ArrowUp', 'PageUp', 'Home'];
    for (const key of keys) stop().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(element.shadowRoot!.activeElement!.checkVisibility()).to.equal(true);
  });
});
