/** The header and the sections of a profile's page: their words, their states, dates, and hostile content. */
import { expect, waitUntil } from '@open-wc/testing';
import type { ProfileView } from '@gigsy/sdk/reader';
import '@gigsy/elements/profile-header/define';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/experience-list/define';
import '@gigsy/elements/project-list/define';
import '@gigsy/elements/education-list/define';
import '@gigsy/elements/language-list/define';
import { put, said, within } from './element.ts';
import { ada, answering, failing, never } from './people.ts';

const sections = [
  'gigsy-about-section',
  'gigsy-experience-list',
  'gigsy-education-list',
  'gigsy-language-list',
] as const;
const all = ['gigsy-profile-header', ...sections] as const;

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
  expect(said(element, '.place span')).to.deep.equal(['University of London', '1.0']);
  expect(said(element, '[part=points] li')).to.deep.equal(['Logic']);
  await expect(element).to.be.accessible();
});

it('languages are listed with how well they are spoken', async () => {
  const element = await put('gigsy-language-list', { profile: full });
  expect(said(element, '[part=language]')).to.deep.equal(['French Professional'.replace(' ', ''), 'Italian']);
  await expect(element).to.be.accessible();
});

for (const tag of sections) {
  it(`${tag} says the same of an empty section and of a hidden one`, async () => {
    const hidden = await put(tag, { profile: { handle: 'zoe', role: 'student' } });
    const empty = await put(tag, {
      profile: { handle: 'zoe', role: 'student', about: {}, workExperience: [], education: [], languages: [] },
    });
    expect(said(hidden, 'article')).to.deep.equal(said(empty, 'article'));
    expect(said(hidden, '[part=nothing]')).to.deep.equal(['There is nothing to show here.']);
    await expect(hidden).to.be.accessible();
  });
}

for (const tag of all) {
  describe(tag, () => {
    it('has the states of the card, each accessible', async () => {
      for (const [source, state] of [
        [never, 'loading'],
        [failing('internal'), 'error'],
        [failing('offline'), 'offline'],
        [answering(null), 'unavailable'],
        [answering(full), 'ready'],
      ] as const) {
        const element = await put(tag, { handle: 'ada', source });
        expect(element.state).to.equal(state);
        await expect(element).to.be.accessible();
      }
    });

    it('shows hostile content as text, links to the web alone, and never throws', async () => {
      const attack = '<img src=x onerror="window.harmed=1">\u202e';
      const entry = {
        id: 'x',
        organisation: attack,
        institution: attack,
        position: attack,
        area: attack,
        name: attack,
        fluency: attack,
        label: attack,
        url: 'javascript:alert(1)',
        summary: attack,
        highlights: [attack, null],
        courses: 'no',
        startDate: attack,
      };
      const hostile = {
        handle: 'm',
        identity: { displayName: attack, headline: attack },
        about: { text: attack },
        workExperience: [entry, null, 7],
        education: [entry, 'x'],
        languages: [entry, {}],
        links: [entry],
      };
      const element = await put(tag, { profile: hostile as never });
      expect(within(element, 'img, script, a, [style]')).to.have.length(0);
      for (const junk of [
        {},
        [],
        7,
        { about: 7, workExperience: 'x', education: {}, languages: null, links: 3, identity: [] },
      ]) {
        expect(['ready', 'unavailable']).to.include((await put(tag, { profile: junk as never })).state);
      }
    });

    for (const width of [280, 320, 900]) {
      it(`never scrolls sideways at ${width} px`, async () => {
        const long = 'W'.repeat(300);
        const entry = {
          id: 'x',
          organisation: long,
          institution: long,
          position: long,
          studyType: long,
          name: long,
          fluency: long,
          startDate: '2020-09-30',
          summary: long,
          label: long,
          url: `https://example.com/${long}`,
        };
        const element = await put(
          tag,
          {
            profile: {
              handle: 'x',
              role: 'student',
              identity: { displayName: long, headline: long },
              about: { text: long },
              workExperience: [entry],
              education: [entry],
              languages: [entry],
              links: [entry],
            },
          },
          { width },
        );
        const article = within(element, 'article')[0]!;
        expect(article.scrollWidth).to.be.at.most(article.clientWidth);
      });
    }
  });
}
