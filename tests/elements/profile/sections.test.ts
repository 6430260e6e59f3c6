/** The header and the older sections of a profile's page: their words and dates. */
import { expect, waitUntil } from '@open-wc/testing';
import type { ProfileView } from '@gigsy/sdk/reader';
import '@gigsy/elements/profile-header/define';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/experience-list/define';
import '@gigsy/elements/project-list/define';
import '@gigsy/elements/education-list/define';
import '@gigsy/elements/language-list/define';
import { put, said, within } from './element.ts';
import { ada } from './people.ts';

const full: ProfileView = {
  ...ada,
  workExperience: [
    {
      id: 'a',
      organisation: 'Babbage & Co.',
      position: 'Analyst',
      location: 'London',
      url: 'https://example.com/b',
      startDate: '1842-10',
      summary: 'First line.\nSecond line.',
      highlights: ['Note G'],
    },
    { id: 'b', organisation: 'Memoirs', position: 'Translator', startDate: '1842', endDate: '1843-09-30' },
    { id: 'c', organisation: 'St James’s Square', endDate: '1842' },
  ],
  education: [
    {
      id: 'e',
      institution: 'University of London',
      studyType: 'Private study',
      area: 'Mathematics',
      score: '1.0',
      gpa: { value: 3.7, scale: 4 },
      courses: ['Logic'],
    },
  ],
  projects: [
    {
      id: 'p',
      name: 'Notes on the Engine',
      organisation: 'Scientific Memoirs',
      url: 'https://example.com/notes',
      roles: ['Author', 'Translator'],
      keywords: ['Algorithms'],
      description: 'A paper translated.',
      highlights: ['Note G'],
      startDate: '1842',
      endDate: '1843-09',
    },
  ],
  languages: [
    { id: 'l', name: 'French', fluency: 'Professional' },
    { id: 'm', name: 'Italian' },
    { id: 'n', name: 'English', fluency: 'NATIVE', level: 'native' },
    { id: 'o', name: 'Latin', fluency: 'Reads it', level: 'B1' },
    { id: 'p', name: 'Greek', level: 'C9' as never },
  ],
};

describe('the header', () => {
  it('introduces the person, with a heading of level 2 and links', async () => {
    const element = await put('gigsy-profile-header', { profile: full });
    expect(said(element, '[role=heading]')).to.deep.equal(['Ada Lovelace']);
    expect(within(element, '[role=heading]')[0]!.getAttribute('aria-level')).to.equal('2');
    expect(said(element, '[part=meta]')).to.deep.equal(['Available London, United Kingdom · Remote']);
    expect((within(element, '[part=links] a')[0] as HTMLAnchorElement).href).to.equal('https://example.com/');
    await expect(element).to.be.accessible();
  });

  it('says how much somebody works, for how much, and in which time zone', async () => {
    const availability = {
      status: 'limited',
      hoursPerWeek: 12,
      timeZone: 'Europe/Stockholm',
      rate: { amount: 640, currency: 'EUR', per: 'hour' },
    } as const;
    const terms = async (change: object, lang = 'en') => {
      const profile = { ...full, availability: { ...availability, ...change } };
      return put('gigsy-profile-header', { profile: profile as never }, { lang });
    };
    expect(said(await terms({}), '[part=terms]')).to.deep.equal([
      '12 hours per week · €640 / hour · Central European Time',
    ]);
    const project = await terms({ rate: { amount: 0.5, currency: 'JPY', per: 'project' }, timeZone: undefined });
    expect(said(project, '[part=terms]')[0]).to.match(/^12 hours per week · ¥[01] \/ project$/);
    const german = await terms({}, 'de');
    await waitUntil(
      () => said(german, '[part=terms]')[0] === '12 Stunden pro Woche · 640 € / Stunde · Mitteleuropäische Zeit',
    );
    expect(said(await terms({ status: 'closed' }), '[part=terms]')).to.deep.equal([]);
    const wrong = { hoursPerWeek: -1, timeZone: 'Moon/Sea', rate: { amount: '9', currency: '€', per: 'century' } };
    expect(said(await terms(wrong), '[part=terms]')).to.deep.equal([]);
    expect(
      said(await terms({ ...wrong, rate: { ...availability.rate, per: 'century' } }), '[part=terms]'),
    ).to.deep.equal([]);
  });
});

describe('about', () => {
  it('keeps line breaks, and is text', async () => {
    const element = await put('gigsy-about-section', { profile: { ...full, about: { text: 'One.\n\n<b>Two.</b>' } } });
    expect(within(element, '[part=text]')[0]!.innerText).to.equal('One.\n\n<b>Two.</b>');
    expect(said(element, '[part=heading]')).to.deep.equal(['About']);
  });
});

