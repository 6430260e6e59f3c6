/** Words that mean a country, a date or a level. A word with two possible meanings is not read. */
import { createRequire } from 'node:module';
import { countryCodes, countryOf, countryOfCode, objectSections } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import { importedFields } from './imported.ts';

const require = createRequire(import.meta.url);

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
    const { sections, notes } = importedFields({ basics: { location: { countryCode: given } } });
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
  ])('%j is not read: the country stays empty, with the word in a note', (given) => {
    const { sections, notes } = importedFields({ basics: { location: { city: 'Graz', countryCode: given } } });
    expect(sections.identity.location).toEqual({ city: 'Graz' });
    expect(notes.get('basics.location.countryCode')).toContain(`"${given}"`);
  });

  test('are also read from the field name that some documents use', () => {
    expect(importedFields({ basics: { location: { country: 'Kenya' } } }).sections.identity.location).toEqual({
      countryCode: 'KE',
    });
  });

  test.each(['en', 'de', 'fr', 'es', 'it', 'pl', 'ru', 'sv', 'tr', 'uk', 'cs'])(
    'have no name in %s that is read as another country, and most names are known',
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
    const { sections, notes } = importedFields({ work: [{ name: 'X', ...given }] });
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
    '%j has two readings, so only the year is read, with a note',
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
  ])('the end %j cannot be read and is unknown, with a note', (given) => {
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
  ])('the end %j means ongoing', (given) => {
    expect(periodOf({ startDate: '2012', endDate: given })).toEqual({
      period: { startDate: '2012', endStatus: 'ongoing' },
      notes: [],
    });
  });

  test.each([undefined, null, ''])('the end %j means open', (given) => {
    expect(periodOf({ startDate: '2012', endDate: given })).toEqual({
      period: { startDate: '2012', endStatus: 'open' },
      notes: [],
    });
  });

  test('an end before its start is unknown, and a start cannot be now', () => {
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
    const { sections, notes } = importedFields({
      skills: levels.map((level, index) => ({ name: `S${index}`, level })),
    });
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
  ])('%j is not read, with a note', (given) => {
    expect(levelsOf(given)).toEqual({ levels: [undefined], notes: ['skills.0.level'] });
  });

  test('all numbers of a document count on one scale', () => {
    expect(levelsOf('9', '10', '4')).toEqual({
      levels: [5, 5, 2],
      notes: ['skills.0.level', 'skills.1.level', 'skills.2.level'],
    });
    expect(levelsOf(80, 5, 'expert')).toEqual({ levels: [4, 1, 5], notes: ['skills.0.level', 'skills.1.level'] });
    expect(levelsOf(1, 5, 3)).toEqual({ levels: [1, 5, 3], notes: [] });
    expect(levelsOf(101, 4)).toEqual({ levels: [undefined, undefined], notes: ['skills.0.level', 'skills.1.level'] });
  });
});
