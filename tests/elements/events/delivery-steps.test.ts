/** The steps of operators in the element of deliveries: replays, questions, secrets and forms. */
import { GigsyError } from '@gigsy/sdk/reader';
import { expect } from '@open-wc/testing';
import { SECRET, calm, troubled } from '../../../stories/people/dispatch-office.ts';
import { all, said, settled } from '../privacy/records.ts';
import { button, focused, outcome, press, putMonitor, rows, send } from './monitor-page.ts';

describe('a step', () => {
  it('replays a dead letter, tells the outcome and the page, and keeps the focus', async () => {
    const office = troubled();
    const monitor = await putMonitor(office.client);
    const steps: string[] = [];
    monitor.addEventListener('gigsy-operate', ({ detail }) => steps.push(detail.step));
    expect(button(monitor, 'replayLetter', 'l-1').getAttribute('aria-label')).to.equal(
      'Replay: profile.updated, k57event1',
    );
    await press(monitor, 'replayLetter', 'l-1');
    expect(office.calls).to.deep.equal([['consumers.replay', { letter: 'l-1' }]]);
    expect([rows(monitor, 'letter'), steps]).to.deep.equal([0, ['replayLetter']]);
    expect(outcome(monitor)).to.equal('The event was handed over again. It leaves the list if it is taken.');
    expect(focused(monitor)).to.equal(all(monitor, '[role=status]')[0]);
  });

  it('that fails says how, and changes nothing', async () => {
    const cases = [
      ['not_found', 'That is not there any more.'],
      ['not_ready', 'Nothing is sent there: verify the webhook first.'],
      ['offline', 'No connection at the moment.'],
      ['rate_limited', 'That was too much at once. Wait a moment and try again.'],
      ['internal', 'This failed. Nothing was changed.'],
    ] as const;
    for (const [code, words] of cases) {
      const office = calm();
      office.troubles.push(code);
      const monitor = await putMonitor(office.client);
      const failed: string[] = [];
      monitor.addEventListener('gigsy-error', ({ detail }) => failed.push(detail.code));
      await press(monitor, 'test', 'w-1');
      expect([outcome(monitor), failed]).to.deep.equal([words, [code]]);
    }
  });

  it('verifies a webhook that is not verified, and tests one that is', async () => {
    const office = troubled();
    const monitor = await putMonitor(office.client);
    await press(monitor, 'verify', 'w-2');
    await press(monitor, 'test', 'w-1');
    expect(office.calls).to.deep.equal([
      ['webhooks.verify', { webhook: 'w-2' }],
      ['webhooks.test', { webhook: 'w-1' }],
    ]);
  });

  it('that nothing takes back is asked about; Escape and the other answer leave all as it is', async () => {
    const office = troubled();
    const monitor = await putMonitor(office.client);
    for (const [act, id] of [
      ['removeWebhook', 'w-1'],
      ['removeSource', 'src_00c0ffee00c0ffee'],
      ['rotateWebhook', 'w-1'],
      ['drop', 'q-2'],
    ] as const) {
      await press(monitor, act, id);
      expect(focused(monitor)).to.equal(button(monitor, 'keep', id));
      await expect(monitor).to.be.accessible();
      await press(monitor, 'keep', id);
      expect(focused(monitor)).to.equal(button(monitor, act, id));
      await press(monitor, act, id);
      focused(monitor)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await settled(monitor);
      expect(focused(monitor)).to.equal(button(monitor, act, id));
    }
    expect(office.calls).to.deep.equal([]);
    await press(monitor, 'drop', 'q-2');
    await press(monitor, 'yes', 'q-2');
    expect([office.calls, outcome(monitor)]).to.deep.equal([
      [['quarantine.drop', { event: 'q-2' }]],
      'The event was deleted.',
    ]);
  });

  it('replays an event in quarantine, or tells why it stays', async () => {
    const office = troubled();
    const monitor = await putMonitor(office.client);
    expect(button(monitor, 'replayEvent', 'q-1')).to.equal(undefined);
    office.stays = 'invalid_data';
    await press(monitor, 'replayEvent', 'q-2');
    expect(outcome(monitor)).to.equal('The event stays in quarantine: Faulty data');
    office.stays = undefined;
    await press(monitor, 'replayEvent', 'q-2');
    expect([outcome(monitor), rows(monitor, 'quarantined')]).to.deep.equal(['The event was accepted.', 1]);
  });
});

describe('a secret', () => {
  it('is shown once, has the focus, and leaves with its button and with the client', async () => {
    const office = calm();
    const monitor = await putMonitor(office.client);
    await press(monitor, 'rotateWebhook', 'w-1');
    await press(monitor, 'yes', 'w-1');
    expect(office.calls).to.deep.equal([['webhooks.rotate', { webhook: 'w-1', graceMs: 24 * 60 * 60_000 }]]);
    expect([said(monitor, 'code'), focused(monitor)?.getAttribute('part')]).to.deep.equal([[SECRET], 'secret']);
    await expect(monitor).to.be.accessible();
    await press(monitor, 'stored');
    expect(monitor.shadowRoot!.textContent).not.to.include('whsec_');
    await press(monitor, 'rotateSource', 'src_00c0ffee00c0ffee');
    await press(monitor, 'yes', 'src_00c0ffee00c0ffee');
    monitor.client = calm().client;
    await settled(monitor);
    expect(monitor.shadowRoot!.textContent).not.to.include('whsec_');
  });
});

describe('the forms', () => {
  it('add a webhook and a source, with what was filled in', async () => {
    const office = calm();
    const monitor = await putMonitor(office.client);
    await send(monitor, 'add-webhook', { url: ' https://receiver.example/ ' });
    await press(monitor, 'stored');
    await send(monitor, 'add-source', { label: 'Gigs', address: 'https://gigs.example', perMinute: '60' });
    expect(office.calls).to.deep.equal([
      ['webhooks.register', { partner: 'p-1', url: 'https://receiver.example/' }],
      ['sources.register', { label: 'Gigs', address: 'https://gigs.example', perMinute: 60 }],
    ]);
    expect(said(monitor, 'code')).to.deep.equal([SECRET]);
  });

  it('tell what is wrong beside the field, which has the focus', async () => {
    const office = calm();
    const refused = (path: string, code: 'invalid_format' | 'not_unique') =>
      new GigsyError('invalid_argument', 'Refused.', { fields: [{ path, code, message: 'is wrong' }] });
    const monitor = await putMonitor(office.client);
    const cases = [
      ['add-webhook', 'url', 'invalid_format', 'Give an https:// address of a public host name, without a port.'],
      ['add-source', 'address', 'not_unique', 'Another source has this address.'],
      ['add-source', 'perMinute', 'invalid_format', 'Give a whole number from 1 to 6,000.'],
    ] as const;
    for (const [form, field, code, words] of cases) {
      office.troubles.push(refused(field, code));
      await send(monitor, form, {});
      expect(said(monitor, '[part=fault]').filter(Boolean)).to.deep.equal([words]);
      expect(focused(monitor)).to.equal(all(monitor, `[name=${field}]`)[0]);
      await expect(monitor).to.be.accessible();
    }
  });
});
