/** The elements of moderation: a report, the notices of an owner, the queue and a case of a moderator. */
import { expect } from '@open-wc/testing';
import type { GigsyCaseView, GigsyModerationNotices, GigsyModerationQueue, GigsyReportDialog } from '@gigsy/elements';
import '@gigsy/elements/case-view/define';
import '@gigsy/elements/moderation-notices/define';
import '@gigsy/elements/moderation-queue/define';
import '@gigsy/elements/report-dialog/define';
import { ModerationDesk, RECEIPT, decided } from '../../../stories/people/moderation-desk.ts';
import { all, put, said, settled } from '../privacy/records.ts';

const field = (element: HTMLElement, id: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!;
const status = (element: HTMLElement) => said(element as never, '[role=status]')[0];

async function press(element: HTMLElement, selector: string): Promise<void> {
  (all(element as never, selector)[0] as HTMLElement).click();
  await settled(element as never);
}

describe('a report', () => {
  it('is asked for what it lacks, sent once it is whole, and confirmed', async () => {
    const desk = new ModerationDesk();
    const element = await put<GigsyReportDialog>('gigsy-report-dialog', desk.client);
    element.handle = 'ada';
    await press(element, '[part=open]');
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    expect(dialog.open).to.equal(true);
    await expect(element).to.be.accessible();
    for (const [id, fill] of [
      ['reason', (at: HTMLInputElement) => (at.value = 'spam')],
      ['explanation', (at: HTMLInputElement) => (at.value = 'Sells kestrels.')],
      ['goodFaith', (at: HTMLInputElement) => (at.checked = true)],
    ] as const) {
      await press(element, '[part=send]');
      expect(element.shadowRoot!.activeElement!.id).to.equal(id);
      expect(desk.calls).to.deep.equal([]);
      fill(field(element, id));
    }
    field(element, 'contact').value = 'nobody';
    await press(element, '[part=send]');
    expect(said(element, '#contact-fault')).to.deep.equal(['Type an e-mail address, such as ada@example.org.']);
    field(element, 'contact').value = 'ada@example.org';
    await press(element, '[part=send]');
    expect([dialog.open, status(element)]).to.deep.equal([false, `Received. Your reference: ${RECEIPT}`]);
    expect(desk.calls.at(-1)).to.contain('"place":"profile","reason":"spam"');
  });
});

describe('the notices', () => {
  it('say what was decided and why, and take one appeal', async () => {
    const desk = new ModerationDesk({ state: 'actioned', decision: decided() });
    const element = await put<GigsyModerationNotices>('gigsy-moderation-notices', desk.client);
    expect(said(element, '[part=reasons]')).to.deep.equal(['The headline advertises.']);
    await expect(element).to.be.accessible();
    await press(element, '[part=send]');
    expect(said(element, '[part=fault]')).to.deep.equal(['Say what is wrong.']);
    field(element, 'appeal-k1').value = 'It is my trade.';
    await press(element, '[part=send]');
    expect(status(element)).to.equal('Your appeal is with another moderator.');
    expect(all(element, '[part=appeal]')).to.have.length(0);
  });

  it('say so where there are none', async () => {
    const element = await put<GigsyModerationNotices>('gigsy-moderation-notices', new ModerationDesk().client);
    expect([element.state, said(element, '[part=message]')]).to.deep.equal([
      'empty',
      ['There are no decisions about your profile.'],
    ]);
  });
});

describe('the queue', () => {
  it('opens a case, and dismisses those that are selected after a dry run', async () => {
    const desk = new ModerationDesk();
    const element = await put<GigsyModerationQueue>('gigsy-moderation-queue', desk.client);
    const opened: string[] = [];
    element.addEventListener('gigsy-case', ({ detail }) => opened.push(detail.case));
    await expect(element).to.be.accessible();
    await press(element, '[part=open]');
    expect(opened).to.deep.equal(['k1']);
    await press(element, '[part=select]');
    await press(element, '[part=dismiss]');
    expect(status(element)).to.equal('Can be dismissed: 1 of 1');
    expect(desk.calls).to.deep.equal(['dismiss {"cases":["k1"],"dryRun":true}']);
    await press(element, '[part=confirm]');
    expect(status(element)).to.equal('Dismissed: 1');
  });
});

async function caseOf({ client }: ModerationDesk): Promise<GigsyCaseView> {
  const element = await put<GigsyCaseView>('gigsy-case-view', client);
  element.case = 'k1';
  await settled(element);
  return element;
}

describe('a case', () => {
  it('is taken, inspected and decided, and each step shows what comes next', async () => {
    const desk = new ModerationDesk();
    const element = await caseOf(desk);
    expect(all(element, '[part=act]')).to.have.length(0);
    await press(element, '[part=assign]');
    await press(element, '[part=inspect]');
    expect(said(element, '[part=content]')[0]).to.contain('Kestrels for sale');
    await expect(element).to.be.accessible();
    field(element, 'rule').value = 'Clause 4';
    field(element, 'facts').value = 'It advertises.';
    await press(element, '[part=act] button');
    expect(desk.calls.at(-1)).to.contain('"explanation":"It advertises."');
    await press(element, '[part=restore]');
    expect(all(element, '[part=restore]')).to.have.length(0);
  });

  it('leaves an appeal to another moderator, and says why a step was refused', async () => {
    const appeal = { text: 'It is my trade.', at: 0 };
    const own = new ModerationDesk({ state: 'appealed', decision: decided(), appeal });
    const mine = await caseOf(own);
    expect(all(mine, '[part=decide]')).to.have.length(0);
    const desk = new ModerationDesk();
    desk.troubles.push('account_state');
    const element = await caseOf(desk);
    await press(element, '[part=assign]');
    expect(status(element)).to.equal('The case has changed meanwhile.');
  });
});
