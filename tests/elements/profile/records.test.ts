/** Certificates, awards, publications, volunteering, organisation and mentoring: their content, links and words. */
import { expect, waitUntil } from '@open-wc/testing';
import { vi } from 'vitest';
import type { ProfileView } from '@gigsy/sdk/reader';
import '@gigsy/elements/award-list/define';
import '@gigsy/elements/certificate-list/define';
import '@gigsy/elements/mentoring-section/define';
import '@gigsy/elements/organisation-section/define';
import '@gigsy/elements/publication-list/define';
import '@gigsy/elements/volunteering-list/define';
import { put, said, within } from './element.ts';
import { ada } from './people.ts';

const full: ProfileView = {
  ...ada,
  certificates: [
    {
      id: 'c',
      name: 'Analyst of engines',
      issuer: 'Royal Society',
      date: '1843-09',
      expires: '9998-05',
      url: 'https://example.com/c',
    },
    { id: 'd', name: 'Rider', date: '1830', expires: '1840-12-31' },
    { id: 'e', name: 'Weaver', expires: 'some day' },
  ],
  awards: [
    { id: 'a', title: 'Silver pendulum', awarder: 'Society of Machines', date: '1843-10-02', summary: 'For Note G.' },
    { id: 'b', title: 'Prize of the year' },
  ],
  publications: [
    {
      id: 'p',
      name: 'Notes',
      publisher: 'Scientific Memoirs',
      releaseDate: '1843-09',
      url: 'https://example.com/notes',
      summary: 'Longer than the paper.',
    },
  ],
  volunteering: [
    {
      id: 'v',
      organisation: 'Library of the parish',
      position: 'Reader',
      url: 'https://example.com/library',
      summary: 'Reads aloud.',
      highlights: ['Forty evenings'],
      startDate: '1840',
      endDate: '1842-06',
    },
  ],
  organisation: {
    name: 'Babbage & Co.',
    website: 'https://example.com/babbage',
    industry: 'Engines',
    size: '51-200',
    about: 'We build.\nSlowly.',
    openingsEmail: 'work+ada@example.com',
    openingsUrl: 'https://example.com/openings',
  },
  mentoring: {
    expertise: ['Algorithms', 'Flight'],
    capacity: 2,
    formats: ['call', 'in-person'],
    about: 'Bring notes.',
  },
};

function hrefs(element: Parameters<typeof within>[0]): (string | null)[] {
  return within(element, 'a').map((link) => link.getAttribute('href'));
}

it('certificates have an issuer, a date, a linked name, and say until when they hold', async () => {
  const element = await put('gigsy-certificate-list', { profile: full, headingLevel: 2 });
  expect(said(element, '[role=heading]')).to.deep.equal(['Certificates', 'Analyst of engines', 'Rider', 'Weaver']);
  expect(said(element, '.place span')).to.deep.equal([
    'Royal Society',
    'Valid until May 9998',
    'Expired (December 31, 1840)',
  ]);
  expect(said(element, '[part=period]')).to.deep.equal(['Sep 1843', '1830']);
  expect(hrefs(element)).to.deep.equal(['https://example.com/c']);
  await expect(element).to.be.accessible();
});

it('a certificate holds for all of the day, month or year in which it ends', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 4, 17, 23, 59) });
  try {
    const ends = ['2027-05-17', '2027-05', '2027', '2027-05-16', '2027-04', '2026'];
    const certificates = ends.map((expires) => ({ id: expires, name: 'Rider', expires }));
    const element = await put('gigsy-certificate-list', { profile: { ...full, certificates } });
    const kept = said(element, '.place').map((note) => note.startsWith('Valid until'));
    expect(kept).to.deep.equal([true, true, true, false, false, false]);
  } finally {
    vi.useRealTimers();
  }
});

it('awards have a title, who gave them, the day and a text', async () => {
  const element = await put('gigsy-award-list', { profile: full });
  expect(said(element, '[role=heading]')).to.deep.equal(['Awards', 'Silver pendulum', 'Prize of the year']);
  expect(said(element, '.place')).to.deep.equal(['Society of Machines']);
  expect(said(element, '[part=period]')).to.deep.equal(['Oct 2, 1843']);
  expect(within(element, 'time')[0]!.getAttribute('datetime')).to.equal('1843-10-02');
  expect(said(element, '[part=summary]')).to.deep.equal(['For Note G.']);
  await expect(element).to.be.accessible();
});

it('publications have a linked name, a publisher, a date and a text', async () => {
  const element = await put('gigsy-publication-list', { profile: full });
  expect(said(element, '[role=heading]')).to.deep.equal(['Publications', 'Notes']);
  expect(said(element, '.place')).to.deep.equal(['Scientific Memoirs']);
  expect(said(element, '[part=period]')).to.deep.equal(['Sep 1843']);
  expect(said(element, '[part=summary]')).to.deep.equal(['Longer than the paper.']);
  expect(hrefs(element)).to.deep.equal(['https://example.com/notes']);
  await expect(element).to.be.accessible();
});

