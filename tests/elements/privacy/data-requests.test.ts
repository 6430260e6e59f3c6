/** Requests about one's own data: the copy in each state, its links, the deletion, a hold, focus and languages. */
import { DELETION_GRACE_MS } from '@gigsy/schema';
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsyDataRequests } from '@gigsy/elements';
import '@gigsy/elements/data-requests/define';
import { RecordsOffice, closedOffice } from '../../../stories/people/records-office.ts';
import { LANGUAGES, all, put, said, settled } from './records.ts';

const putRequests = (client: unknown, options = {}) =>
  put<GigsyDataRequests>('gigsy-data-requests', client, { width: 640, ...options });
const buttons = (requests: GigsyDataRequests) => said(requests, 'button');
const outcome = (requests: GigsyDataRequests) => said(requests, '[role=status]')[0];

async function press(requests: GigsyDataRequests, act: string): Promise<void> {
  const button = all(requests, `[data-act=${act}]`)[0]!;
  button.focus();
  button.click();
  await settled(requests);
}

describe('the states', () => {
  it('say why there is nothing to see, and are accessible', async () => {
    const newcomer = new RecordsOffice();
    newcomer.set({ account: { ...newcomer.account, status: 'newcomer' } });
    const cases = [
      [undefined, 'signed-out', 'Sign in to see this.'],
      [closedOffice('forbidden'), 'unavailable', 'This is not available to you.'],
      [closedOffice('internal'), 'error', 'This could not be loaded.'],
      [newcomer.client, 'empty', 'You have no account yet.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const requests = await putRequests(client);
      expect([requests.getAttribute('state'), said(requests, '[part=message]')]).to.deep.equal([state, [words]]);
      await expect(requests).to.be.accessible();
    }
  });

  it('are accessible in every language and at 320 pixels', async () => {
    for (const lang of LANGUAGES)
      for (const office of [
        new RecordsOffice().make(0.4),
        new RecordsOffice().finish(2).toBeDeleted({ reason: 'authority' }),
      ]) {
        const narrow = await putRequests(office.client, { lang, width: 320 });
        await waitUntil(() => all(narrow, '.frame')[0]!.lang !== 'en' || lang === 'en');
        expect(narrow.scrollWidth <= 320, lang).to.equal(true);
        for (const each of all(narrow, 'button, a'))
          expect(each.getBoundingClientRect().height, lang).to.be.at.least(24);
        await expect(narrow).to.be.accessible();
      }
  });
});

describe('a copy', () => {
  it('is asked for, shows its progress, and is stopped', async () => {
    const office = new RecordsOffice();
    const requests = await putRequests(office.client);
    const told: unknown[] = [];
    requests.addEventListener('gigsy-request', ({ detail }) => told.push(detail));
    await press(requests, 'ask');
    expect(outcome(requests)).to.equal('Your copy is on its way. You may leave this page meanwhile.');
    office.make(0.42);
    await settled(requests);
    const [bar] = all(requests, '[role=progressbar]');
    expect([bar!.getAttribute('aria-valuenow'), bar!.getAttribute('aria-valuetext')]).to.deep.equal([
      '42',
      'Your copy is being made: 42%',
    ]);
    await press(requests, 'callOff');
    expect([buttons(requests)[0], outcome(requests)]).to.deep.equal(['Ask for a copy', 'The copy is deleted.']);
    expect(requests.shadowRoot!.activeElement).to.equal(all(requests, '[role=status]')[0]);
    expect([office.calls, told]).to.deep.equal([
      ['request', 'cancel'],
      [{ request: 'ask' }, { request: 'callOff' }],
    ]);
  });

  it('that is ready says its size and its end, and gives links, the first of which has the focus', async () => {
    const requests = await putRequests(new RecordsOffice().finish(2).client);
    expect(said(requests, '[part=ready]')).to.deep.equal(['Your copy is ready: 2 files, 6.8 MB.']);
    await press(requests, 'download');
    const links = all(requests, '[part=file]') as HTMLAnchorElement[];
    expect(links.map(({ href, download }) => [href, download])).to.deep.equal([
      [`https://desk.example/v1/exports/${'0'.repeat(32)}/1`, 'gigsy-export-1.zip'],
      [`https://desk.example/v1/exports/${'0'.repeat(32)}/2`, 'gigsy-export-2.zip'],
    ]);
    expect(requests.shadowRoot!.activeElement).to.equal(links[0]);
    await expect(requests).to.be.accessible();
  });

  it('loses its links when their time is over, and with the copy', async () => {
    const office = new RecordsOffice().finish();
    office.linksMs = 0;
    const requests = await putRequests(office.client);
    await press(requests, 'download');
    await waitUntil(() => all(requests, '[part=file]').length === 0);
    expect(said(requests, '.hint')).to.include('The links have ended. Press Download for new ones.');
    office.linksMs = 60_000;
    await press(requests, 'download');
    expect(all(requests, '[part=file]')).to.have.lengthOf(1);
    await press(requests, 'remove');
    office.finish();
    await settled(requests);
    expect(all(requests, '[part=file]')).to.have.lengthOf(0);
  });

  it('has no link that is no address of the web', async () => {
    const office = new RecordsOffice().finish();
    const requests = await putRequests({
      ...office.client,
      privacy: {
        exports: {
          ...office.client.privacy.exports,
          download: async () => ({
            files: [{ name: '\u202egpj.zip', address: 'javascript:alert(1)', size: 1 }],
            expiresAt: Date.now() + 60_000,
          }),
        },
      },
    });
    await press(requests, 'download');
    const [link] = all(requests, '[part=file]');
    expect([link!.getAttribute('href'), link!.textContent]).to.deep.equal([null, 'gpj.zip']);
  });

  it('that cannot be had is told in words', async () => {
    const cases = [
      ['rate_limited', 'You can have three copies a day made. Try again later.'],
      ['account_state', 'This had changed meanwhile. You see how it is now.'],
      ['offline', 'No connection at the moment.'],
    ] as const;
    for (const [code, words] of cases) {
      const office = new RecordsOffice();
      office.troubles.push(code);
      const requests = await putRequests(office.client);
      await press(requests, 'ask');
      expect([code, outcome(requests)]).to.deep.equal([code, words]);
    }
  });

  it('is one call, however often the button is pressed', async () => {
    const office = new RecordsOffice();
    let arrive = () => {};
    office.troubles.push(new Promise((resolve) => (arrive = resolve)));
    const requests = await putRequests(office.client);
    await press(requests, 'ask');
    await press(requests, 'ask');
    await press(requests, 'request');
    arrive();
    await settled(requests);
    expect(office.calls).to.deep.equal(['request']);
  });
});

describe('a deletion', () => {
  it('says what it erases and when, and is called off', async () => {
    const office = new RecordsOffice();
    const requests = await putRequests(office.client);
    expect(said(requests, '.hint').join(' ')).to.include(`${DELETION_GRACE_MS / 86_400_000} days later`);
    expect(said(requests, '[part=goes] li')).to.have.lengthOf(3);
    await press(requests, 'request');
    expect(said(requests, '[part=due]')).to.deep.equal(['Your account is closed and erased on May 31, 2031.']);
    expect(outcome(requests)).to.equal('Your profile is hidden. You can call the deletion off until its day.');
    expect(requests.shadowRoot!.activeElement).to.equal(all(requests, '[role=status]')[0]);
    await press(requests, 'keep');
    expect(outcome(requests)).to.equal('The deletion is called off. Your account is as it was before.');
    await press(requests, 'request');
    expect(office.calls).to.deep.equal(['requestDeletion', 'cancelDeletion', 'requestDeletion']);
  });

  it('tells of a hold that lasts, and of its reason where it is told', async () => {
    const office = new RecordsOffice().toBeDeleted({ reason: 'litigation' });
    const requests = await putRequests(office.client);
    expect(said(requests, '[part=hold]')).to.deep.equal([
      'A legal hold lasts. Your account is closed on that day, and your data is erased once the hold ends. Its reason: a lawsuit.',
    ]);
    office.toBeDeleted({ reason: null });
    await settled(requests);
    expect(said(requests, '[part=hold]')[0]).not.to.include('reason');
    office.toBeDeleted();
    await settled(requests);
    expect(said(requests, '[part=hold]')).to.deep.equal([]);
  });

  it('of another person than the present one is not told', async () => {
    const [first, second] = [new RecordsOffice(), new RecordsOffice()];
    let arrive = () => {};
    first.troubles.push(new Promise((resolve) => (arrive = resolve)));
    const requests = await putRequests(first.client);
    await press(requests, 'request');
    requests.client = second.client;
    await settled(requests);
    arrive();
    await settled(requests);
    expect([outcome(requests), said(requests, '[part=due]')]).to.deep.equal(['', []]);
  });
});
