/** Lists in the editor of a profile: items to add, change, remove and bring back, and move. */
import { expect, waitUntil } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import '@gigsy/elements/profile-form/define';
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
  settle,
  titles,
  trouble,
  turns,
  type,
} from './editor.ts';

beforeEach(() => sessionStorage.clear());

const skills = ada.sections.skills.map(({ name }) => name);
const lastOf = (desk: Desk) => desk.mine!.sections.skills.at(-1)!;

/** The id of the item that was added last. */
function added(editor: Awaited<ReturnType<typeof editorAt>>): string {
  return [...editor.shadowRoot!.querySelectorAll<HTMLElement>('[data-section=skills] li[data-item]')].at(-1)!.dataset
    .item!;
}

describe('an item', () => {
  it('is a row that opens to its fields, and closes again', async () => {
    const editor = await editorAt(new Desk(ada));
    expect(titles(editor, 'skills')).to.deep.equal(skills);
    expect(said(editor, '[data-section=skills] [part=toggle]')[0]).to.equal('Mathematics Expert · Sciences');
    await press(editor, 'skills.1');
    expect([at(editor, 'skills.1.name').value, at(editor, 'skills.1.years').value]).to.deep.equal([
      'Mathematics',
      '14',
    ]);
    await press(editor, 'skills.1-done');
    expect([at(editor, 'skills.1.name'), focused(editor)]).to.deep.equal([null, at(editor, 'skills.1')]);
  });

  it('that is changed keeps its members and all others', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'skills.1');
    await type(editor, 'skills.1.name', 'Maths');
    expect(titles(editor, 'skills')[0], 'its row follows').to.equal('Maths');
    await reaches(editor, 'status', 'saved');
    expect(
      desk.edits.map(({ operations }) => operations),
      'one item is sent',
    ).to.deep.equal([[{ op: 'change', section: 'skills', id: '1', fields: { name: 'Maths' } }]]);
    expect(desk.mine!.sections.skills).to.deep.equal(
      ada.sections.skills.map((skill) => (skill.id === '1' ? { ...skill, name: 'Maths' } : skill)),
    );
  });

  it('that is added has the focus in its first field, and is no fault before it is closed', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'skills.add');
    const id = added(editor);
    expect(focused(editor)).to.equal(at(editor, `skills.${id}.name`));
    await type(editor, `skills.${id}.category`, 'Letters');
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect([editor.status, said(editor, '[part=fault]'), desk.edits.length]).to.deep.equal(['dirty', [], 0]);
    await press(editor, `skills.${id}-done`);
    await reaches(editor, 'status', 'invalid');
    expect(said(editor, '[part=fault]')).to.deep.equal(['Please fill this in.']);
    await type(editor, `skills.${id}.name`, 'Poetry');
    await reaches(editor, 'status', 'saved');
    expect(lastOf(desk)).to.include({ id, name: 'Poetry', category: 'Letters' });
  });

  it('that is removed leaves a way back in its place, also after it was saved', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'skills.2');
    await press(editor, 'skills.2-remove');
    expect(said(editor, '.gone p')).to.deep.equal(['“Programming” was removed.']);
    expect(focused(editor)).to.equal(at(editor, 'skills.2-restore'));
    await reaches(editor, 'status', 'saved');
    expect(names(desk)).not.to.include('Programming');
    await press(editor, 'skills.2-restore');
    expect(focused(editor)).to.equal(at(editor, 'skills.2'));
    await waitUntil(() => names(desk).includes('Programming'), '', { timeout: 5_000 });
    expect(desk.mine!.sections.skills).to.deep.equal(ada.sections.skills);
  });

  it('moves by buttons and by Alt with an arrow, keeps the focus, and tells where it is', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'skills.3');
    at(editor, 'skills.3-up').focus();
    await press(editor, 'skills.3-up');
    await press(editor, 'skills.3-up');
    expect(titles(editor, 'skills').slice(0, 3)).to.deep.equal(['Logic', 'Mathematics', 'Programming']);
    expect([focused(editor), at(editor, 'skills.3-up').ariaDisabled]).to.deep.equal([
      at(editor, 'skills.3-up'),
      'true',
    ]);
    expect(said(editor, '[data-section=skills] form .heard')).to.deep.equal(['Logic: now 1 of 10']);
    await press(editor, 'skills.3-up');
    at(editor, 'skills.1').focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await editor.updateComplete;
    expect(titles(editor, 'skills').slice(0, 3)).to.deep.equal(['Logic', 'Programming', 'Mathematics']);
    expect(focused(editor)).to.equal(at(editor, 'skills.1'));
    await reaches(editor, 'status', 'saved');
    expect(names(desk).slice(0, 3)).to.deep.equal(['Logic', 'Programming', 'Mathematics']);
  });

  it('moves by the pointer, and not at all after Escape', async () => {
    const editor = await editorAt(new Desk(ada));
    const [grip, target] = ['1', '4'].map((id) =>
      editor.shadowRoot!.querySelector<HTMLElement>(`li[data-item="${id}"] .grip`)!,
    );
    const { left, bottom } = target!.getBoundingClientRect();
    const pointer = (type: string, clientY: number) =>
      grip!.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          button: 0,
          clientX: left + 5,
          clientY,
          bubbles: true,
          cancelable: true,
        }),
      );
    grip!.setPointerCapture = () => {};
    grip!.hasPointerCapture = () => true;
    const dragged = () => editor.shadowRoot!.querySelector('[data-dragged]') !== null;
    pointer('pointerdown', 0);
    await waitUntil(dragged);
    pointer('pointermove', bottom - 2);
    expect(said(editor, '[data-drop=after] bdi')[0]).to.equal('Flight');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    pointer('pointerup', bottom - 2);
    await editor.updateComplete;
    expect(titles(editor, 'skills')).to.deep.equal(skills);
    pointer('pointerdown', 0);
    await waitUntil(dragged);
    pointer('pointermove', bottom - 2);
    pointer('pointerup', bottom - 2);
    await editor.updateComplete;
    expect(titles(editor, 'skills').slice(0, 4)).to.deep.equal(['Programming', 'Logic', 'Flight', 'Mathematics']);
    expect(editor.shadowRoot!.querySelector('[data-drop], [data-dragged]')).to.equal(null);
  });
});