it('volunteering has a position, a linked organisation, a period and points', async () => {
  const element = await put('gigsy-volunteering-list', { profile: full });
  expect(said(element, '[role=heading]')).to.deep.equal(['Volunteering', 'Reader']);
  expect(said(element, '.place')).to.deep.equal(['Library of the parish']);
  expect(said(element, '[part=period]')).to.deep.equal(['1840 – Jun 1842']);
  expect(said(element, '[part=points] li')).to.deep.equal(['Forty evenings']);
  expect(hrefs(element)).to.deep.equal(['https://example.com/library']);
  await expect(element).to.be.accessible();
});

describe('an organisation', () => {
  it('has its name, industry, size and text, and ways to ask about openings', async () => {
    const element = await put('gigsy-organisation-section', { profile: full, headingLevel: 2 });
    expect(said(element, '[role=heading]')).to.deep.equal(['Organisation', 'Babbage & Co.']);
    expect(said(element, '[part=facts]')).to.deep.equal(['Engines · 51–200 people']);
    expect(within(element, '[part=text]')[0]!.innerText).to.equal('We build.\nSlowly.');
    expect(said(element, '[part=openings] li')).to.deep.equal(['Openings', 'work+ada@example.com']);
    expect(hrefs(element)).to.deep.equal([
      'https://example.com/babbage',
      'https://example.com/openings',
      'mailto:work%2Bada@example.com',
    ]);
    await expect(element).to.be.accessible();
  });

  it('writes its size in the reader’s language, and leaves out other sizes', async () => {
    const sized = (size: string, lang = 'en') =>
      put('gigsy-organisation-section', { profile: { ...full, organisation: { size: size as never } } }, { lang });
    expect(said(await sized('1001+'), '[part=facts]')).to.deep.equal(['1,001+ people']);
    const german = await sized('1001+', 'de');
    await waitUntil(() => said(german, '[part=facts]')[0] === '1.001+ Beschäftigte');
    expect(said(await sized('many'), '[part=nothing]')).to.have.length(1);
  });

  it('writes to the address alone, whatever it holds', async () => {
    const openings = async (openingsEmail: string) =>
      hrefs(await put('gigsy-organisation-section', { profile: { ...full, organisation: { openingsEmail } } }));
    expect(await openings('a?bcc=x@example.com')).to.deep.equal(['mailto:a%3Fbcc%3Dx@example.com']);
    expect(await openings('a@example.com?subject=x&body=y')).to.deep.equal([
      'mailto:a@example.com%3Fsubject%3Dx%26body%3Dy',
    ]);
    for (const wrong of ['nobody', 'a@b@c', 'a b@c', 'a@b,\u2028c', '@', ' '])
      expect(await openings(wrong)).to.deep.equal([]);
  });

  it('without a name shows its address', async () => {
    const element = await put('gigsy-organisation-section', {
      profile: { ...full, organisation: { website: 'https://example.com/b' } },
    });
    expect(said(element, '[part=title]')).to.deep.equal(['https://example.com/b']);
  });
});

describe('mentoring', () => {
  it('has subjects, ways to meet, how many at a time, and a text', async () => {
    const element = await put('gigsy-mentoring-section', { profile: full });
    expect(said(element, '[role=heading]')).to.deep.equal(['Mentoring']);
    expect(said(element, '[part=topic]')).to.deep.equal(['Algorithms', 'Flight']);
    expect(said(element, '[part=facts]')).to.deep.equal(['Call · In person · Up to 2 mentees at a time']);
    expect(said(element, '[part=text]')).to.deep.equal(['Bring notes.']);
    await expect(element).to.be.accessible();
  });

  it('counts in the reader’s language, and leaves out what it does not know', async () => {
    const facts = async (mentoring: object, lang: string) =>
      put('gigsy-mentoring-section', { profile: { ...full, mentoring } }, { lang });
    expect(said(await facts({ capacity: 1 }, 'en'), '[part=facts]')).to.deep.equal(['Up to 1 mentee at a time']);
    const spanish = await facts({ capacity: 1, formats: ['chat', 'letter', 'constructor'] }, 'es');
    await waitUntil(() => said(spanish, '[part=facts]')[0] === 'Chat · Hasta 1 persona a la vez');
    for (const capacity of [0, -1, Number.NaN, '2'])
      expect(said(await facts({ capacity }, 'en'), '[part=nothing]')).to.have.length(1);
  });
});

for (const tag of ['gigsy-certificate-list', 'gigsy-organisation-section', 'gigsy-mentoring-section'] as const) {
  it(`${tag} reads from right to left in Arabic, in its words`, async () => {
    const element = await put(tag, { profile: full }, { lang: 'ar', width: 320 });
    await waitUntil(() => /[\u0600-\u06ff]/.test(said(element, '[part=heading]')[0]!));
    expect(said(element, 'article')[0]).to.not.match(/Certificates|Valid|Expired|people|Openings|mentees|Call/);
    await expect(element).to.be.accessible();
  });
}
