/** Words of documents that mean one of our values: countries, dates, levels, addresses. What could mean two is none. */
import { createRequire } from 'node:module';
import { countryCodes, countryOf, countryOfCode, fromJsonResume, objectSections } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import tlds from 'tlds';
import { topLevelDomains } from '../../packages/schema/src/profile/resume/top-level-domains.ts';

const require = createRequire(import.meta.url);

/** Sections and notes (by path) of a document with a name. */
function imported({ basics, ...others }: Record<string, unknown>) {
  const result = fromJsonResume({ basics: { name: 'Nela Marsh', ...(basics as object) }, ...others });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { sections: result.sections, notes: new Map(result.notes.map(({ path, message }) => [path, message])) };
}

describe('countries', () => {
  const listed = (require('i18n-iso-countries/codes.json') as [string, string, string, string][]).filter(
    ([code]) => code !== 'XK',
  );

  test('are those of ISO 3166-1', () => {
    expect(countryCodes()).toEqual(listed.map(([code]) => code).sort());
    for (const [alpha2, alpha3, numeric] of listed)
      expect([alpha2, alpha3, numeric].map(countryOfCode)).toEqual([alpha2, alpha2, alpha2]);
  });

  test.each([
    ['Austria', 'AT'],
    ['AUT', 'AT'],
    ['at', 'AT'],
    ['aut', 'AT'],
    ['Österreich', 'AT'],
    ['040', 'AT'],
    ['40', 'AT'],
    [40, 'AT'],
    ['Deutschland', 'DE'],
    ['Bundesrepublik Deutschland', 'DE'],
    ['United Kingdom', 'GB'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['England', 'GB'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['Holland', 'NL'],
    ['the Netherlands', 'NL'],
    ['Pays-Bas', 'NL'],
    ['日本', 'JP'],
    ['Россия', 'RU'],
    ['مصر', 'EG'],
    ['भारत', 'IN'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ["Cote d'Ivoire", 'CI'],
    ['Czech Republic', 'CZ'],
    ['Republic of Korea', 'KR'],
    ['  AUSTRIA ', 'AT'],
    ['Saint Lucia', 'LC'],
    ['Trinidad and Tobago', 'TT'],
    ['Australia', 'AU'],
  ])('%j is %s', (given, code) => {
    const { sections, notes } = imported({ basics: { location: { countryCode: given } } });
    expect(sections.identity.location).toEqual({ countryCode: code });
    expect(notes.size).toBe(0);
  });

  test.each([
    'ZZ',
    'XX',
    'EU',
    'XK',
    'XYZ',
    'Korea',
    'Congo',
    'Kongo',
    'Конго',
    'America',
    'Middle Earth',
    'Vienna, Austria',
    'Not Austria',
    '999',
    '-',
    'Aus',
    'Mỹ and more',
  ])('%j is none: it stays empty, with the word in a note', (given) => {
    const { sections, notes } = imported({ basics: { location: { city: 'Graz', countryCode: given } } });
    expect(sections.identity.location).toEqual({ city: 'Graz' });
    expect(notes.get('basics.location.countryCode')).toContain(`"${given}"`);
  });

  test('are also read under the name that some documents use', () => {
    expect(imported({ basics: { location: { country: 'Kenya' } } }).sections.identity.location).toEqual({
      countryCode: 'KE',
    });
  });

  test.each(['en', 'de', 'fr', 'es', 'it', 'pl', 'ru', 'sv', 'tr', 'uk', 'cs'])(
    'have no name in %s that is read as another country’s, and most are known',
    (language) => {
      const { countries } = require(`i18n-iso-countries/langs/${language}.json`) as {
        countries: Record<string, string | string[]>;
      };
      const names = Object.entries(countries)
        .filter(([code]) => code !== 'XK')
        .flatMap(([code, given]) => [given].flat().map((name) => ({ code, name })));
      const read = names.map(({ code, name }) => ({ code, name, found: countryOf(name) }));
      expect(read.filter(({ code, found }) => found !== undefined && found !== code)).toEqual([]);
      expect(read.filter(({ found }) => found !== undefined).length / read.length).toBeGreaterThan(0.85);
    },
  );

  test.each(['ZZ', 'EU', 'XK', 'at', 'AUT', 'A', ''])('the contract refuses the code %j once', (countryCode) => {
    const messages = objectSections.identity
      .safeParse({ displayName: 'N', location: { countryCode } })
      .error!.issues.map(({ message }) => message);
    expect(messages).toEqual(['must be the two-letter code of a country that exists, such as AT']);
  });
});

describe('dates', () => {
  const periodOf = (given: object) => {
    const { sections, notes } = imported({ work: [{ name: 'X', ...given }] });
    const { organisation: _organisation, ...period } = sections.workExperience![0]!;
    return { period, notes: [...notes.keys()] };
  };

  test.each([
    ['07/2015', '2015-07'],
    ['7.2015', '2015-07'],
    ['2015-7', '2015-07'],
    ['2015/7/3', '2015-07-03'],
    ['2015.07', '2015-07'],
    ['20150703', '2015-07-03'],
    [20150703, '2015-07-03'],
    ['2015–07', '2015-07'],
    ['July 2015', '2015-07'],
    ['Jul. 2015', '2015-07'],
    ['3 July 2015', '2015-07-03'],
    ['July 3rd, 2015', '2015-07-03'],
    ['3. Juli 2015', '2015-07-03'],
    ['juillet 2015', '2015-07'],
    ['3 de julio de 2015', '2015-07-03'],
    ['März 2015', '2015-03'],
    ['Sept 2015', '2015-09'],
    ['2015-Jul-03', '2015-07-03'],
    ['2015年7月', '2015-07'],
    ['2015年7月3日', '2015-07-03'],
    ['２０１５/７', '2015-07'],
    ['2015-07-03T23:30:00-08:00', '2015-07-03'],
    ['2015-07-03 23:30', '2015-07-03'],
    ['2015-07-03T00:00:00.000Z', '2015-07-03'],
    ['15/07/2015', '2015-07-15'],
    ['07/15/2015', '2015-07-15'],
    ['07/07/2015', '2015-07-07'],
  ])('%j is read as %s', (given, endDate) => {
    expect(periodOf({ endDate: given })).toEqual({ period: { endDate }, notes: [] });
  });

  test.each(['03/04/2015', '3.4.2015', '11-12-2015'])(
    '%j could be two days: the year alone is read, with a note',
    (given) => {
      expect(periodOf({ endDate: given })).toEqual({ period: { endDate: '2015' }, notes: ['work.0.endDate'] });
    },
  );

  test.each([
    '2021-06-31',
    '2015-13',
    'autumn 2018',
    'before 2018',
    '2018/2019',
    '20211',
    '0000',
    '0',
    0,
    '201507',
    'Jul 15',
    '31 June 2015',
    '13/13/2015',
    'n/a',
    '?',
    'unknown',
    'not present',
    'present since 2011',
    'listopad 2015',
    '1435881600',
  ])('the end %j can not be read: it is unknown, with a note', (given) => {
    expect(periodOf({ startDate: '2012', endDate: given })).toEqual({
      period: { startDate: '2012', endStatus: 'unknown' },
      notes: ['work.0.endDate'],
    });
  });

  test.each([
    'Present',
    'present.',
    'CURRENT',
    'now',
    'Today',
    'ongoing',
    'to date',
    'heute',
    'bis heute',
    'aujourd’hui',
    "Aujourd'hui",
    'en cours',
    'actualidad',
    'atual',
    'oggi',
    'heden',
    'obecnie',
    '現在',
    '至今',
    'настоящее время',
    'حتى الآن',
  ])('the end %j says that it goes on', (given) => {
    expect(periodOf({ startDate: '2012', endDate: given })).toEqual({
      period: { startDate: '2012', endStatus: 'ongoing' },
      notes: [],
    });
  });

  test.each([undefined, null, ''])('the end %j leaves it open', (given) => {
    expect(periodOf({ startDate: '2012', endDate: given })).toEqual({
      period: { startDate: '2012', endStatus: 'open' },
      notes: [],
    });
  });

  test('an end before its start is unknown; a start can not be now', () => {
    expect(periodOf({ startDate: '2015-06', endDate: '2014' })).toEqual({
      period: { startDate: '2015-06', endStatus: 'unknown' },
      notes: ['work.0.endDate'],
    });
    expect(periodOf({ startDate: '2015-06', endDate: '2015' })).toEqual({
      period: { startDate: '2015-06', endDate: '2015' },
      notes: [],
    });
    expect(periodOf({ startDate: 'Present' })).toEqual({ period: {}, notes: ['work.0.startDate'] });
    expect(periodOf({ startDate: '2031', endDate: '2035-01' })).toEqual({
      period: { startDate: '2031', endDate: '2035-01' },
      notes: [],
    });
  });
});

describe('levels', () => {
  const levelsOf = (...levels: unknown[]) => {
    const { sections, notes } = imported({ skills: levels.map((level, index) => ({ name: `S${index}`, level })) });
    return { levels: sections.skills!.map(({ level }) => level), notes: [...notes.keys()] };
  };

  test.each([
    ['Expert', 5],
    ['master', 5],
    ['Native speaker', 5],
    ['Muttersprache', 5],
    ['advanced beginner', 2],
    ['Beginner', 1],
    ['Intermediate', 3],
    ['Competent', 3],
    ['Proficient', 4],
    ['Expert level', 5],
    ['fließend', 4],
    ['Débutant', 1],
    ['Avanzado', 4],
    ['A1', 1],
    ['B2', 3],
    ['C1', 4],
    ['c2', 5],
    ['Limited working proficiency', 2],
    ['Native or bilingual proficiency', 5],
    ['9/10', 5],
    ['4/10', 2],
    ['1/10', 1],
    ['4 of 5', 4],
    ['3 out of 4', 4],
    ['80%', 4],
    ['33 percent', 2],
    ['4,5/5', 5],
    ['★★★☆☆', 3],
    ['4', 4],
    [4, 4],
  ])('%j is %i', (given, level) => expect(levelsOf(given)).toEqual({ levels: [level], notes: [] }));

  test.each([
    'Not an expert',
    'no expert',
    'non-expert',
    'semi-advanced',
    'almost fluent',
    'beginner to intermediate',
    'expert?',
    'expertise',
    'unskilled',
    '0',
    0,
    '-3',
    '7/5',
    '0/10',
    '07/2015',
    '1/12',
    '3 years',
    '★★★',
    '1e400',
    'very',
    500,
  ])('%j is none, with a note', (given) => {
    expect(levelsOf(given)).toEqual({ levels: [undefined], notes: ['skills.0.level'] });
  });

  test('numbers count on one scale in all of a document', () => {
    expect(levelsOf('9', '10', '4')).toEqual({
      levels: [5, 5, 2],
      notes: ['skills.0.level', 'skills.1.level', 'skills.2.level'],
    });
    expect(levelsOf(80, 5, 'expert')).toEqual({ levels: [4, 1, 5], notes: ['skills.0.level', 'skills.1.level'] });
    expect(levelsOf(1, 5, 3)).toEqual({ levels: [1, 5, 3], notes: [] });
    expect(levelsOf(101, 4)).toEqual({ levels: [undefined, undefined], notes: ['skills.0.level', 'skills.1.level'] });
  });
});

describe('web addresses', () => {
  test('of every top-level domain there is', () => {
    expect(topLevelDomains()).toEqual(tlds);
  });

  test.each([
    ['marsh.example', 'https://marsh.example'],
    ['marsh.example/me', 'https://marsh.example/me'],
    ['www.marsh.dev', 'https://www.marsh.dev'],
    ['//marsh.example/y', 'https://marsh.example/y'],
    ['marsh.example:8443/x', 'https://marsh.example:8443/x'],
    ['bücher.example', 'https://bücher.example'],
    ['почта.рф', 'https://почта.рф'],
    ['marsh.pl', 'https://marsh.pl'],
    ['www.marsh.md', 'https://www.marsh.md'],
    ['http://marsh.example', 'http://marsh.example'],
    ['HTTPS://marsh.example', 'HTTPS://marsh.example'],
    ['https://cv.pdf', 'https://cv.pdf'],
    ['MARSH.COM', 'https://MARSH.COM'],
  ])('%j is one', (url, website) => {
    expect(imported({ basics: { url } })).toMatchObject({ sections: { contact: { website } }, notes: new Map() });
  });

  test.each([
    'cv.pdf',
    'index.html',
    'me.zip.png',
    'photo.jpeg',
    'README.md',
    'archive.tar.gz',
    'run.sh',
    'main.rs',
    'film.mov',
    'docs/cv.html',
    './cv',
    'C:\\cv.pdf',
    '192.168.0.1',
    '10.0.0.1/cv',
    'user:pw@host.example',
    'a@b.example',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'https:cv.pdf',
    'https://u:p@a.example',
    'localhost',
    'a..example',
    '-a.example',
    'my site',
    'host.nosuchdomain',
  ])('%j is none, with a note that does not repeat it', (url) => {
    const { sections, notes } = imported({ basics: { url, image: url }, work: [{ name: 'X', url }] });
    expect([sections.contact, sections.identity.avatarUrl, sections.workExperience![0]!.url]).toEqual([
      {},
      undefined,
      undefined,
    ]);
    expect([...notes.keys()].sort()).toEqual(['basics.image', 'basics.url', 'work.0.url']);
    expect(notes.get('basics.url')).not.toContain(url);
  });

  test.each([
    ['GitHub', 'nela-marsh', 'https://github.com/nela-marsh'],
    ['github.com', '@nela', 'https://github.com/nela'],
    ['LinkedIn', 'nela', 'https://www.linkedin.com/in/nela'],
    ['Mastodon', '@nela@social.example', 'https://social.example/@nela'],
    ['X', '@nela', 'https://x.com/nela'],
    ['YouTube', 'nela', 'https://www.youtube.com/@nela'],
  ])('of %s follow from the user name %s', (network, username, url) => {
    expect(imported({ basics: { profiles: [{ network, username }] } }).sections.links).toEqual([
      { label: network, url, username },
    ]);
  });

  test.each([
    { network: 'Guild hall', username: 'nela' },
    { network: 'GitHub' },
    { username: 'nela' },
    { network: 'GitHub', username: '../../x' },
    { network: 'constructor', username: 'x' },
    { network: 'Mastodon', username: 'nela' },
    { network: 'GitHub', username: 'nela', url: 'javascript:alert(1)' },
  ])('that %j does not give are missing, and the list is not there rather than empty', (profile) => {
    const { sections, notes } = imported({ basics: { profiles: [profile] } });
    expect(sections).not.toHaveProperty('links', []);
    expect(sections.links).toBeUndefined();
    expect(notes.get('basics.profiles.0')).toMatch(/has no address that can be shown/);
  });
});

describe('e-mail addresses', () => {
  test.each([
    ['jörg@ahlers-büro.example', 'jörg@ahlers-büro.example'],
    ['mailto:a@b.example', 'a@b.example'],
    ['<a@b.example>', 'a@b.example'],
  ])('%j is one', (email, kept) => {
    expect(imported({ basics: { email } })).toMatchObject({ sections: { contact: { email: kept } }, notes: new Map() });
  });

  test.each([
    ['Jörg <j@x.example>', 'j@x.example'],
    ['mailto:a@b.example?subject=Hi', 'a@b.example'],
  ])('%j holds one, and a note says that the rest is left out', (email, kept) => {
    const { sections, notes } = imported({ basics: { email } });
    expect(sections.contact).toEqual({ email: kept });
    expect([...notes.keys()]).toEqual(['basics.email']);
  });

  test.each([
    'nobody',
    '"a b"@c.example',
    `${'x'.repeat(300)}@c.example`,
    'a@b.example, c@d.example',
    'a at b dot example',
  ])('%j is left out with a note, and the document is taken', (email) => {
    const { sections, notes } = imported({ basics: { email }, skills: [{ name: 'Plumbing' }] });
    expect(sections).toMatchObject({ contact: {}, skills: [{ name: 'Plumbing' }] });
    expect(notes.get('basics.email')).toMatch(/left out/);
  });
});
