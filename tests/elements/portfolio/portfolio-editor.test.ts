/** The editor of a portfolio: its sections, their order, who sees each entry, and contributions as words. */
import { expect, waitUntil } from '@open-wc/testing';
import {
  PortfolioDesk,
  ada,
  at,
  editorAt,
  find,
  focused,
  key,
  press,
  reaches,
  said,
  titles,
  turns,
  type,
} from './portfolio-page.ts';

beforeEach(() => sessionStorage.clear());

const text = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('sections', () => {
  it('show their entries in the order of the person, and a word on who sees each', async () => {
    const editor = await editorAt(new PortfolioDesk(ada));
    expect(titles(editor, 'badges')).to.deep.equal(['Clear writer', 'Thousand cards', 'Apprentice']);
    expect(titles(editor, 'contributions')).to.deep.equal(['Flyology', 'A talk about engines', 'A calendar of tides']);
    await waitUntil(() => text(at(editor, 'badges.b1')).includes('Anyone'), text(at(editor, 'badges.b1')));
  });

  it('that other systems fill offer no field, no removal and no new entry', async () => {
    const editor = await editorAt(new PortfolioDesk(ada));
    await press(editor, 'badges.b1');
    expect(at(editor, 'badges.b1-remove')).to.equal(null);
    expect(at(editor, 'badges.add')).to.equal(null);
    expect(find(editor, '[data-section=badges]').querySelectorAll('input, textarea, select')).to.have.length(0);
  });

  it('take a new entry of another system, although no version has risen', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk, { live: true });
    await turns(editor);
    const badge = { id: 'b9', name: 'New here', issuer: { name: 'Guild' }, awardedOn: '2031' };
    desk.mine = { ...desk.mine!, badges: [badge, ...desk.mine!.badges!] };
    desk.tell();
    await waitUntil(() => titles(editor, 'badges')[0] === 'New here', titles(editor, 'badges').join());
  });

  it('without a profile, signed out and with a lost connection say so', async () => {
    const editor = document.createElement('gigsy-portfolio-editor');
    editor.client = new PortfolioDesk(null).client;
    document.body.append(editor);
    await reaches(editor, 'state', 'empty');
    editor.client = null;
    await reaches(editor, 'state', 'signed-out');
    const desk = new PortfolioDesk(ada);
    desk.troubles.push('offline');
    editor.client = desk.client;
    await reaches(editor, 'state', 'offline');
    editor.remove();
  });
});

describe('order', () => {
  it('changes by Alt with an arrow key, is heard, keeps the focus, and is stored by itself', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk);
    at(editor, 'badges.b1').focus();
    await key(editor, 'badges.b1', 'ArrowDown');
    expect(titles(editor, 'badges')).to.deep.equal(['Thousand cards', 'Clear writer', 'Apprentice']);
    expect(said(editor, '[data-section=badges] .heard').join()).to.equal('Clear writer: now 2 of 3');
    expect(focused(editor)).to.equal(at(editor, 'badges.b1'));
    await reaches(editor, 'status', 'saved');
    expect(desk.calls).to.deep.equal(['arrange']);
    expect(desk.mine!.badges!.map(({ id }) => id)).to.deep.equal(['b2', 'b1', 'b3']);
  });

  it('that changed elsewhere meanwhile too is asked about, and nothing is lost', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk);
    desk.store(({ mine }) => mine!.badges!.reverse(), 'badges');
    await key(editor, 'badges.b1', 'ArrowDown');
    await reaches(editor, 'status', 'conflict');
    expect(said(editor, '[data-section=badges] [part=conflict] p').join()).to.equal(
      'Order saved elsewhere: Apprentice, Thousand cards, Clear writer',
    );
    find(editor, '[data-section=badges] [data-choice=mine]').click();
    await reaches(editor, 'status', 'saved');
    expect(desk.mine!.badges!.map(({ id }) => id)).to.deep.equal(['b2', 'b1', 'b3']);
  });
});

describe('the audience of an entry', () => {
  const choice = (name: string, to: string) => `[part=choice][data-setting="${name}"][data-to="${to}"]`;

  it('is one setting of its own, stored at once, said in words, and can be undone', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'badges.b1');
    await waitUntil(() => find(editor, choice('badges/b1', 'owner')) !== null, 'no choices');
    expect(text(find(editor, '.now'))).to.equal('Anyone on the web');
    find(editor, choice('badges/b1', 'owner')).click();
    await waitUntil(() => text(find(editor, '#told-badges-b1')) === 'Only you see this. You chose this for the entry.');
    expect(desk.privacy.person!.settings.items).to.deep.equal({ 'badges/b1': 'owner' });
    find(editor, '.sight [part=undo]').click();
    await waitUntil(() => Object.keys(desk.privacy.person!.settings.items ?? {}).length === 0, 'it stays');
  });

  it('cannot be chosen before a contribution is stored, and is then about what others see', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'contributions.add');
    const id = focused(editor)!.id.replace(/\.title$/, '');
    expect(text(at(editor, `${id}-fields`))).to.contain('Once it is saved');
    await type(editor, `${id}.title`, 'A loom');
    at(editor, `${id}.kind`).value = 'project';
    at(editor, `${id}.kind`).dispatchEvent(new Event('change', { bubbles: true }));
    expect(await editor.save()).to.equal(true);
    await waitUntil(() => find(editor, choice('contributions/n1', 'owner')) !== null, 'no choices');
  });
});

