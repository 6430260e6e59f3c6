/** JSON Resume documents that profiles are written to: what stands where, and that nothing is lost on the way back. */
import { type Sections, emptySections, fromJsonResume, sectionsSchema, toJsonResume } from '@gigsy/schema';
import { sandbox } from '@gigsy/schema/sandbox';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySections } from './any-sections.ts';
import { faultsOf, readBack } from './resume-both-ways.ts';

const written = (sections: Sections) => toJsonResume({ handle: 'ada', role: 'student', sections });

test('made-up profiles come back equal, without a note, and each document is valid by the standard', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  process.stdout.write(`JSON Resume both ways: seed ${seed}\n`);
  fc.assert(
    fc.property(anySections(), (sections) => {
      const document = written(sections);
      expect(faultsOf(document)).toBeNull();
      expect(readBack(document)).toEqual({ sections, notes: [] });
    }),
    { numRuns: 300, seed },
  );
}, 120_000);

const full = sandbox.get('sandbox-full')!.profile!;
const { handle: _handle, role: _role, ...fullSections } = full;
const person = sectionsSchema.parse({ ...fullSections });

describe('a document', () => {
  const document = written(person) as Record<string, Record<string, unknown>[]> & {
    basics: Record<string, unknown>;
    'x-gigsy': Record<string, Record<string, unknown>>;
  };

  test('has the standard fields in their places', () => {
    expect(document.basics).toMatchObject({
      name: 'Marguerite Okonkwo-Lindqvist',
      label: 'Keeper of tide clocks and other slow machines',
      email: 'marguerite@example.org',
      url: 'https://example.org/marguerite',
      location: { city: 'Gothenburg', region: 'Västra Götaland', countryCode: 'SE' },
      profiles: [{ network: 'Website', url: 'https://example.org/marguerite', username: 'marguerite' }, {}],
    });
    expect(document.work![0]).toMatchObject({ name: 'Harbour Museum', startDate: '2014-03' });
    expect(document.volunteer![0]).toMatchObject({ organization: 'Lifeboat station at Vinga', startDate: '2017-11' });
    expect(document.education![0]).toMatchObject({ score: 'With honours', endDate: '2009-06-12' });
    expect(document.awards![0]).toMatchObject({ title: 'Silver pendulum', awarder: 'Society of Slow Machines' });
    expect(document.certificates![0]).toMatchObject({ issuer: 'Nordic Board of Conservation', date: '2012-05-04' });
    expect(document.publications![0]).toMatchObject({ publisher: 'Harbour Press', releaseDate: '2018-03' });
    expect(document.skills![0]).toMatchObject({ name: 'Horology', level: 'Expert' });
    expect(document.languages![0]).toMatchObject({ language: 'Swedish', fluency: 'Native' });
    expect(document.projects![0]).toMatchObject({ entity: 'Friends of the Harbour', roles: ['Editor'] });
  });

  test('has all else under one name, and nothing there that the standard says as exactly', () => {
    expect(document['x-gigsy']).toEqual({
      version: 2,
      handle: 'ada',
      role: 'student',
      identity: { pronouns: 'she/her' },
      availability: person.availability,
      organisation: person.organisation,
      mentoring: person.mentoring,
    });
    expect(document.skills![0]!['x-gigsy']).toEqual({
      id: 'horology',
      category: 'Workshop',
      level: undefined,
      years: 22,
    });
    expect(document.languages![0]!['x-gigsy']).toEqual({ id: 'sv', tag: 'sv', level: 'native' });
    expect(document.certificates![0]!['x-gigsy']).toEqual({ id: 'conservator', expires: '2032-05' });
    expect(document.projects![0]!['x-gigsy']).toEqual({ id: 'tables' });
  });

  test('says a level of language and a GPA in the words of the standard where nothing else is said', () => {
    const { languages, education } = written({
      ...emptySections('Ada'),
      languages: [
        { id: 'a', name: 'German', level: 'native' },
        { id: 'b', name: 'French', level: 'B2' },
      ],
      education: [{ id: 'c', institution: 'TU', gpa: { value: 3.7, scale: 4 } }],
    }) as Record<string, Record<string, unknown>[]>;
    expect(languages!.map(({ fluency }) => fluency)).toEqual(['Native speaker', 'B2']);
    expect(education![0]!.score).toBe('3.7/4');
  });

  test('has web addresses in the characters of a URI', () => {
    const { basics } = written({ ...emptySections('Ada'), contact: { website: 'https://example.org/{y}|é%' } });
    expect(basics).toMatchObject({ url: 'https://example.org/%7By%7D%7C%C3%A9%25' });
  });

  test('of a view has the sections of the view', () => {
    expect(toJsonResume({ handle: 'ada', role: 'mentor', skills: [{ id: 'a', name: 'Rust' }] })).toMatchObject({
      basics: {},
      skills: [{ name: 'Rust' }],
      'x-gigsy': { handle: 'ada', role: 'mentor' },
    });
  });

  test('bears no versions and no privacy settings', () => {
    const own = {
      handle: 'ada',
      role: 'student',
      sections: person,
      settings: { about: 'owner' },
      versions: {},
    } as const;
    expect(JSON.stringify(toJsonResume(own))).not.toMatch(/settings|versions/);
  });
});

