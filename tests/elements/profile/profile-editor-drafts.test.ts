/** Nothing that was typed in the editor is lost: over a reload, a lost connection, and a bad one. */
import { expect, waitUntil } from '@open-wc/testing';
import { GigsyError } from '@gigsy/sdk/reader';
import {
  Desk,
  ada,
  at,
  editorAt,
  focused,
  names,
  press,
  reaches,
  said,
  titles,
  trouble,
  turns,
  type,
} from './editor.ts';

beforeEach(() => sessionStorage.clear());

const skills = ada.sections.skills.map(({ name }) => name);

/** A desk without connection, until `ends` is called. */
function offline(): { desk: Desk; ends: () => void } {
  const desk = new Desk(ada);
  const { update, edit } = desk.client.profile;
  let gone = true;
  Object.assign(desk.client.profile, {
    update: (args: Parameters<typeof update>[0]) => (gone ? Promise.reject(trouble('offline')) : update(args)),
    edit: (args: Parameters<typeof edit>[0]) => (gone ? Promise.reject(trouble('offline')) : edit(args)),
  });
  return { desk, ends: () => (gone = false) };
}

/** Changes an item, removes one, adds one, and moves one. */
async function work(editor: Awaited<ReturnType<typeof editorAt>>): Promise<void> {
  await press(editor, 'skills.1');
  await type(editor, 'skills.1.name', 'Maths');
  await press(editor, 'skills.2');
  await press(editor, 'skills.2-remove');
  await press(editor, 'skills.add');
  await type(editor, focused(editor)!.id, 'Poetry');
  await press(editor, 'skills.10');
  await press(editor, 'skills.10-up');
}

const worked = ['Maths', ...skills.slice(2, 8), 'Riding', 'Weaving', 'Poetry'];

it('a list is back after a reload, item by item, with a note', async () => {
  const { desk, ends } = offline();
  const first = await editorAt(desk);
  await work(first);
  first.remove();
  await turns(first);
  const editor = await editorAt(desk);
  expect(titles(editor, 'skills')).to.deep.equal(worked);
  expect(said(editor, '[data-section=skills] [part=note] p')).to.deep.equal(['Your unsaved changes are back.']);
  ends();
  expect(await editor.save()).to.equal(true);
  expect(names(desk)).to.deep.equal(worked);
  expect(Object.keys(sessionStorage).filter((key) => key.startsWith('gigsy-draft'))).to.deep.equal([]);
});

it('a draft of an item that was removed or changed elsewhere meanwhile is a conflict, and not lost', async () => {
  const { desk } = offline();
  const first = await editorAt(desk);
  await work(first);
  first.remove();
  await turns(first);
  const list = desk.mine!.sections.skills.filter(({ id }) => id !== '1');
  desk.store({ skills: list.map((skill) => (skill.id === '2' ? { ...skill, years: 9 } : skill)) });
  const editor = await editorAt(desk);
  expect(said(editor, '[part=conflict] p')).to.deep.equal([
    'This was removed elsewhere.',
    'You removed “Programming”, and it was changed elsewhere.',
  ]);
  expect(titles(editor, 'skills')[0]).to.equal('Maths');
  expect(at(editor, 'skills.1.years').value, 'the other fields of the item too').to.equal('14');
});

it('a connection that comes back takes every section that was changed without it', async () => {
  const { desk, ends } = offline();
  const editor = await editorAt(desk, ['skills', 'about']);
  await work(editor);
  await type(editor, 'about.text', 'New words.');
  await reaches(editor, 'status', 'unsent');
  ends();
  window.dispatchEvent(new Event('online'));
  await reaches(editor, 'status', 'saved');
  await waitUntil(() => desk.mine!.sections.about.text === 'New words.' && names(desk)[0] === 'Maths');
});

it('storage that another script filled with other things breaks no list', async () => {
  const key = ['gigsy-draft', 'https://desk.example', 'ada', 'profile/skills'].map(encodeURIComponent).join(' ');
  for (const values of [
    { '#order': 'a' },
    { '#order': [1, 2] },
    { '#order': ['1', '1'] },
    { '1.name': { a: [] } },
    { 'x.y': 1 },
  ]) {
    sessionStorage.setItem(key, JSON.stringify({ version: 1, base: values, values }));
    const editor = await editorAt(new Desk(ada));
    expect(titles(editor, 'skills'), JSON.stringify(values)).to.deep.equal(skills);
    editor.remove();
    sessionStorage.clear();
  }
});

/** Answers after 200 ms; of each hundred calls five fail: half of them before they arrive, half after. */
function faulty(desk: Desk): { calls: number; failures: number } {
  const count = { calls: 0, failures: 0 };
  const { mine, update, edit } = desk.client.profile;
  const met = async <T>(call: () => Promise<T>): Promise<T> => {
    const number = (count.calls += 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    // The 3rd and 13th of twenty: the share of failures does not depend on chance.
    const fails = number % 20 === 3 ? 'before' : number % 40 === 13 ? 'after' : undefined;
    if (fails) count.failures += 1;
    if (fails === 'before') throw new GigsyError('timeout', 'Lost on its way.');
    const answer = await call();
    if (fails === 'after') throw new GigsyError('timeout', 'The answer was lost.');
    return answer;
  };
  Object.assign(desk.client.profile, {
    mine: (...args: Parameters<typeof mine>) => met(() => mine(...args)),
    update: (args: Parameters<typeof update>[0]) => met(() => update(args)),
    edit: (args: Parameters<typeof edit>[0]) => met(() => edit(args)),
  });
  return count;
}

it('a connection with 200 ms and failures among the calls loses nothing, and doubles nothing', async () => {
  const desk = new Desk(ada);
  const count = faulty(desk);
  const editor = await editorAt(desk, ['skills', 'identity']);
  const wanted: string[] = [...skills];
  for (let round = 0; round < 12; round += 1) {
    await press(editor, 'skills.add');
    const { id } = focused(editor)!;
    await type(editor, id, `Skill ${round}`);
    await type(editor, 'identity.headline', `Headline ${round}`);
    wanted.push(`Skill ${round}`);
    // Sometimes typed on while a save is under way.
    const saving = editor.save();
    await type(editor, id, `Skill ${round}, revised`);
    wanted.splice(-1, 1, `Skill ${round}, revised`);
    await saving;
    if (round % 4 === 1) desk.store({ about: { text: `Elsewhere ${round}` } });
  }
  for (let attempt = 0; attempt < 5 && !(await editor.save()); attempt += 1) await turns(editor);
  expect(names(desk)).to.deep.equal(wanted);
  expect(desk.mine!.sections.identity.headline).to.equal('Headline 11');
  expect(count.failures, `of ${count.calls}`).to.be.greaterThan(2);
}, 60_000);