describe('experience', () => {
  it('has entries with headings one level down, places and links', async () => {
    const element = await put('gigsy-experience-list', { profile: full, headingLevel: 2 });
    expect(said(element, '[role=heading]')).to.deep.equal(['Experience', 'Analyst', 'Translator', 'St James’s Square']);
    expect(within(element, '[role=heading]').map((heading) => heading.getAttribute('aria-level'))).to.deep.equal([
      '2',
      '3',
      '3',
      '3',
    ]);
    expect((within(element, 'a')[0] as HTMLAnchorElement).href).to.equal('https://example.com/b');
    expect(said(element, '[part=points] li')).to.deep.equal(['Note G']);
    await expect(element).to.be.accessible();
  });

  it('has dates no finer than they were given', async () => {
    const element = await put('gigsy-experience-list', { profile: full });
    expect(said(element, '[part=period]')).to.deep.equal(['Oct 1842 – present', '1842 – Sep 30, 1843', '1842']);
    expect(within(element, 'time').map((time) => time.getAttribute('datetime'))).to.deep.equal([
      '1842-10',
      '1842',
      '1843-09-30',
      '1842',
    ]);
  });

  it('distinguishes ongoing, open and unknown ends', async () => {
    const ends = [
      { endStatus: 'ongoing' },
      { endStatus: 'open' },
      { endStatus: 'unknown' },
      { endDate: '1843', endStatus: 'unknown' },
      { endDate: '1843-06-31' },
      { endDate: 'autumn' },
      { endStatus: 'other' },
      {},
    ];
    const workExperience = ends.map((end, index) => ({
      id: `${index}`,
      position: 'P',
      institution: 'S',
      startDate: '1842',
      ...end,
    })) as never;
    const element = await put('gigsy-experience-list', { profile: { ...full, workExperience } });
    expect(said(element, '[part=period]').map((period) => period.trim())).to.deep.equal([
      '1842 – present',
      '1842 –',
      '1842 – end unknown',
      '1842 – 1843',
      '1842 – end unknown',
      '1842 – end unknown',
      '1842 – present',
      '1842 – present',
    ]);
    const german = await put(
      'gigsy-education-list',
      { profile: { ...full, education: workExperience } },
      { lang: 'de' },
    );
    await waitUntil(() => said(german, '[part=period]')[2] === '1842 – Ende unbekannt');
  });

  it('says that a period goes on even if its beginning is unknown, and leaves an unknown end out', async () => {
    const workExperience = ['ongoing', 'open', 'unknown'].map((endStatus) => ({
      id: endStatus,
      position: endStatus,
      endStatus,
    })) as never;
    const element = await put('gigsy-experience-list', { profile: { ...full, workExperience } });
    expect(said(element, '[part=period]')).to.deep.equal(['present']);
  });

  it('has dates in the reader’s language', async () => {
    const element = await put('gigsy-experience-list', { profile: full }, { lang: 'de' });
    await waitUntil(() => said(element, '[part=period]')[0] === 'Okt. 1842 – heute');
    const arabic = await put('gigsy-experience-list', { profile: full }, { lang: 'ar-SA' });
    await waitUntil(() => said(arabic, '[part=heading]')[0] === 'الخبرة');
    expect(said(arabic, '[part=period]')[2]).to.match(/1842|١٨٤٢/);
    await expect(arabic).to.be.accessible();
  });

  it('leaves out values that are not dates', async () => {
    const dates = ['yesterday', '2020-13', '', '20200', 7, {}, null, '2020-02-31x', 'NaN', '2021-06-31'];
    const element = await put('gigsy-experience-list', {
      profile: {
        ...full,
        workExperience: dates.map((startDate, index) => ({ id: `${index}`, position: 'P', startDate })) as never,
      },
    });
    expect(within(element, '[part=entry]')).to.have.length(dates.length);
    expect(within(element, '[part=period]')).to.have.length(0);
  });
});

it('projects have a linked name, organisation, role and keywords', async () => {
  const element = await put('gigsy-project-list', { profile: full });
  expect(said(element, '[role=heading]')).to.deep.equal(['Projects', 'Notes on the Engine']);
  const links = within(element, 'a') as HTMLAnchorElement[];
  expect(links.map(({ href, textContent }) => [href, textContent])).to.deep.equal([
    ['https://example.com/notes', 'Notes on the Engine'],
  ]);
  expect(said(element, '.place span')).to.deep.equal(['Scientific Memoirs', 'Author', 'Translator', 'Algorithms']);
  expect(said(element, '[part=period]')).to.deep.equal(['1842 – Sep 1843']);
  expect(said(element, '[part=summary]')).to.deep.equal(['A paper translated.']);
  await expect(element).to.be.accessible();
});

it('education joins degree and subject, and lists courses', async () => {
  const element = await put('gigsy-education-list', { profile: full });
  expect(said(element, '[role=heading]')).to.deep.equal(['Education', 'Private study, Mathematics']);
  expect(said(element, '.place span')).to.deep.equal(['University of London', '1.0', 'Grade 3.7 of 4']);
  expect(said(element, '[part=points] li')).to.deep.equal(['Logic']);
  await expect(element).to.be.accessible();
});

it('languages are listed with how well they are spoken', async () => {
  const element = await put('gigsy-language-list', { profile: full });
  expect(said(element, '[part=language]')).to.deep.equal([
    'FrenchProfessional',
    'Italian',
    'EnglishNative',
    'LatinB1 · Reads it',
    'Greek',
  ]);
  await expect(element).to.be.accessible();
});
