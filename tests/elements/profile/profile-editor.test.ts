/** The editor of a profile: its sections, and the way into each. */
import { expect, waitUntil } from '@open-wc/testing';
import type { Role } from '@gigsy/schema';
import { roleSections } from '@gigsy/schema/rules';
import { Desk, ada, at, editorAt, focused, press, reaches, said, trouble, turns, type } from './editor.ts';

beforeEach(() => sessionStorage.clear());

/** Ada in a role, with nothing in a section. */
const without = (role: Role, section: keyof typeof ada.sections) => ({
  ...ada,
  role,
  sections: { ...ada.sections, [section]: Array.isArray(ada.sections[section]) ? [] : {} },
});

const sections = (editor: Awaited<ReturnType<typeof editorAt>>) =>
  [...editor.shadowRoot!.querySelectorAll<HTMLElement>('[part=section]')].map(({ dataset }) => dataset.section);

describe('the sections', () => {
  for (const role of Object.keys(roleSections) as Role[]) {
    it(`are those of the role ${role}, in its order`, async () => {
      const bare = { ...ada, role, sections: { ...new Desk(ada).mine!.sections } };
      for (const [name, value] of Object.entries(bare.sections))
        if (name !== 'identity') Object.assign(bare.sections, { [name]: Array.isArray(value) ? [] : {} });
      expect(sections(await editorAt(new Desk(bare)))).to.deep.equal(roleSections[role]);
    });
  }

  it('of another role stay while they hold something', async () => {
    const editor = await editorAt(new Desk(without('employer', 'certificates')));
    expect(sections(editor)).to.include.members(['projects', 'education']).and.not.include('certificates');
  });

  it('are read in one call, and each is told in a line while it is closed', async () => {
    const desk = new Desk(without('student', 'awards'));
    const editor = await editorAt(desk, []);
    expect(desk.reads).to.equal(1);
    const gists = said(editor, '.gist');
    expect(gists).to.include.members([
      'Available · May 2031',
      'Mathematics · Programming · Logic · Flight · French',
      'Empty',
    ]);
  });

  it('that an older deployment does not know are left out', async () => {
    const { awards: _, ...known } = ada.sections;
    const editor = await editorAt(new Desk({ ...ada, sections: known as typeof ada.sections }));
    expect(sections(editor)).to.include('skills').and.not.include('awards');
    expect(await editor.save()).to.equal(true);
  });

  it('open and close by their headings, which keep the focus', async () => {
    const editor = await editorAt(new Desk(ada), []);
    at(editor, 'about.toggle').focus();
    await press(editor, 'about.toggle');
    expect(at(editor, 'about.text').value).to.contain('machines that do not exist yet');
    expect(at(editor, 'about.toggle').ariaExpanded).to.equal('true');
    await press(editor, 'about.toggle');
    expect([at(editor, 'about.text'), focused(editor)]).to.deep.equal([null, at(editor, 'about.toggle')]);
  });

  it('are shown by a call: a field has the focus, or the heading, or in a list the button that adds', async () => {
    const editor = await editorAt(new Desk(ada), []);
    editor.show('identity', 'location.city');
    await editor.updateComplete;
    expect(focused(editor)).to.equal(at(editor, 'identity.location.city'));
    editor.show('languages', 'level');
    await editor.updateComplete;
    expect(focused(editor)).to.equal(at(editor, 'languages.add'));
    editor.show('links');
    await editor.updateComplete;
    expect(focused(editor)).to.equal(at(editor, 'links.toggle'));
  });

  it('have headings one level below that of the whole', async () => {
    const editor = await editorAt(new Desk(ada));
    editor.headingLevel = 3;
    await editor.updateComplete;
    const levels = [...editor.shadowRoot!.querySelectorAll('[role=heading]')].map(({ ariaLevel }) => ariaLevel);
    expect(new Set(levels.slice(1))).to.deep.equal(new Set(['4']));
    expect(levels[0]).to.equal('3');
  });
});

describe('saving', () => {
  it('happens by itself, each section from its own version', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk, ['identity', 'about']);
    await type(editor, 'identity.headline', 'Poet');
    await type(editor, 'about.text', 'New words.');
    expect(said(editor, '.head .help')).to.deep.equal(['Not saved yet.']);
    await reaches(editor, 'status', 'saved');
    await waitUntil(() => desk.updates.length === 2);
    expect([desk.mine!.sections.identity.headline, desk.mine!.sections.about.text]).to.deep.equal([
      'Poet',
      'New words.',
    ]);
    expect(desk.mine!.versions).to.include({ identity: 2, about: 2, skills: 1 });
  });

  it('that is refused opens the section and moves the focus to what is wrong', async () => {
    const editor = await editorAt(new Desk(ada), ['contact']);
    await type(editor, 'contact.email', 'nobody');
    await press(editor, 'contact.toggle');
    await reaches(editor, 'status', 'invalid');
    expect(said(editor, '.mark')).to.deep.equal(['Could not save: please check your entries.']);
    expect(await editor.save()).to.equal(false);
    await editor.updateComplete;
    expect(focused(editor)).to.equal(editor.shadowRoot!.querySelector('[data-section=contact] .summary'));
    expect(at(editor, 'contact.email').getAttribute('aria-describedby')).to.equal('contact.email-fault');
  });

  it('of one section that fails leaves the others saved', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk, ['identity', 'about']);
    desk.writeTroubles.push(trouble('forbidden'));
    await type(editor, 'identity.headline', 'Poet');
    await type(editor, 'about.text', 'New words.');
    await editor.save();
    await turns(editor);
    expect(editor.status).to.equal('failed');
    expect([desk.mine!.sections.identity.headline, desk.mine!.sections.about.text]).to.deep.equal([
      ada.sections.identity.headline,
      'New words.',
    ]);
  });
});