describe('contributions', () => {
  it('are stored by their button alone, in their order, and a refusal names the field', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk);
    await press(editor, 'contributions.p1');
    await type(editor, 'contributions.p1.title', 'Flyology, revised');
    await key(editor, 'contributions.p1', 'ArrowDown');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect([desk.calls, editor.status]).to.deep.equal([[], 'dirty']);
    await press(editor, 'contributions.add');
    const id = focused(editor)!.id.replace(/\.title$/, '');
    await type(editor, `${id}.title`, 'A loom');
    find(editor, '[data-section=contributions] [part=save]').click();
    await reaches(editor, 'status', 'invalid');
    at(editor, `${id}.kind`).value = 'project';
    at(editor, `${id}.kind`).dispatchEvent(new Event('change', { bubbles: true }));
    find(editor, '[data-section=contributions] [part=save]').click();
    await reaches(editor, 'status', 'saved');
    expect(desk.calls).to.deep.equal(['update', 'add', 'arrange']);
    expect(desk.contributions.map(({ title }) => title)).to.deep.equal([
      'A talk about engines',
      'Flyology, revised',
      'A calendar of tides',
      'A loom',
    ]);
  });

  it('of media need a file or an address, and say so at the files', async () => {
    const editor = await editorAt(new PortfolioDesk(ada));
    await press(editor, 'contributions.p2');
    await type(editor, 'contributions.p2.url', '');
    find(editor, '[data-section=contributions] [part=save]').click();
    await reaches(editor, 'status', 'invalid');
    expect(text(at(editor, 'contributions.p2.files-fault'))).to.equal('Please fill this in.');
    expect(at(editor, 'contributions.p2.files').getAttribute('aria-describedby')).to.contain('p2.files-fault');
  });

  it('that are removed come back in their place until they are saved, and not after', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk);
    for (const id of ['p1', 'p2']) {
      await press(editor, `contributions.${id}`);
      await press(editor, `contributions.${id}-remove`);
    }
    expect(focused(editor)).to.equal(at(editor, 'contributions.p2-restore'));
    await press(editor, 'contributions.p2-restore');
    expect(titles(editor, 'contributions')).to.deep.equal(['A talk about engines', 'A calendar of tides']);
    find(editor, '[data-section=contributions] [part=save]').click();
    await reaches(editor, 'status', 'saved');
    expect(desk.contributions.map(({ id }) => id)).to.deep.equal(['p2', 'p3']);
    expect(at(editor, 'contributions.p1-restore')).to.equal(null);
    expect(find(editor, '[data-section=contributions] [part=undo]')).to.equal(null);
  });

  it('keep what was typed when a save fails midway, and go on from there', async () => {
    const desk = new PortfolioDesk(ada);
    const editor = await editorAt(desk);
    for (const id of ['p1', 'p3']) {
      await press(editor, `contributions.${id}`);
      await type(editor, `contributions.${id}.title`, `${id} anew`);
    }
    desk.troubles.push({ until: Promise.resolve() }, 'internal');
    find(editor, '[data-section=contributions] [part=save]').click();
    await reaches(editor, 'status', 'failed');
    expect(at(editor, 'contributions.p3.title').value).to.equal('p3 anew');
    find(editor, '[data-section=contributions] [part=save]').click();
    await reaches(editor, 'status', 'saved');
    expect(desk.contributions.map(({ title }) => title)).to.deep.equal(['p1 anew', 'A talk about engines', 'p3 anew']);
  });

  for (const live of [false, true])
    it(`that are added are there once, also when the answer is lost, ${live ? 'with' : 'without'} a watch`, async () => {
      const desk = new PortfolioDesk(ada);
      const editor = await editorAt(desk, { live });
      await press(editor, 'contributions.add');
      const id = focused(editor)!.id.replace(/\.title$/, '');
      await type(editor, `${id}.title`, 'A loom');
      at(editor, `${id}.kind`).value = 'project';
      at(editor, `${id}.kind`).dispatchEvent(new Event('change', { bubbles: true }));
      desk.troubles.push({ lost: 'offline' });
      find(editor, '[data-section=contributions] [part=save]').click();
      await waitUntil(() => desk.calls.length > 0);
      await waitUntil(() => ['saved', 'clean'].includes(editor.status), editor.status, { timeout: 5000 });
      await turns(editor);
      expect(titles(editor, 'contributions').filter((title) => title === 'A loom')).to.have.length(1);
      expect(desk.contributions.filter(({ title }) => title === 'A loom')).to.have.length(1);
    });
});
