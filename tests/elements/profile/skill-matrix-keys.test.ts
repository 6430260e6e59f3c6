/** The skill matrix by keyboard alone: one tab stop, which keys and clicks move, also before their code is there. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsySkillMatrix } from '@gigsy/elements';
import '@gigsy/elements/skill-matrix/define';
import { put, rendered, said, withKeys, within } from './element.ts';
import { manySkilled, skilled } from './people.ts';

const matrix = (properties: Partial<GigsySkillMatrix>, place = {}) =>
  put('gigsy-skill-matrix', { profile: skilled, ...properties }, place);
const filter = async (element: GigsySkillMatrix, query: string) => {
  const field = within(element, 'input')[0] as HTMLInputElement;
  field.value = query;
  field.dispatchEvent(new Event('input'));
  await rendered(element);
};

describe('the grid', () => {
  const focus = (element: GigsySkillMatrix) => element.shadowRoot!.activeElement!;
  const stops = (element: GigsySkillMatrix) => within(element, 'table [tabindex="0"]');
  const press = (element: GigsySkillMatrix, key: string, options = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
    focus(element).dispatchEvent(event);
    return event;
  };
  const enter = async (element: GigsySkillMatrix) => {
    const stop = stops(element)[0]!;
    await withKeys(element);
    stop.focus();
  };

  it('has one tab stop, which arrows, Home, End and pages move', async () => {
    const element = await matrix({});
    expect(stops(element)).to.have.length(1);
    await enter(element);
    expect(stops(element)).to.have.length(1);
    expect(focus(element)).to.equal(within(element, 'button[name=name]')[0]);
    const path: string[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'End', 'Home', 'PageDown', 'PageUp', 'ArrowUp']) {
      press(element, key);
      path.push(focus(element).textContent!.replace(/\s+/g, ' ').trim());
      expect(stops(element)).to.deep.equal([focus(element)]);
    }
    expect(path).to.deep.equal(['Level', 'Arts', 'Basic', '', 'Élan', 'Zeal', 'Skill', 'Skill']);
    press(element, 'End', { ctrlKey: true });
    expect(focus(element).className).to.equal('evidence');
    press(element, 'Home', { ctrlKey: true });
    expect(focus(element).textContent).to.equal('Skill');
  });

  it('turns left and right round in a page that reads from right to left', async () => {
    const element = await matrix({}, { lang: 'ar' });
    await waitUntil(() => said(element, '[part=heading]')[0] === 'المهارات');
    await enter(element);
    press(element, 'ArrowLeft');
    expect((focus(element) as HTMLButtonElement).name).to.equal('level');
    await expect(element).to.be.accessible();
  });

  it('keeps its one tab stop when rows go, and leaves other keys to the browser', async () => {
    const element = await matrix({ profile: manySkilled(skilled) });
    await enter(element);
    press(element, 'End', { ctrlKey: true });
    await filter(element, 'music');
    expect(stops(element)).to.have.length(1);
    stops(element)[0]!.focus();
    for (const key of ['Tab', 'a', 'Enter', 'Escape'])
      expect(press(element, key).defaultPrevented, key).to.equal(false);
    expect(press(element, 'ArrowLeft', { altKey: true }).defaultPrevented).to.equal(false);
  });

  it('makes the cell that was clicked the tab stop', async () => {
    const element = await matrix({});
    const cell = within(element, '[part=skill] .level-cell')[1]!;
    cell.click();
    await waitUntil(() => stops(element)[0] === cell, 'a click before the keys are there counts');
    const other = within(element, '[part=skill] .level-cell')[2]!;
    other.click();
    expect(stops(element)).to.deep.equal([other]);
  });

  it('makes up for keys that are pressed before it can obey them, in their order', async () => {
    const element = await matrix({});
    stops(element)[0]!.focus();
    expect(press(element, 'ArrowDown').defaultPrevented).to.equal(true);
    expect(press(element, 'ArrowDown').defaultPrevented).to.equal(true);
    expect(press(element, 'ArrowRight').defaultPrevented).to.equal(true);
    expect(press(element, 'Tab').defaultPrevented).to.equal(false);
    await waitUntil(() => focus(element).className === 'level-cell', 'the keys have moved the focus');
    expect(focus(element).textContent!.trim()).to.equal('Basic');
    expect(stops(element)).to.deep.equal([focus(element)]);
  });

  it('is an equivalent plain table one switch away', async () => {
    const element = await matrix({});
    const content = said(element, 'table tr');
    within(element, '[part=view-switch]')[0]!.click();
    await rendered(element);
    expect(said(element, 'table tr')).to.deep.equal(content);
    expect(within(element, '[role=grid], [role=gridcell], table [tabindex]')).to.have.length(0);
    expect(within(element, 'table')[0]!.getAttribute('role')).to.equal('table');
    expect(element.getAttribute('view')).to.equal('table');
    await expect(element).to.be.accessible();
    within(element, 'td')[0]!.click();
    expect(within(element, 'table [tabindex]')).to.have.length(0);
    within(element, '[part=view-switch]')[0]!.click();
    await rendered(element);
    expect(stops(element)).to.have.length(1);
    await enter(element);
    within(element, '[part=view-switch]')[0]!.click();
    await rendered(element);
    expect(within(element, 'table [tabindex]')).to.have.length(0);
  });
});
