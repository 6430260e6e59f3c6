/** Endorsements, the dialog that writes them and the panel that answers them: words, states, steps, refusals, focus and languages. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyEndorseDialog, GigsyEndorsements, GigsyEndorsementsPanel } from '@gigsy/elements';
import '@gigsy/elements/endorsements/define';
import '@gigsy/elements/endorse-dialog/define';
import '@gigsy/elements/endorsements-panel/define';
import {
  EndorsementDesk,
  OPTIONS,
  closedEndorsements,
  endorsementSource,
  someEndorsements,
  versionOf,
} from '../../../stories/people/endorsement-desk.ts';
import { LANGUAGES, all, put, said, settled } from '../privacy/records.ts';

const source = endorsementSource();

async function show(handle: string, { lang = 'en', width = 640 } = {}): Promise<GigsyEndorsements> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('gigsy-endorsements'), { handle, source });
  element.setAttribute('href-template', '/people/{handle}');
  box.append(element);
  await waitUntil(() => element.state !== 'loading');
  await element.updateComplete;
  return element;
}

const putDialog = async (client: unknown, more: Partial<GigsyEndorseDialog> = { inline: true }) => {
  const dialog = await put<GigsyEndorseDialog>('gigsy-endorse-dialog', client, { handle: 'ada', ...more });
  return dialog;
};
const putPanel = (client: unknown, options = {}) =>
  put<GigsyEndorsementsPanel>('gigsy-endorsements-panel', client, options);
const outcome = (element: HTMLElement) => said(element, '[role=status]')[0];
const press = async (element: GigsyEndorsementsPanel | GigsyEndorseDialog, selector: string) => {
  const [button] = all(element, selector);
  button!.focus();
  button!.click();
  await settled(element);
};

describe('endorsements', () => {
  it('show the words, their authors and the skills, five until all are asked for', async () => {
    const element = await show('ada');
    expect(said(element, '[part=skills] li')).to.deep.equal(['Cooking 6', 'Baking 2']);
    expect(said(element, '[part=author]').slice(0, 2)).to.deep.equal(['Ben Example', 'Cleo Sample']);
    expect(said(element, '[part=endorsement] .meta').slice(0, 2)).to.deep.equal([
      'Head of Kitchen',
      'For Cooking and Baking · Organisation confirmed · Written on May 1, 2031',
    ]);
    expect(all(element, '[part=endorsement] a')[0]!.getAttribute('href')).to.match(/\/people\/ben$/);
    expect(all(element, '[part=endorsement]')).to.have.length(5);
    await expect(element).to.be.accessible();
    all(element, '[part=more]')[0]!.click();
    await element.updateComplete;
    await element.updateComplete;
    expect([all(element, '[part=endorsement]').length, all(element, '[part=more]').length]).to.deep.equal([6, 0]);
    expect(element.shadowRoot!.activeElement?.getAttribute('part')).to.equal('list');
  });

  it('take no room without content if they are told so, and bear what anybody may answer', async () => {
    const none = await show('zoe');
    none.setAttribute('hide-empty', '');
    await none.updateComplete;
    expect(getComputedStyle(none).display).to.equal('none');
    const hostile = await show('mallory', { width: 320 });
    expect(all(hostile, '[part=endorsement]')).to.have.length(2);
    expect(all(hostile, 'script, img, [part=skills]')).to.have.length(0);
    expect(
      all(hostile, 'a').every((link) => new URL((link as HTMLAnchorElement).href).origin === location.origin),
    ).to.equal(true);
    expect(hostile.scrollWidth <= 320).to.equal(true);
    await expect(hostile).to.be.accessible();
  });

  it('speak each language, and fit into 320 pixels', async () => {
    for (const lang of LANGUAGES) {
      const element = await show('ada', { lang, width: 320 });
      if (lang !== 'en') await waitUntil(() => said(element, '[part=heading]')[0] !== 'Endorsements', lang);
      expect([lang, element.scrollWidth <= 320]).to.deep.equal([lang, true]);
      await expect(element).to.be.accessible();
    }
  });
});

describe('the dialog', () => {
  it('sends skills and words, and says so', async () => {
    const desk = new EndorsementDesk();
    const dialog = await putDialog(desk.client);
    expect(said(dialog, '[part=heading]')).to.deep.equal(['Endorse Ada Lovelace']);
    await expect(dialog).to.be.accessible();
    await press(dialog, '[part=send]');
    expect(said(dialog, '[part=fault]')).to.deep.equal(['Choose a skill, or write a few words.']);
    expect(dialog.shadowRoot!.activeElement?.id).to.equal('text');
    all(dialog, 'input[name=skill]')[1]!.click();
    dialog.shadowRoot!.querySelector('textarea')!.value = ' Kind. ';
    await press(dialog, '[part=send]');
    expect([desk.calls, outcome(dialog)]).to.deep.equal([
      ['write {"skills":["baking"],"text":"Kind.","linked":false}'],
      'Sent. Others see it once the person accepts it.',
    ]);
    dialog.shadowRoot!.querySelector('textarea')!.value = 'Turned \u202e around';
    await press(dialog, '[part=send]');
    expect(said(dialog, '[part=fault]')[0]).to.match(/^Take out signs/);
    desk.troubles.push('rate_limited');
    dialog.shadowRoot!.querySelector('textarea')!.value = 'Again';
    await press(dialog, '[part=send]');
    expect(outcome(dialog)).to.match(/Try again tomorrow/);
  });

  it('lies over the page, and gives focus back when it closes', async () => {
    const opener = await fixture<HTMLButtonElement>(html`<button>Endorse</button>`);
    const dialog = await putDialog(new EndorsementDesk().client, {});
    opener.focus();
    dialog.show();
    const inner = dialog.shadowRoot!.querySelector('dialog')!;
    expect([inner.open, inner.matches(':modal')]).to.deep.equal([true, true]);
    await expect(dialog).to.be.accessible();
    let closed = 0;
    dialog.addEventListener('close', () => (closed += 1));
    all(dialog, '[part=close]')[0]!.click();
    await waitUntil(() => closed === 1);
    expect([inner.open, document.activeElement]).to.deep.equal([false, opener]);
  });

  it('says why nothing can be written, and keeps what was written before', async () => {
    const at = async (options: Partial<typeof OPTIONS> | null) =>
      putDialog(new EndorsementDesk({ options: options && { ...OPTIONS, ...options } }).client);
    expect(said(await at(null), '[part=message]')).to.deep.equal(['There is nobody whom you can endorse here.']);
    expect(said(await at({ because: null }), '.intro')[0]).to.match(/whom they ask/);
    expect(said(await at({ signature: null }), '.intro')[0]).to.match(/let everybody see your name/);
    const again = await at({
      because: null,
      written: versionOf('Charles Babbage', { text: 'Reliable.', handle: 'charles' }),
    });
    const form = new FormData(again.shadowRoot!.querySelector('form')!);
    expect([form.get('text'), form.getAll('skill'), form.has('linked')]).to.deep.equal([
      'Reliable.',
      ['cooking'],
      true,
    ]);
  });

  it('is accessible in every language, and fits into 320 pixels', async () => {
    for (const lang of LANGUAGES) {
      const dialog = await put<GigsyEndorseDialog>('gigsy-endorse-dialog', new EndorsementDesk().client, {
        handle: 'ada',
        inline: true,
        lang,
        width: 320,
      });
      if (lang !== 'en') await waitUntil(() => said(dialog, '[part=send]')[0] !== 'Send', lang);
      expect([lang, dialog.scrollWidth <= 320]).to.deep.equal([lang, true]);
      await expect(dialog).to.be.accessible();
    }
  });
});

describe('the panel', () => {
  it('says why there is nothing to see', async () => {
    const cases = [
      [undefined, 'signed-out'],
      [closedEndorsements('forbidden'), 'unavailable'],
      [closedEndorsements('internal'), 'error'],
      [closedEndorsements('offline'), 'offline'],
    ] as const;
    for (const [client, state] of cases) {
      const panel = await putPanel(client);
      expect(panel.getAttribute('state')).to.equal(state);
      await expect(panel).to.be.accessible();
    }
  });

  it('takes each step, tells its outcome, and leads focus there', async () => {
    const desk = someEndorsements();
    const panel = await putPanel(desk.client);
    const changes: string[] = [];
    panel.addEventListener('gigsy-endorsement', ({ detail }) => changes.push(detail.change));
    const steps = [
      ['[part=waiting] [part=accept]', 'Accepted. It shows now.'],
      ['[part=waiting] [part=decline]', 'Declined. The author is not told.'],
      ['[part=received] [part=hide]', 'Hidden.'],
      ['[part=received] [part=show]', 'It shows again.'],
      ['[part=received] [part=remove]', 'Deleted.'],
      ['[part=given] [part=withdraw]', 'Taken back.'],
      ['[part=incoming] [part=refuse]', 'Declined. The person is not told.'],
      ['[part=sent] [part=cancel]', 'Cancelled.'],
    ] as const;
    for (const [selector, words] of steps) {
      await press(panel, selector);
      expect(outcome(panel), selector).to.equal(words);
    }
    expect(changes).to.deep.equal(['accept', 'decline', 'hide', 'show', 'remove', 'withdraw', 'refuse', 'cancel']);
    expect(desk.calls[0]).to.equal('accept new');
    expect(panel.shadowRoot!.activeElement).to.not.equal(null);
  });

  it('asks somebody, makes a link that can be copied, and chooses who may write', async () => {
    const desk = new EndorsementDesk();
    const panel = await putPanel(desk.client);
    panel.answerPage = '/endorse';
    const field = panel.shadowRoot!.querySelector<HTMLInputElement>('#handle')!;
    await press(panel, '[part=send]');
    expect(said(panel, '#handle-fault')).to.deep.equal(['Type a handle, such as ada.']);
    field.value = '@Ben';
    await press(panel, '[part=send]');
    expect(outcome(panel)).to.equal('@ben is asked, if there is such a person.');
    await press(panel, '[part=make-link]');
    const link = panel.shadowRoot!.querySelector<HTMLInputElement>('#link')!;
    expect(link.value).to.match(/^http.*\/endorse\?token=[0-9a-f]{32}$/);
    expect(panel.shadowRoot!.activeElement).to.equal(link);
    all(panel, 'input[value=members]')[0]!.click();
    await settled(panel);
    expect(desk.calls).to.deep.equal(['ask ben', 'link', 'open members']);
    desk.troubles.push('version_conflict');
  });

  it('is accessible in every language, and fits into 320 pixels', async () => {
    for (const lang of LANGUAGES) {
      const panel = await putPanel(someEndorsements().client, { lang, width: 320 });
      if (lang !== 'en') await waitUntil(() => said(panel, '[part=heading]')[0] !== 'Endorsements', lang);
      expect([lang, panel.scrollWidth <= 320]).to.deep.equal([lang, true]);
      await expect(panel).to.be.accessible();
    }
  });
});
