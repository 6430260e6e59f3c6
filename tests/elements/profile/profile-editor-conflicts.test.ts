/** Somebody else was faster in a list: both versions are shown, and each field is settled by itself. */
import { expect } from '@open-wc/testing';
import {
  Desk,
  ada,
  at,
  choose,
  editorAt,
  focused,
  names,
  press,
  reaches,
  said,
  titles,
  turns,
  type,
} from './editor.ts';

beforeEach(() => sessionStorage.clear());

type Skills = typeof ada.sections.skills;
const { skills } = ada.sections;

/** A list of three, as it was read. */
const three = () => new Desk({ ...ada, sections: { ...ada.sections, skills: skills.slice(0, 3) } });
const elsewhere = (desk: Desk, change: (list: Skills) => Skills) =>
  desk.store({ skills: change(desk.mine!.sections.skills) });
const changed = (id: string, fields: object) => (list: Skills) =>
  list.map((skill) => (skill.id === id ? { ...skill, ...fields } : skill));
const conflicts = (editor: Awaited<ReturnType<typeof editorAt>>) => said(editor, '[part=conflict] p');

describe('without a conflict', () => {
  it('changes of different items, of different fields of one, and new items of both, are all stored', async () => {
    const desk = three();
    const editor = await editorAt(desk);
    await press(editor, 'skills.1');
    await type(editor, 'skills.1.name', 'Maths');
    await press(editor, 'skills.add');
    await type(editor, focused(editor)!.id, 'Mine');
    elsewhere(desk, (list) => [
      { id: 'x', name: 'Theirs' },
      ...changed('1', { years: 20 })(changed('2', { level: 1 })(list)),
    ]);
    expect(await editor.save()).to.equal(true);
    expect(names(desk)).to.deep.equal(['Theirs', 'Maths', 'Programming', 'Logic', 'Mine']);
    expect(desk.mine!.sections.skills.slice(1, 3)).to.deep.equal([
      { ...skills[0], name: 'Maths', years: 20 },
      { ...skills[1], level: 1 },
    ]);
  });

  it('a removal on one side and moves on the other go together', async () => {
    const desk = three();
    const editor = await editorAt(desk);
    await press(editor, 'skills.1');
    await press(editor, 'skills.1-down');
    await press(editor, 'skills.1-down');
    elsewhere(desk, (list) => list.filter(({ id }) => id !== '2'));
    expect(await editor.save()).to.equal(true);
    expect(names(desk)).to.deep.equal(['Logic', 'Mathematics']);
  });
});

describe('one field of one item', () => {
  it('shows both values in the open item, and is settled there', async () => {
    const desk = three();
    const editor = await editorAt(desk);
    await press(editor, 'skills.1');
    await type(editor, 'skills.1.name', 'Maths');
    await type(editor, 'skills.1.level', '4');
    elsewhere(desk, changed('1', { name: 'Mathematics and logic', level: 2 }));
    await editor.save();
    await press(editor, 'skills.1');
    at(editor, 'skills.1').blur();
    await editor.save();
    await reaches(editor, 'status', 'conflict');
    expect(conflicts(editor)).to.deep.equal(['Saved elsewhere: Mathematics and logic', 'Saved elsewhere: Basic']);
    expect(focused(editor)).to.equal(editor.shadowRoot!.querySelector('[data-section=skills] .summary'));
    await choose(editor, 'skills', '1.name', 'theirs');
    await choose(editor, 'skills', '1.level', 'mine');
    expect(await editor.save()).to.equal(true);
    expect(desk.mine!.sections.skills[0]).to.include({ name: 'Mathematics and logic', level: 4 });
  });
});

describe('an item that was removed elsewhere', () => {
  it('goes, if it was not touched here', async () => {
    const desk = three();
    const editor = await editorAt(desk);
    await press(editor, 'skills.1');
    await type(editor, 'skills.1.name', 'Maths');
    elsewhere(desk, (list) => list.filter(({ id }) => id !== '3'));
    expect(await editor.save()).to.equal(true);
    expect(names(desk)).to.deep.equal(['Maths', 'Programming']);
  });

  for (const [choice, result] of [
    ['mine', ['Maths', 'Programming', 'Logic']],
    ['theirs', ['Programming', 'Logic']],
  ] as const) {
    it(`and changed here asks; ${choice} leaves ${result.join(', ')}`, async () => {
      const desk = three();
      const editor = await editorAt(desk);
      await press(editor, 'skills.1');
      await type(editor, 'skills.1.name', 'Maths');
      elsewhere(desk, (list) => list.filter(({ id }) => id !== '1'));
      expect(await editor.save()).to.equal(false);
      await editor.updateComplete;
      expect(conflicts(editor)).to.deep.equal(['This was removed elsewhere.']);
      expect(names(desk), 'nothing is written before the choice').to.deep.equal(['Programming', 'Logic']);
      await choose(editor, 'skills', '1', choice);
      expect(await editor.save()).to.equal(true);
      expect(names(desk)).to.deep.equal(result);
      if (choice === 'mine') expect(desk.mine!.sections.skills[0]).to.deep.equal({ ...skills[0], name: 'Maths' });
    });
  }
});

describe('an item that was removed here', () => {
  for (const [choice, result] of [
    ['mine', ['Programming', 'Logic']],
    ['theirs', ['Maths', 'Programming', 'Logic']],
  ] as const) {
    it(`and changed elsewhere asks; ${choice} leaves ${result.join(', ')}`, async () => {
      const desk = three();
      const editor = await editorAt(desk);
      await press(editor, 'skills.1');
      await press(editor, 'skills.1-remove');
      elsewhere(desk, changed('1', { name: 'Maths' }));
      expect(await editor.save()).to.equal(false);
      await editor.updateComplete;
      expect(conflicts(editor)).to.deep.equal(['You removed “Maths”, and it was changed elsewhere.']);
      await choose(editor, 'skills', '1', choice);
      await turns(editor);
      expect(await editor.save()).to.equal(true);
      expect(names(desk)).to.deep.equal(result);
    });
  }
});

describe('the order', () => {
  for (const [choice, result] of [
    ['mine', ['Logic', 'Mathematics', 'Programming']],
    ['theirs', ['Programming', 'Mathematics', 'Logic']],
  ] as const) {
    it(`that both changed is asked for; ${choice} leaves ${result.join(', ')}`, async () => {
      const desk = three();
      const editor = await editorAt(desk);
      await press(editor, 'skills.3');
      await press(editor, 'skills.3-up');
      await press(editor, 'skills.3-up');
      elsewhere(desk, ([first, second, third]) => [second!, first!, third!]);
      expect(await editor.save()).to.equal(false);
      await editor.updateComplete;
      expect(conflicts(editor)).to.deep.equal(['Order saved elsewhere: Programming, Mathematics, Logic']);
      await choose(editor, 'skills', '#order', choice);
      expect(await editor.save()).to.equal(true);
      expect(names(desk)).to.deep.equal(result);
    });
  }
});

describe('two windows', () => {
  it('hear of each other’s lists, and a clean one follows', async () => {
    const desk = three();
    const [one, other] = [await editorAt(desk), await editorAt(desk)];
    await press(one, 'skills.2');
    await press(one, 'skills.2-remove');
    expect(await one.save()).to.equal(true);
    for (let turn = 0; turn < 50 && titles(other, 'skills').length > 2; turn += 1) await turns(other);
    expect(titles(other, 'skills')).to.deep.equal(['Mathematics', 'Logic']);
    expect(at(other, 'skills.2-restore'), 'the way back is where it was removed').to.equal(null);
  });
});
