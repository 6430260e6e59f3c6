/** The log of accesses: its states, its tables, the end of an access, pages, focus, languages and hostile words. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsyAccessLog } from '@gigsy/elements';
import '@gigsy/elements/access-log/define';
import { NOW, RecordsOffice, closedOffice, someAccesses, visited } from '../../../stories/people/records-office.ts';
import { LANGUAGES, all, put, said, settled } from './records.ts';

const putLog = (client: unknown, options = {}) => put<GigsyAccessLog>('gigsy-access-log', client, options);
const outcome = (log: GigsyAccessLog) => said(log, '[role=status]')[0];
const cells = (log: GigsyAccessLog, part: string) => said(log, `[part=${part}] tbody tr > *`);

/** A log that is longer than a page. */
function long(count: number): RecordsOffice {
  const accesses = Array.from({ length: count }, (_, n) => ({
    ...someAccesses[0]!,
    viewer: `viewer-${n}`,
    at: NOW - n * 60_000,
  }));
  return new RecordsOffice().set({ accesses });
}

describe('the states', () => {
  it('say why there is nothing to see, and are accessible', async () => {
    const cases = [
      [undefined, 'signed-out', 'Sign in to see this.'],
      [closedOffice('forbidden'), 'unavailable', 'This is not available to you.'],
      [closedOffice('internal'), 'error', 'This could not be loaded.'],
      [closedOffice('offline'), 'offline', 'No connection at the moment.'],
      [new RecordsOffice().client, 'empty', 'Nobody has opened any part of your profile that is not public.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const log = await putLog(client);
      expect([log.getAttribute('state'), said(log, '[part=message]')]).to.deep.equal([state, [words]]);
      await expect(log).to.be.accessible();
    }
  });

  it('show who saw what, why, when and until when, accessibly in every language and at 320 pixels', async () => {
    const log = await putLog(visited().client);
    expect(said(log, '[part=history] thead th')).to.deep.equal(['Who', 'What', 'Why', 'When', 'Until, at the latest']);
    expect(said(log, '[part=open] .fields li')).to.deep.equal([
      'About',
      'Contact: E-mail',
      'Education: Grade point average',
    ]);
    expect(cells(log, 'open')[2]).to.equal('HiringFor the position of a data engineer in Porto.');
    expect(said(log, '[part=history] tbody th')).to.deep.equal([
      '\u2068@morgan\u2069',
      'A member whose profile you may not see',
      '\u2068@ines\u2069',
    ]);
    expect(all(log, '[part=history] time')[0]!.getAttribute('datetime')).to.equal(
      new Date(someAccesses[0]!.at).toISOString(),
    );
    for (const lang of LANGUAGES) {
      const narrow = await putLog(visited().client, { lang, width: 320 });
      await waitUntil(() => all(narrow, '.frame')[0]!.lang !== 'en' || lang === 'en');
      expect(narrow.scrollWidth <= 320, lang).to.equal(true);
      for (const each of all(narrow, 'button')) expect(each.getBoundingClientRect().height).to.be.at.least(24);
      await expect(narrow).to.be.accessible();
    }
  });

  it('follow the log as it grows, and lose it when the person signs out', async () => {
    const office = new RecordsOffice();
    const log = await putLog(office.client);
    expect(log.state).to.equal('empty');
    office.set({ accesses: [...someAccesses] });
    await settled(log);
    expect([said(log, '[part=history] tbody tr').length, said(log, '[part=open]')]).to.deep.equal([3, []]);
    office.lose();
    await settled(log);
    expect([log.state, said(log, '[part=access]').length]).to.deep.equal(['offline', 3]);
    log.client = null;
    await settled(log);
    expect([log.state, said(log, '[part=access]').length]).to.deep.equal(['signed-out', 0]);
  });
});

describe('a disclosure', () => {
  it('to another party is shown with the party, the parts and the time, accessibly, where nobody looked too', async () => {
    const odd = { to: 'constructor', told: ['constructor', 5], at: NaN } as never;
    const disclosures = [
      { to: 'github' as const, told: ['imports.account'], at: NOW },
      { to: 'pictureHost' as const, told: ['identity.avatarUrl'], at: NOW },
      odd,
    ];
    const log = await putLog(new RecordsOffice().set({ disclosures }).client);
    expect(said(log, '[part=sent] thead th')).to.deep.equal(['To whom', 'What', 'When']);
    expect(said(log, '[part=sent] tbody th')).to.deep.equal([
      'GitHub',
      'The site that your picture is from',
      'constructor',
    ]);
    expect(said(log, '[part=sent] .fields')).to.deep.equal([
      'Name of your account there',
      'Name and place: Picture',
      'constructor',
    ]);
    await expect(log).to.be.accessible();
    expect(all(await putLog(visited().client), '[part=sent]')).to.deep.equal([]);
  });
});

describe('the end of an access', () => {
  it('is told in words and to the page, and focus stays', async () => {
    const office = visited();
    const log = await putLog(office.client);
    const ended: unknown[] = [];
    log.addEventListener('gigsy-revoke', ({ detail }) => ended.push(detail));
    const [end] = all(log, '[part=end]');
    expect(end!.getAttribute('aria-label')).to.equal('End access: \u2068@morgan\u2069');
    end!.focus();
    end!.click();
    end!.click();
    await settled(log);
    expect([office.calls, ended]).to.deep.equal([['revoke'], [{ lease: 'lease-1' }]]);
    expect([outcome(log), said(log, '[part=open]')]).to.deep.equal(['The access has ended.', []]);
    expect(log.shadowRoot!.activeElement).to.equal(all(log, '[role=status]')[0]);
  });

  it('that had come before, or that fails, is told as such', async () => {
    const cases = [
      ['not_found', 'This access had ended already.'],
      ['offline', 'No connection at the moment.'],
      ['internal', 'This failed. Nothing was changed.'],
    ] as const;
    for (const [code, words] of cases) {
      const office = visited();
      office.troubles.push(code);
      const log = await putLog(office.client);
      all(log, '[part=end]')[0]!.click();
      await settled(log);
      expect([code, outcome(log)]).to.deep.equal([code, words]);
    }
  });
});

describe('views by the public', () => {
  it('are added up, and shown by day in a table, in the reader’s language', async () => {
    const log = await putLog(visited().client);
    const summary = all(log, '.by-day > summary')[0]!;
    expect(summary.textContent).to.equal('1,857 views in all.');
    summary.click();
    await settled(log);
    expect(said(log, '[part=views] tbody tr')).to.deep.equal([
      'May 1, 2031 12',
      'Apr 30, 2031 1,204',
      'Apr 28, 2031 640',
      'Apr 27, 2031 1',
    ]);
    await expect(log).to.be.accessible();
    for (const lang of LANGUAGES) {
      const narrow = await putLog(visited().client, { lang, width: 320 });
      all(narrow, '.by-day > summary')[0]!.click();
      await settled(narrow);
      expect(narrow.scrollWidth <= 320, lang).to.equal(true);
    }
  });

  it('are shown without any access, follow new ones, and have a sentence where there are none yet', async () => {
    const office = new RecordsOffice();
    office.set({ views: [{ day: '2031-05-01', views: 1 }] });
    const log = await putLog(office.client);
    expect(said(log, '.hint')).to.deep.equal(['Nobody has opened any part of your profile that is not public.']);
    expect(said(log, '.by-day > summary')).to.deep.equal(['1 view in all.']);
    office.set({ views: [{ day: '2031-05-01', views: 2 }] });
    await settled(log);
    expect(said(log, '.by-day > summary')).to.deep.equal(['2 views in all.']);
    office.set({ views: [], accesses: [...someAccesses] });
    await settled(log);
    expect([said(log, '.hint').at(-1), said(log, '[part=views]')]).to.deep.equal(['No views counted yet.', []]);
  });
});

describe('a long log', () => {
  it('comes page by page, in order, and the button goes with the last', async () => {
    const log = await putLog(long(120).client);
    const names = () => said(log, '[part=history] tbody th');
    expect(names()).to.have.lengthOf(50);
    all(log, '[part=earlier]')[0]!.click();
    await settled(log);
    expect([names().length, outcome(log)]).to.deep.equal([100, '50 earlier accesses shown.']);
    all(log, '[part=earlier]')[0]!.focus();
    all(log, '[part=earlier]')[0]!.click();
    await settled(log);
    expect(names()).to.deep.equal(Array.from({ length: 120 }, (_, n) => `\u2068@viewer-${n}\u2069`));
    expect(all(log, '[part=earlier]')).to.deep.equal([]);
    expect(log.shadowRoot!.activeElement).to.equal(all(log, '[role=status]')[0]);
  });

  it('loses no access that leaves the first page while earlier ones are on show', async () => {
    const office = long(80);
    const log = await putLog(office.client);
    all(log, '[part=earlier]')[0]!.click();
    await settled(log);
    office.set({ accesses: [{ ...someAccesses[0]!, viewer: 'newest', at: NOW + 1 }, ...office.accesses] });
    await settled(log);
    const names = said(log, '[part=history] tbody th');
    expect([names.length, new Set(names).size, names[0]]).to.deep.equal([81, 81, '\u2068@newest\u2069']);
  });
});

describe('words of anybody', () => {
  it('are text, in a direction of their own', async () => {
    const note = '\u202e<img src=x onerror=alert(1)> نص';
    const log = await putLog(visited([{ ...someAccesses[0]!, note }]).client);
    const [words] = all(log, '[part=words]');
    expect([words!.textContent, words!.dir, words!.children.length]).to.deep.equal([
      '<img src=x onerror=alert(1)> نص',
      'auto',
      0,
    ]);
  });

  it('and answers of another shape break nothing', async () => {
    const odd = [
      {
        viewer: 5,
        purpose: 'constructor',
        fields: [null, 7, 'constructor', 'about.text'],
        note: {},
        at: NOW,
        endsAt: NaN,
      },
    ] as never;
    const log = await putLog(new RecordsOffice().set({ accesses: odd }).client);
    expect(cells(log, 'history').slice(0, 3)).to.deep.equal([
      'A member whose profile you may not see',
      'constructorAbout',
      'constructor',
    ]);
  });
});