describe('the keyboard alone', () => {
  it('adds, fills in, moves, removes and brings back an item', async () => {
    const desk = new Desk({ ...ada, sections: { ...ada.sections, skills: ada.sections.skills.slice(0, 2) } });
    const editor = await editorAt(desk, []);
    at(editor, 'skills.toggle').focus();
    await userEvent.keyboard('{Enter}');
    await editor.updateComplete;
    at(editor, 'skills.add').focus();
    await userEvent.keyboard('{Enter}');
    await editor.updateComplete;
    await userEvent.keyboard('Poetry');
    const id = added(editor);
    for (const button of ['up', 'up', 'remove', 'restore']) {
      at(editor, `skills.${id}-${button}`).focus();
      await userEvent.keyboard('{Enter}');
      await editor.updateComplete;
      await turns(editor);
    }
    expect(await editor.save()).to.equal(true);
    expect(names(desk)).to.deep.equal(['Poetry', 'Mathematics', 'Programming']);
  });
});

describe('a fault that only the deployment finds', () => {
  it('is tied to the field of its item, which opens', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk, ['links']);
    await press(editor, 'links.notes');
    await type(editor, 'links.notes.url', 'https://user:secret@example.com/');
    await press(editor, 'links.notes');
    await reaches(editor, 'status', 'invalid');
    await editor.updateComplete;
    expect(at(editor, 'links.notes.url-fault').textContent).to.equal('must be an http:// or https:// address');
    const summary = editor.shadowRoot!.querySelector('[data-section=links] .summary button')!;
    expect(summary.textContent).to.equal('Notes: Address on the web');
    (summary as HTMLElement).click();
    await editor.updateComplete;
    expect(focused(editor)).to.equal(at(editor, 'links.notes.url'));
  });
});

describe('a fault that the deployment names by a code', () => {
  it('is told in the reader’s language', async () => {
    const editor = await editorAt(new Desk(ada), ['links'], { lang: 'de' });
    const frame = editor.shadowRoot!.querySelector<HTMLElement>('.frame')!;
    await waitUntil(() => frame.lang === 'de');
    await press(editor, 'links.notes');
    // Only the deployment knows that nobody sees these characters.
    await type(editor, 'links.notes.label', '\u200b\u200b');
    expect(await editor.save()).to.equal(false);
    await editor.updateComplete;
    expect(at(editor, 'links.notes.label-fault').textContent).to.equal('Bitte ausfüllen.');
  });
});

describe('a list', () => {
  it('that is full says so, and takes no more', async () => {
    const links = Array.from({ length: 20 }, (_, index) => ({
      id: `l${index}`,
      label: `Link ${index}`,
      url: 'https://example.com/',
    }));
    const editor = await editorAt(new Desk({ ...ada, sections: { ...ada.sections, links } }), ['links']);
    expect(at(editor, 'links.add').ariaDisabled).to.equal('true');
    await press(editor, 'links.add');
    expect(titles(editor, 'links')).to.have.length(20);
    expect(said(editor, '[data-section=links] .bar .help')).to.deep.equal(['The list is full: it has 20 entries.']);
  });

  it('is edited by a form of its own too', async () => {
    const desk = new Desk(ada);
    const form = Object.assign(document.createElement('gigsy-profile-form'), {
      client: desk.client,
      section: 'skills' as const,
    });
    document.body.append(form);
    await waitUntil(() => form.state === 'ready');
    await form.updateComplete;
    form.shadowRoot!.getElementById('9')!.click();
    await form.updateComplete;
    form.shadowRoot!.getElementById('9-remove')!.click();
    expect(await form.save()).to.equal(true);
    expect(names(desk)).to.deep.equal(skills.filter((name) => name !== 'Weaving'));
    form.remove();
  });

  it('with names that deceive or are missing has rows all the same', async () => {
    const odd = [
      { id: 'a', name: 'مهارة' },
      { id: 'b', name: '👩‍🚀'.repeat(8) },
      { id: 'c', name: '' },
    ];
    const editor = await editorAt(new Desk({ ...ada, sections: { ...ada.sections, skills: odd } }));
    expect(titles(editor, 'skills')).to.deep.equal(['مهارة', '👩‍🚀'.repeat(8), 'New entry']);
  });
});

describe('discarding', () => {
  it('brings a list back as it is stored, and can be undone', async () => {
    const desk = new Desk(ada);
    const editor = await editorAt(desk);
    desk.writeTroubles.push(...Array.from({ length: 9 }, () => trouble('offline')));
    await press(editor, 'skills.2');
    await press(editor, 'skills.2-remove');
    await press(editor, 'skills.1');
    await type(editor, 'skills.1.name', 'Maths');
    await settle(editor, 'skills.1.name');
    editor.discard();
    await editor.updateComplete;
    expect(titles(editor, 'skills')).to.deep.equal(skills);
    await editor.undo();
    await editor.updateComplete;
    expect(titles(editor, 'skills').slice(0, 2)).to.deep.equal(['Maths', 'Logic']);
  });
});