describe('a document that somebody has edited', () => {
  const edited = (change: (document: any) => void) => {
    const document = structuredClone(written(person));
    change(document);
    const read = fromJsonResume(document);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read;
  };

  test('counts for what the standard says', () => {
    const { sections } = edited((document) => {
      document.basics.name = 'M. Okonkwo';
      document.skills[0].level = 'Basic';
      document.languages[0].fluency = 'C1';
      document.work[0].endDate = '2030';
    });
    expect(sections.identity.displayName).toBe('M. Okonkwo');
    expect(sections.skills![0]).toMatchObject({ id: 'horology', level: 2, years: 22 });
    expect(sections.languages![0]).toMatchObject({ id: 'sv', fluency: 'C1', tag: 'sv' });
    expect(sections.workExperience![0]).toMatchObject({ id: 'harbour', endDate: '2030' });
  });

  test('counts over the exact spelling that the extension keeps', () => {
    const document = written({
      ...emptySections('Ada'),
      contact: { email: 'josé@münchen.example', website: 'HTTPS://Example.org' },
    }) as any;
    expect(document['x-gigsy'].contact).toEqual({ email: 'josé@münchen.example', website: 'HTTPS://Example.org' });
    document.basics.email = 'ada@example.org';
    const read = fromJsonResume(document);
    expect(read).toMatchObject({
      ok: true,
      sections: { contact: { email: 'ada@example.org', website: 'HTTPS://Example.org' } },
    });
  });

  test('takes items in any order, and gives a copy of an item an id of its own', () => {
    const { sections } = edited((document) => {
      document.skills.reverse();
      document.skills.push(structuredClone(document.skills[0]));
    });
    expect(sections.skills!.map(({ id }) => id)).toEqual([
      'grants',
      'teaching',
      'python',
      'tides',
      'gilding',
      'brass',
      'horology',
      undefined,
    ]);
  });

  test('has faulty and unknown fields of the extension noted, and the rest read', () => {
    const { sections, notes } = edited((document) => {
      document['x-gigsy'].identity = { pronouns: '', unknown: 1 };
      document['x-gigsy'].availability.rate = { amount: -1 };
      document['x-gigsy'].later = { x: 1 };
      document.skills[0]['x-gigsy'] = { id: 'not an id', years: 22, __proto__: null, constructor: 'x' };
    });
    expect(notes.map(({ path }) => path).sort()).toEqual([
      'skills.0.x-gigsy.constructor',
      'skills.0.x-gigsy.id',
      'x-gigsy.availability.rate',
      'x-gigsy.identity.pronouns',
      'x-gigsy.identity.unknown',
      'x-gigsy.later',
    ]);
    expect(sections.availability).toMatchObject({ timeZone: 'Europe/Stockholm' });
    expect(sections.skills![0]).toMatchObject({ name: 'Horology', years: 22 });
  });

  test.each([
    ['x-gigsy', (document: any) => (document['x-gigsy'] = 'x')],
    ['skills.0.x-gigsy', (document: any) => (document.skills[0]['x-gigsy'] = [])],
    ['x-gigsy.availability', (document: any) => (document['x-gigsy'].availability = 7)],
  ])('is refused where %s is not an object', (path, change) => {
    const document = structuredClone(written(person));
    change(document);
    expect(fromJsonResume(document)).toEqual({ ok: false, problems: [{ path, message: 'must be an object' }] });
  });
});

test('the largest profile comes back', () => {
  const { handle: _h, role: _r, ...huge } = sandbox.get('sandbox-huge')!.profile!;
  const sections = sectionsSchema.parse(huge);
  const document = written(sections);
  expect(faultsOf(document)).toBeNull();
  expect(readBack(document)).toEqual({ sections, notes: [] });
});
