/** The skill matrix: its rows, sorting, filter and groups. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsySkillMatrix } from '@gigsy/elements';
import type { ProfileView } from '@gigsy/sdk/reader';
import '@gigsy/elements/skill-matrix/define';
import { put, rendered, said, withKeys, within } from './element.ts';
import { answering, failing, manySkilled, never, skilled } from './people.ts';

const many: ProfileView = {
  handle: 'max',
  role: 'mentor',
  skills: Array.from({ length: 200 }, (_, index) => ({
    id: `s${index}`,
    name: `Skill ${(index * 37) % 200}`,
    category: `Category ${index % 8}`,
    level: ((index * 7) % 5) + 1,
    years: (index * 13) % 30,
    keywords: ['Evidence', `Case ${index}`],
  })),
};

const matrix = (properties: Partial<GigsySkillMatrix>, place = {}) =>
  put('gigsy-skill-matrix', { profile: skilled, ...properties }, place);
/** A matrix with the code that readers use it with, which comes when they do. */
const used = async (properties: Partial<GigsySkillMatrix>) => {
  const element = await matrix(properties);
  await withKeys(element);
  return element;
};
const names = (element: GigsySkillMatrix) => said(element, 'tbody .name');
const sortBy = async (element: GigsySkillMatrix, column: string) => {
  within(element, `button[name=${column}]`)[0]!.click();
  await rendered(element);
};
const sorts = (element: GigsySkillMatrix) =>
  within(element, 'thead th').map((header) => header.getAttribute('aria-sort'));
const filter = async (element: GigsySkillMatrix, query: string) => {
  const field = within(element, 'input')[0] as HTMLInputElement;
  field.value = query;
  field.dispatchEvent(new Event('input'));
  await rendered(element);
};

describe('rows', () => {
  it('stand by category, those without one last, with level, years and evidence', async () => {
    const element = await matrix({});
    expect(said(element, '[part=group]')).to.deep.equal(['Arts', 'Sciences', 'Other']);
    expect(names(element)).to.deep.equal(['Élan', 'Music', 'Algebra', 'Zeal']);
    const [, level, years, evidence] = [...within(element, '[part=skill]')[2]!.children].map((cell) =>
      cell.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect([level, years, evidence]).to.deep.equal(['Expert', '12 yrs', 'Bernoulli numbers and Note G']);
    await expect(element).to.be.accessible();
  });

  it('are one list at the reader’s wish, and always without categories', async () => {
    const element = await matrix({});
    within(element, '[part=group-switch]')[0]!.click();
    await rendered(element);
    expect(names(element)).to.deep.equal(['Élan', 'Algebra', 'Zeal', 'Music']);
    expect(element.hasAttribute('ungrouped')).to.equal(true);
    const flat = await matrix({ profile: { ...skilled, skills: [{ id: 'a', name: 'One', level: 3 }] } });
    expect(within(flat, '[part=group-switch], [part=group]')).to.have.length(0);
  });

  it('show a level by the length of marks, not by colour alone', async () => {
    const element = await matrix({});
    const heights = [...within(element, '[part=skill] .marks')[0]!.children].map(
      (mark) => (mark as HTMLElement).offsetHeight,
    );
    expect(heights.filter((height) => height > 4)).to.have.length(2);
    expect(heights.filter((height) => height === 4)).to.have.length(3);
  });
});

describe('sorting', () => {
  it('starts with the most, turns round, and says so', async () => {
    const element = await used({ ungrouped: true });
    expect(sorts(element)).to.deep.equal([null, null, null, null]);
    await sortBy(element, 'level');
    expect(names(element)).to.deep.equal(['Algebra', 'Music', 'Élan', 'Zeal']);
    expect(sorts(element)).to.deep.equal([null, 'descending', null, null]);
    await sortBy(element, 'level');
    expect(names(element)).to.deep.equal(['Zeal', 'Élan', 'Music', 'Algebra']);
    expect(sorts(element)).to.deep.equal([null, 'ascending', null, null]);
  });

  it('and filtering are made up for when they come before their code', async () => {
    const element = await matrix({ profile: manySkilled(skilled), ungrouped: true });
    await sortBy(element, 'level');
    await filter(element, 'ELAN alg');
    expect(sorts(element)[1]).to.equal('descending');
    await waitUntil(() => names(element).length === 0, 'the filter has its code');
    await filter(element, 'a');
    expect(names(element)[0]).to.equal('Algebra');
  });

  it('orders names as the language does', async () => {
    const element = await used({ ungrouped: true });
    await sortBy(element, 'name');
    expect(names(element)).to.deep.equal(['Algebra', 'Élan', 'Music', 'Zeal']);
  });

  it('keeps missing values at the end in both orders', async () => {
    const element = await used({ ungrouped: true });
    await sortBy(element, 'years');
    expect(names(element)).to.deep.equal(['Algebra', 'Élan', 'Zeal', 'Music']);
    await sortBy(element, 'years');
    expect(names(element)).to.deep.equal(['Élan', 'Algebra', 'Zeal', 'Music']);
  });

  it('of 200 skills makes no new row', async () => {
    const element = await used({ profile: many, ungrouped: true });
    let added = 0;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) added += [...addedNodes].filter((node) => node.nodeName === 'TR').length;
    });
    observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    await sortBy(element, 'name');
    await sortBy(element, 'level');
    expect(added).to.equal(0);
    expect(names(element)).to.have.length(200);
  });

  it('by endorsements, which have a column, as evidence has, only where the view shows any', async () => {
    const endorsed = await used({
      profile: {
        ...skilled,
        skills: [
          { name: 'One', endorsements: 3 },
          { name: 'None' },
          { name: 'Many', endorsements: 1200 },
          { name: 'Odd', endorsements: -1 },
        ] as ProfileView['skills'],
      },
    });
    expect(said(endorsed, '[role=columnheader]')).to.deep.equal(['Skill', 'Level', 'Years', 'Endorsements']);
    await sortBy(endorsed, 'endorsements');
    expect(names(endorsed)).to.deep.equal(['Many', 'One', 'None', 'Odd']);
    expect(said(endorsed, '[part=skill] td:nth-child(4)')).to.deep.equal(['1,200', '3', '', '']);
    expect(said(await matrix({}), '[role=columnheader]')).to.deep.equal(['Skill', 'Level', 'Years', 'Evidence']);
  });
});

