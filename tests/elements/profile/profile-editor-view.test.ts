/** How the editor is drawn: work for each key press, names, languages, sizes of targets, and narrow pages. */
import { expect, waitUntil } from '@open-wc/testing';
import { listSections } from '@gigsy/schema';
import { Desk, ada, at, editorAt, press, said, type } from './editor.ts';

beforeEach(() => sessionStorage.clear());

const list = <T>(length: number, item: (index: number) => T) => Array.from({ length }, (_, index) => item(index));

/** Every list as full as the contract allows, and 200 skills among them. */
function crowded(): Desk {
  const period = { startDate: '2020-01', endStatus: 'ongoing' as const };
  const { max } = listSections.projects;
  return new Desk({
    ...ada,
    sections: {
      ...ada.sections,
      skills: list(200, (index) => ({
        id: `s${index}`,
        name: `Skill ${index}`,
        category: 'Group',
        level: 3,
        years: 2,
      })),
      education: list(50, (index) => ({ id: `e${index}`, institution: `School ${index}`, ...period })),
      workExperience: list(50, (index) => ({ id: `w${index}`, organisation: `Company ${index}`, ...period })),
      projects: list(max, (index) => ({ id: `p${index}`, name: `Project ${index}`, ...period })),
      languages: list(30, (index) => ({ id: `l${index}`, name: `Language ${index}` })),
    },
  });
}

/** The number of reads of controls by `act`, and of its changes on the page. */
async function workOf(root: ShadowRoot, act: () => Promise<void>): Promise<{ reads: number; changes: number }> {
  let [reads, changes] = [0, 0];
  const kinds = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].map(({ prototype }) => ({
    prototype,
    before: Object.getOwnPropertyDescriptor(prototype, 'value')!,
  }));
  for (const { prototype, before } of kinds)
    Object.defineProperty(prototype, 'value', {
      ...before,
      get: function (this: HTMLElement) {
        reads += 1;
        return before.get!.call(this) as string;
      },
    });
  const observer = new MutationObserver((records) => (changes += records.length));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  await act();
  changes += observer.takeRecords().length;
  observer.disconnect();
  for (const { prototype, before } of kinds) Object.defineProperty(prototype, 'value', before);
  return { reads, changes };
}

describe('a key press in a profile with 381 rows', () => {
  it('is on the page before the next frame', async () => {
    const editor = await editorAt(crowded(), ['skills']);
    await press(editor, 'skills.s7');
    let frames = 0;
    const frame = () => ((frames += 1), (request = requestAnimationFrame(frame)));
    let request = requestAnimationFrame(frame);
    at(editor, 'skills.s7.name').value = 'Changed';
    frames = 0;
    at(editor, 'skills.s7.name').dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await editor.updateComplete;
    cancelAnimationFrame(request);
    expect([frames, said(editor, 'li[data-item=s7] [part=toggle]')]).to.deep.equal([0, ['Changed']]);
  });

  it('draws the item that it changes, whatever else is open', async () => {
    const editor = await editorAt(crowded(), [
      'identity',
      'skills',
      'education',
      'workExperience',
      'projects',
      'languages',
    ]);
    for (const id of ['skills.s7', 'education.e1', 'workExperience.w1', 'projects.p1']) await press(editor, id);
    await type(editor, 'skills.s7.name', 'First');
    const { reads, changes } = await workOf(editor.shadowRoot!, () => type(editor, 'skills.s7.name', 'Second'));
    const fields = 5;
    expect(reads, 'controls that were drawn').to.be.at.most(2 * fields);
    expect(changes, 'nodes that were changed').to.be.at.most(10);
  });
});

describe('names', () => {
  it('are there for each control and button, and ids are there once', async () => {
    const editor = await editorAt(new Desk(ada), ['identity', 'availability', 'mentoring', 'skills', 'workExperience']);
    await press(editor, 'skills.1');
    await press(editor, 'skills.2');
    await press(editor, 'skills.3-remove'.replace('-remove', ''));
    await press(editor, 'skills.3-remove');
    const root = editor.shadowRoot!;
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const each of root.querySelectorAll('[aria-labelledby], [aria-describedby], [aria-controls]'))
      for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
        for (const id of each.getAttribute(name)?.split(' ') ?? []) expect(ids, `${name} of ${each.id}`).to.include(id);
    await expect(editor).to.be.accessible();
  });
});

describe('a language', () => {
  for (const lang of ['ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt-BR', 'en-XA']) {
    it(`${lang} is spoken throughout`, async () => {
      const open = [
        'availability',
        'contact',
        'mentoring',
        'skills',
        'education',
        'certificates',
        'languages',
      ] as const;
      const words = async (language: string) => {
        const editor = await editorAt(new Desk(ada), open, { lang: language });
        const frame = editor.shadowRoot!.querySelector<HTMLElement>('.frame')!;
        await waitUntil(() => language === 'en' || frame.lang !== 'en');
        for (const id of ['skills.1', 'skills.2', `education.${ada.sections.education[0]!.id}`])
          await press(editor, id);
        await press(editor, 'skills.2-remove');
        const found = said(editor, 'label:not(.check), .label, .field .help, .heading, .title, .bar button, .gone p');
        if (language === lang) await expect(editor).to.be.accessible();
        editor.remove();
        sessionStorage.clear();
        return found;
      };
      const [theirs, english] = [await words(lang), await words('en')];
      expect(theirs.length).to.equal(english.length);
      // Words that two languages share, arrows, and the reader's own content.
      const shared =
        /^(Name|Position|Website|Chat|Region|Contact|Certificates|Links|E-mail|Mentoring|Publications|[↑↓]|)$/;
      expect(theirs.filter((text, index) => text === english[index] && !shared.test(text))).to.deep.equal([]);
    });
  }
});

it('targets are at least 24 px, and nothing scrolls sideways at 320 px', async () => {
  const desk = new Desk(ada);
  const editor = await editorAt(desk, ['availability', 'mentoring', 'skills', 'workExperience'], { width: 320 });
  await press(editor, 'skills.1');
  await press(editor, 'skills.2');
  await type(editor, 'skills.1.name', 'M'.repeat(80));
  await type(editor, 'skills.2.name', 'Here');
  desk.store({
    skills: desk.mine!.sections.skills.map((skill) => ({ ...skill, name: `${skill.name} ${'elsewhere'.repeat(6)}` })),
  });
  await editor.save();
  await editor.updateComplete;
  expect(said(editor, '[part=conflict]')).to.have.length(2);
  for (const target of editor.shadowRoot!.querySelectorAll(
    'button, input:not([type=checkbox], [hidden]), textarea, select, .check, .grip',
  )) {
    const { width, height } = target.getBoundingClientRect();
    expect(Math.min(width, height), target.outerHTML).to.be.at.least(24);
  }
  const card = editor.shadowRoot!.querySelector('article')!;
  expect(card.scrollWidth).to.be.at.most(320);
  const { right } = card.getBoundingClientRect();
  for (const node of card.querySelectorAll('input, textarea, select, button'))
    expect(node.getBoundingClientRect().right, node.outerHTML).to.be.at.most(right);
});