describe('kinds of fields', () => {
  it('numbers: as they are written in any script, with a comma too, within their range', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk, ['availability']);
    const hours = 'availability.hoursPerWeek';
    await type(editor, hours, '1.');
    expect(at(editor, hours).value, 'on the way to 1.5').to.equal('1.');
    for (const [typed, stored] of [
      ['1,5', 1.5],
      ['٢٠', 20],
      ['३०', 30],
    ] as const) {
      await type(editor, hours, typed);
      at(editor, hours).dispatchEvent(new Event('change', { bubbles: true }));
      await editor.save();
      expect(desk.mine!.sections.availability.hoursPerWeek, typed).to.equal(stored);
    }
    for (const [typed, fault] of [
      ['81', 'Please give a number from 1 to 80.'],
      ['many', 'Please give a number.'],
    ] as const) {
      await type(editor, hours, typed);
      await editor.save();
      await editor.updateComplete;
      expect(at(editor, `${hours}-fault`).textContent).to.equal(fault);
    }
    await type(editor, hours, '');
    await editor.save();
    expect(desk.mine!.sections.availability).not.to.have.property('hoursPerWeek');
  });

  it('dates: a year, then a month, then a day, each on its own', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk, ['availability']);
    await type(editor, 'availability.from', '');
    await type(editor, 'availability.from-month', '');
    await editor.save();
    expect(desk.mine!.sections.availability).not.to.have.property('from');
    expect(at(editor, 'availability.from-month')).to.equal(null);
    const steps = [
      ['from', '2032', '2032'],
      ['from-month', '02', '2032-02'],
      ['from-day', '29', '2032-02-29'],
    ] as const;
    for (const [part, typed, stored] of steps) {
      await type(editor, `availability.${part}`, typed);
      await editor.save();
      expect(desk.mine!.sections.availability.from).to.equal(stored);
    }
    await type(editor, 'availability.from', '2031');
    expect(await editor.save(), 'no 29th of February').to.equal(false);
    expect(at(editor, 'availability.from').getAttribute('aria-label')).to.equal('From: Year');
  });

  it('choices of several, of one with numbers or truth, and of codes with names', async () => {
    const desk = new Desk(without('mentor', 'mentoring'));
    const editor = await editorAt(desk, ['mentoring', 'availability', 'skills']);
    const [chat, call] = at(editor, 'mentoring.formats').querySelectorAll('input');
    for (const box of [call!, chat!]) box.click();
    await type(editor, 'availability.remote', 'false');
    await waitUntil(() => at(editor, 'availability.rate.currency').querySelector('option[value=EUR]'));
    for (const [name, value] of [
      ['amount', '80'],
      ['currency', 'EUR'],
      ['per', 'hour'],
    ])
      await type(editor, `availability.rate.${name}`, value!);
    await type(editor, 'availability.timeZone', 'Europe/Vienna');
    await press(editor, 'skills.1');
    await type(editor, 'skills.1.level', '2');
    expect(await editor.save()).to.equal(true);
    const { mentoring, availability, skills } = desk.mine!.sections;
    expect(mentoring).to.deep.equal({ formats: ['chat', 'call'] });
    expect(availability).to.deep.include({
      remote: false,
      timeZone: 'Europe/Vienna',
      rate: { amount: 80, currency: 'EUR', per: 'hour' },
    });
    expect(skills[0]!.level).to.equal(2);
  });

  it('lists of lines: one text a line, blanks left out, each within its length', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk, ['mentoring']);
    await type(editor, 'mentoring.expertise', 'Engines\n\n Poetry \n');
    expect(at(editor, 'mentoring.expertise').value, 'as typed').to.equal('Engines\n\n Poetry \n');
    await editor.save();
    expect(desk.mine!.sections.mentoring.expertise).to.deep.equal(['Engines', 'Poetry']);
    await type(editor, 'mentoring.expertise', 'x'.repeat(81));
    expect(await editor.save()).to.equal(false);
    await editor.updateComplete;
    expect(at(editor, 'mentoring.expertise-fault').textContent).to.equal('Please shorten each line to 80 characters.');
  });

  it('a language tag becomes canonical once the person goes on', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk, ['languages']);
    const { id } = desk.mine!.sections.languages[0]!;
    await press(editor, `languages.${id}`);
    await type(editor, `languages.${id}.tag`, 'EN-gb');
    at(editor, `languages.${id}.tag`).dispatchEvent(new Event('change', { bubbles: true }));
    expect(await editor.save()).to.equal(true);
    expect(desk.mine!.sections.languages[0]!.tag).to.equal('en-GB');
  });
});