describe('the filter', () => {
  it('and the count are there from 12 skills on', async () => {
    const skills = (count: number) => ({ ...many, skills: many.skills!.slice(0, count) });
    const few = await matrix({ profile: skills(11) });
    expect(within(few, '[part=filter], [part=count]')).to.have.length(0);
    const more = await matrix({ profile: skills(12) });
    expect(within(more, '[part=filter]')).to.have.length(1);
    expect(said(more, '[part=count]')).to.deep.equal(['12 of 12 skills']);
    await expect(more).to.be.accessible();
  });

  it('finds words in name, category and evidence, regardless of case and accents', async () => {
    const element = await used({ profile: manySkilled(skilled) });
    await filter(element, 'ÉLAN');
    expect(names(element)).to.deep.equal(['Élan']);
    await filter(element, 'ELAN');
    expect(names(element)).to.deep.equal(['Élan']);
    await filter(element, 'note bern');
    expect(names(element)).to.deep.equal(['Algebra']);
    await filter(element, ' arts ');
    expect(said(element, '[part=count]')).to.deep.equal(['2 of 16 skills']);
  });

  it('says when nothing matches, and takes characters literally', async () => {
    const element = await used({ profile: manySkilled(skilled) });
    for (const query of ['nothing like it', '.*', '(', '\\', '<b>']) {
      await filter(element, query);
      expect(within(element, 'table'), query).to.have.length(0);
      expect(said(element, 'p.meta').join()).to.contain('No skill matches.');
    }
    await filter(element, '');
    expect(names(element)).to.have.length(16);
  });
});

describe('states and content that means harm', () => {
  it('has the same words for an empty section and for one hidden from this viewer', async () => {
    for (const skills of [undefined, []]) {
      const element = await matrix({ profile: { handle: 'zoe', role: 'student', skills } });
      expect(said(element, '[part=nothing]')).to.deep.equal(['There is nothing to show here.']);
      await expect(element).to.be.accessible();
    }
  });

  it('loads, fails and is not available as the card does', async () => {
    for (const [source, state] of [
      [never, 'loading'],
      [failing('internal'), 'error'],
      [failing('offline'), 'offline'],
      [answering(null), 'unavailable'],
    ] as const) {
      const element = await put('gigsy-skill-matrix', { handle: 'ada', source });
      expect(element.state).to.equal(state);
      await expect(element).to.be.accessible();
    }
  });

  it('is text where it is markup, and never throws', async () => {
    const attack = '<img src=x onerror="window.harmed=1">\u202e';
    const hostile = [
      { id: 'a', name: attack, category: attack, keywords: [attack, null, 7] },
      null,
      3,
      { name: {} },
      { name: 'ok', level: '5', years: NaN, category: [], keywords: 'no' },
      { name: '__proto__', category: '__proto__', level: 99, years: 1e9 },
    ];
    const element = await matrix({ profile: { ...skilled, skills: hostile as never } });
    expect(names(element)).to.have.length(3);
    expect(within(element, 'img, script')).to.have.length(0);
    expect(within(element, '[style]')).to.have.length(0);
    await sortBy(element, 'level');
    await sortBy(element, 'years');
    for (const skills of ['text', 7, {}, null])
      expect((await matrix({ profile: { ...skilled, skills: skills as never } })).state).to.equal('ready');
  });

  for (const [lang, heading] of [
    ['fr', 'Compétences'],
    ['de', 'Kenntnisse'],
    ['pt-BR', 'Competências'],
    ['pt', 'Competências'],
    ['hi', 'कौशल'],
    ['ja', 'スキル'],
    ['en-XA', '[Šķîļļš ~~]'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const element = await matrix({}, { lang });
      await waitUntil(() => said(element, '[part=heading]')[0] === heading);
      expect(said(element, 'table').join()).not.to.match(/\b(Level|Years|Evidence|Other)\b/);
      await expect(element).to.be.accessible();
    });
  }
});
