/** Entries that were removed in earlier visits: read on demand, with a way back for each. */
import { expect, waitUntil } from '@open-wc/testing';
import { MAX_REMOVED, RESTORABLE_MS, type RemovedItem, listSections } from '@gigsy/schema';
import type { GigsyProfileEditor } from '@gigsy/elements';
import { MOST_REMOVED } from '../../../packages/elements/src/profile/profile-editor/removed.ts';
import { Desk, ada, at, editorAt, focused, names, press, reaches, said, titles, trouble, type } from './editor.ts';

beforeEach(() => sessionStorage.clear());

const restorableUntil = Date.UTC(2031, 4, 26, 12);
const entry = (id: string, name: string): RemovedItem => ({
  section: 'skills',
  item: { id, name },
  removedAt: restorableUntil - RESTORABLE_MS,
  restorableUntil,
});

/** Opens the list of removed skills. */
async function opened(desk: Desk): Promise<GigsyProfileEditor> {
  const editor = await editorAt(desk, ['skills']);
  await press(editor, 'skills.removed');
  await waitUntil(() => at(editor, 'skills.removed-list')?.querySelector('li, button, .help:not([role])') !== null);
  return editor;
}

const listed = (editor: GigsyProfileEditor) => said(editor, '#skills\\.removed-list li bdi');
const alerted = (editor: GigsyProfileEditor) => said(editor, '#skills\\.removed-list [role=alert]').join();
const heard = (editor: GigsyProfileEditor) => said(editor, '[data-section=skills] .removed > .heard').join();

describe('removed entries', () => {
  it('are asked for by a press, and are those of the section, with their last day', async () => {
    const desk = new Desk(ada);
    const award = { id: 'a', title: 'Medal' };
    desk.removed = [
      entry('x', 'Falconry'),
      { ...entry('a', ''), section: 'awards', item: award },
      entry('y', 'Juggling'),
    ];
    const editor = await editorAt(desk, ['skills', 'identity']);
    expect(at(editor, 'skills.removed').ariaExpanded).to.equal('false');
    expect(at(editor, 'identity.removed')).to.equal(null);
    await press(editor, 'skills.removed');
    await waitUntil(() => listed(editor).length > 0);
    expect(listed(editor)).to.deep.equal(['Falconry', 'Juggling']);
    expect(said(editor, '#skills\\.removed-list .help')[0]).to.equal('Can be restored until May 26, 2031');
    expect(at(editor, 'skills.x-back').getAttribute('aria-label')).to.equal('Restore: Falconry');
    await press(editor, 'skills.removed');
    expect(at(editor, 'skills.removed-list')).to.equal(null);
  });

  it('come back to the end of the list by an operation; the focus goes to the next', async () => {
    const desk = new Desk(ada);
    desk.removed = [entry('x', 'Falconry'), entry('y', 'Juggling')];
    const editor = await opened(desk);
    await press(editor, 'skills.x-back');
    await waitUntil(() => titles(editor, 'skills').includes('Falconry'));
    await editor.updateComplete;
    expect(desk.edits.map(({ operations, expected }) => ({ operations, expected }))).to.deep.equal([
      { operations: [{ op: 'restore', section: 'skills', id: 'x' }], expected: { skills: 1 } },
    ]);
    expect([listed(editor), heard(editor), focused(editor)]).to.deep.equal([
      ['Juggling'],
      '“Falconry” is back in the list.',
      at(editor, 'skills.y-back'),
    ]);
    await press(editor, 'skills.y-back');
    await waitUntil(() => titles(editor, 'skills').includes('Juggling'));
    await editor.updateComplete;
    expect(focused(editor)).to.equal(at(editor, 'skills.removed'));
    expect(said(editor, '#skills\\.removed-list .help')).to.deep.equal([
      'No entry of this section was removed in the last 30 days.',
    ]);
  });

  it('come back beside words that are not saved yet, and to a list that somebody has changed', async () => {
    const desk = new Desk(ada);
    desk.removed = [entry('x', 'Falconry')];
    const editor = await opened(desk);
    await press(editor, 'skills.1');
    await type(editor, 'skills.1.name', 'Typed here');
    desk.store({ skills: [...desk.mine!.sections.skills, { id: 'z', name: 'From elsewhere' }] });
    await press(editor, 'skills.x-back');
    await reaches(editor, 'status', 'saved');
    expect(names(desk)).to.include.members(['Typed here', 'From elsewhere', 'Falconry']);
  });

  it('that were removed in this visit have their way back in the list alone', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'skills.2');
    await press(editor, 'skills.2-remove');
    await reaches(editor, 'status', 'saved');
    await press(editor, 'skills.removed');
    await waitUntil(() => said(editor, '#skills\\.removed-list .help').join().includes('No entry'));
    expect(desk.removed).to.have.length(1);
  });

  it('cannot come back to a full list, which says so', async () => {
    const { max } = listSections.skills;
    const skills = Array.from({ length: max }, (_, index) => ({ id: `s${index}`, name: `Skill ${index}` }));
    const desk = new Desk({ ...ada, sections: { ...ada.sections, skills } });
    desk.removed = [entry('x', 'Falconry')];
    const editor = await opened(desk);
    expect(said(editor, '#skills\\.removed-list > .help')).to.deep.equal(['The list is full: it has 200 entries.']);
    await press(editor, 'skills.x-back');
    expect([at(editor, 'skills.x-back').ariaDisabled, desk.edits.length]).to.deep.equal(['true', 0]);
  });

  it('are at most as many as a profile keeps, which is said', async () => {
    expect(MOST_REMOVED).to.equal(MAX_REMOVED);
    const desk = new Desk(ada);
    desk.removed = Array.from({ length: MAX_REMOVED }, (_, index) => entry(`r${index}`, `Removed ${index}`));
    const editor = await opened(desk);
    expect(said(editor, '#skills\\.removed-list > .help')).to.deep.equal([
      'Only the last 100 removed entries of your profile are kept.',
    ]);
  });

  it('that cannot be read can be asked for again', async () => {
    const desk = new Desk(ada);
    desk.removed = [entry('x', 'Falconry')];
    desk.removedTroubles.push(trouble('offline'), trouble('internal'));
    const editor = await opened(desk);
    expect(alerted(editor)).to.equal('No connection at the moment.');
    await press(editor, 'skills.removed-retry');
    await waitUntil(() => alerted(editor) === 'This could not be loaded.');
    expect(focused(editor)).to.equal(at(editor, 'skills.removed'));
    await press(editor, 'skills.removed-retry');
    await waitUntil(() => listed(editor).length === 1);
  });

  for (const [code, words] of [
    ['offline', 'No connection at the moment.'],
    ['internal', 'could not be restored'],
  ] as const)
    it(`stay where the way back fails: ${code}`, async () => {
      const desk = new Desk(ada);
      desk.removed = [entry('x', 'Falconry')];
      desk.writeTroubles.push(trouble(code));
      const editor = await opened(desk);
      await press(editor, 'skills.x-back');
      await waitUntil(() => alerted(editor).includes(words));
      await press(editor, 'skills.x-back');
      await waitUntil(() => titles(editor, 'skills').includes('Falconry'));
    });

  it('that are gone meanwhile say so', async () => {
    const desk = new Desk(ada);
    desk.removed = [entry('x', 'Falconry')];
    const editor = await opened(desk);
    desk.removed = [];
    await press(editor, 'skills.x-back');
    await waitUntil(() => alerted(editor) === 'This entry can no longer be restored.');
  });
});
