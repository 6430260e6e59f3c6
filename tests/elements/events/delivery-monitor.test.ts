/** The element of deliveries: its states, numbers, filters and pages. */
import { DELIVERY_PAGE, MAX_BEHIND, QUARANTINE_PAGE } from '@gigsy/schema';
import { expect, waitUntil } from '@open-wc/testing';
import { MOST_BEHIND } from '../../../packages/elements/src/events/delivery-monitor/consumers-view.ts';
import { LastMinute } from '../../../packages/elements/src/events/delivery-monitor/last-minute.ts';
import { PAGE } from '../../../packages/elements/src/events/delivery-monitor/pages.ts';
import {
  DispatchOffice,
  NOON,
  calm,
  closedDispatch,
  delivery,
  setAside,
  troubled,
} from '../../../stories/people/dispatch-office.ts';
import { LANGUAGES, all, said, settled } from '../privacy/records.ts';
import { button, choose, press, putMonitor, rows } from './monitor-page.ts';

describe('the states', () => {
  it('say why there is nothing to see, and are accessible', async () => {
    const cases = [
      [undefined, 'signed-out', 'Sign in to see this.'],
      [closedDispatch('forbidden'), 'unavailable', 'This is not available to you.'],
      [closedDispatch('internal'), 'error', 'This could not be loaded.'],
      [closedDispatch('offline'), 'offline', 'No connection at the moment.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const monitor = await putMonitor(client);
      expect([monitor.getAttribute('state'), said(monitor, '[part=message]')]).to.deep.equal([state, [words]]);
      await expect(monitor).to.be.accessible();
    }
  });

  it('tell of each part that is empty', async () => {
    const monitor = await putMonitor(new DispatchOffice().set({ partners: [] }).client);
    expect(said(monitor, '.hint')).to.include.members([
      'There are no dead letters.',
      'There are no webhooks.',
      'A webhook belongs to a partner, and there is none yet.',
      'There are no sources.',
      'There are no events in quarantine.',
    ]);
    await expect(monitor).to.be.accessible();
  });

  it('show each fault in words', async () => {
    const monitor = await putMonitor(troubled().client);
    expect(said(monitor, '[part=consumer]')[0]).to.match(/^profile\.baselines Failed 2 times in a row 12 /);
    expect(said(monitor, '[part=consumer]')[1]).to.include('1,000 or more');
    expect(said(monitor, '[part=letter]')[0]).to.include('profile.updated k57event1 events.webhooks');
    expect(said(monitor, '[part=webhook]')[0]).to.match(
      /Northfield College Active Paused until .*Refused Dead deliveries/,
    );
    expect(said(monitor, '[part=quarantined]')[0]).to.include('Faulty data data.course is required');
    await expect(monitor).to.be.accessible();
  });

  it('fit into 320 pixels in every language, accessibly from right to left too', async () => {
    for (const lang of LANGUAGES) {
      const narrow = await putMonitor(troubled().client, { lang, width: 320 });
      await waitUntil(() => all(narrow, '.frame')[0]!.lang !== 'en' || lang === 'en');
      await press(narrow, 'deliveries', 'w-1');
      expect(narrow.scrollWidth <= 320, lang).to.equal(true);
      for (const each of all(narrow, 'button')) expect(each.getBoundingClientRect().height, lang).to.be.at.least(24);
      if (lang === 'ar') await expect(narrow).to.be.accessible();
      narrow.parentElement!.remove();
    }
  });

  it('follow what happens, and a lost connection keeps what is known', async () => {
    const office = calm();
    const monitor = await putMonitor(office.client);
    office.set({ quarantined: [setAside('q-9')] });
    await settled(monitor);
    expect(rows(monitor, 'quarantined')).to.equal(1);
    office.lose();
    await settled(monitor);
    expect([monitor.state, rows(monitor, 'quarantined')]).to.deep.equal(['offline', 1]);
  });
});

describe('numbers', () => {
  it('of the contract are those of the element', () => {
    expect([PAGE, PAGE, MOST_BEHIND]).to.deep.equal([QUARANTINE_PAGE, DELIVERY_PAGE, MAX_BEHIND]);
  });

  it('of the last minute count from the sample a minute ago, or the first', () => {
    const recent = new LastMinute();
    expect(recent.count('a', 0)).to.equal(0);
    recent.note('a', 100, 1_000);
    expect(recent.count('a', 2_000)).to.equal(0);
    recent.note('a', 130, 31_000);
    recent.note('a', 150, 61_000);
    expect(recent.count('a', 61_000)).to.equal(50);
    expect(recent.count('a', 92_000)).to.equal(20);
    expect(recent.count('a', 200_000)).to.equal(0);
  });

  it('of the last minute are on show as they grow', async () => {
    const office = calm();
    const monitor = await putMonitor(office.client);
    const [source] = office.sources;
    office.set({ sources: [{ ...source!, received: source!.received + 7 }] });
    await settled(monitor);
    expect(said(monitor, '[part=source]')[0]).to.include('7 of 600');
  });
});

describe('lists', () => {
  it('are filtered', async () => {
    const monitor = await putMonitor(troubled().client);
    await choose(monitor, 'webhooks', 'pending');
    expect(said(monitor, '[part=webhook] th')).to.deep.equal([
      'https://new.careers.example/a-rather-long-address-of-a-receiver',
    ]);
    await choose(monitor, 'reason', 'too_large');
    expect(rows(monitor, 'quarantined')).to.equal(1);
    await choose(monitor, 'source', 'src_00c0ffee00c0ffee');
    expect(rows(monitor, 'quarantined')).to.equal(0);
    await choose(monitor, 'reason', '');
    expect(rows(monitor, 'quarantined')).to.equal(1);
  });

  it('of deliveries open below their webhook, follow it, are filtered by the deployment, and are sent again', async () => {
    const office = troubled();
    const monitor = await putMonitor(office.client);
    await press(monitor, 'deliveries', 'w-1');
    expect(button(monitor, 'deliveries', 'w-1').getAttribute('aria-expanded')).to.equal('true');
    expect(rows(monitor, 'delivery')).to.equal(3);
    office.set({ deliveries: { 'w-1': [delivery('d-4'), ...office.deliveries['w-1']!] } });
    await settled(monitor);
    expect(rows(monitor, 'delivery')).to.equal(4);
    await choose(monitor, 'deliveries', 'dead');
    expect(rows(monitor, 'delivery')).to.equal(1);
    await press(monitor, 'resend', 'd-2');
    expect(office.calls).to.deep.equal([['webhooks.replay', { webhook: 'w-1', delivery: 'd-2' }]]);
    await press(monitor, 'deliveries', 'w-1');
    expect([rows(monitor, 'delivery'), rows(monitor, 'deliveries')]).to.deep.equal([0, 0]);
    await press(monitor, 'deliveries', 'w-3');
    expect(said(monitor, '.inner .hint')).to.deep.equal(['There are no deliveries.']);
    office.set({ webhooks: office.webhooks.slice(0, 2) });
    await settled(monitor);
    expect(all(monitor, '.inner')).to.deep.equal([]);
  });

  it('that are long come page by page, and what is dropped leaves earlier pages too', async () => {
    const quarantined = Array.from({ length: 120 }, (_, at) => setAside(`e-${at}`, { quarantinedAt: NOON - at }));
    const office = calm().set({ quarantined });
    const monitor = await putMonitor(office.client);
    expect(rows(monitor, 'quarantined')).to.equal(50);
    await press(monitor, 'earlierEvents');
    await press(monitor, 'earlierEvents');
    expect([rows(monitor, 'quarantined'), button(monitor, 'earlierEvents', '')]).to.deep.equal([120, undefined]);
    await press(monitor, 'drop', 'e-100');
    await press(monitor, 'yes', 'e-100');
    expect(rows(monitor, 'quarantined')).to.equal(119);
    office.set({ quarantined: [setAside('new', { quarantinedAt: NOON + 1 }), ...office.quarantined] });
    await settled(monitor);
    expect([rows(monitor, 'quarantined'), said(monitor, '[part=quarantined] th')[0]]).to.deep.equal([
      120,
      'completion-new course.completed',
    ]);
  });
});
