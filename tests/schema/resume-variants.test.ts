/** JSON Resume documents as people write them: old field names, loose dates, long or hostile texts. */
import { fromJsonResume } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import { imported } from './imported.ts';

describe('documents as people write them', () => {
  const basics = { name: 'A' };

  test.each([
    ['2014', '2014'],
    ['2014-05', '2014-05'],
    ['2014/5', '2014-05'],
    ['2014-05-17T10:00:00Z', '2014-05-17'],
    ['Present', undefined],
    ['', undefined],
    [null, undefined],
    [2014, '2014'],
  ])('the date %j is read as %j', (given, read) => {
    expect(imported({ basics, work: [{ name: 'X', endDate: given }] }).sections.workExperience![0]!.endDate).toBe(read);
  });

  test.each(['May 14', '2014-13', '2014-02-30', 'soon'])('the date %j is left out with a note', (given) => {
    const { sections, notes } = imported({ basics, work: [{ name: 'X', startDate: given }] });
    expect(sections.workExperience![0]).not.toHaveProperty('startDate');
    expect(notes).toEqual([{ path: 'work.0.startDate', message: expect.stringContaining('not a date') }]);
  });

  test('missing fields stay absent, older names are read, unknown fields are named', () => {
    const { sections, notes } = imported({
      basics: { ...basics, picture: 'x' },
      work: [{ company: 'Old', website: 'old.example' }, { position: 'Freelancer' }, {}],
      extra: 1,
    });
    expect(sections.workExperience).toEqual([
      { organisation: 'Old', url: 'https://old.example' },
      { organisation: 'Freelancer', position: 'Freelancer' },
    ]);
    expect(notes.map(({ path }) => path).sort()).toEqual(['basics.picture', 'extra', 'work.2']);
  });

  test('the names of the first schema, pronouns and grades have their places', () => {
    const { sections, notes } = imported({
      basics: { ...basics, picture: 'https://a.example/a.jpg', website: 'https://a.example', pronouns: 'they/them' },
      work: [{ company: 'Old', website: 'https://old.example' }],
      education: [{ institution: 'School', gpa: 1.3, website: 'https://school.example' }],
      projects: [{ name: 'P', website: 'https://p.example' }],
    });
    expect(sections).toMatchObject({
      identity: { avatarUrl: 'https://a.example/a.jpg', pronouns: 'they/them' },
      contact: { website: 'https://a.example' },
      workExperience: [{ organisation: 'Old', url: 'https://old.example' }],
      education: [{ score: '1.3', url: 'https://school.example' }],
      projects: [{ url: 'https://p.example' }],
    });
    expect(notes).toEqual([]);
  });

  test('a newer name wins over an older one, and a note names the older', () => {
    const { sections, notes } = imported({
      basics: { ...basics, url: 'https://new.example', website: 'https://old.example' },
    });
    expect(sections.contact).toEqual({ website: 'https://new.example' });
    expect(notes).toEqual([{ path: 'basics.website', message: 'is left out: url is given too' }]);
  });

  test('controls between words and lines keep them apart', () => {
    const { sections } = imported({
      basics: {
        name: 'Mara\u000bVoss\u0085Lind',
        label: 'Welder\u2028Trainer\tof\u001fall',
        summary: 'One.\rTwo.\fThree.\r\nFour.\u2029Five.\u000bSix.',
      },
    });
    expect(sections.identity).toEqual({ displayName: 'Mara Voss Lind', headline: 'Welder Trainer of all' });
    expect(sections.about).toEqual({ text: 'One.\nTwo.\nThree.\nFour.\nFive.\nSix.' });
  });

  test('texts are cut between the characters that a reader sees', () => {
    const { sections, notes } = imported({
      basics: { name: 'A', label: `${'w'.repeat(197)}👩🏽‍🎓` },
      skills: [{ name: `${'k'.repeat(79)}e\u0301` }],
    });
    expect(sections.identity.headline).toBe('w'.repeat(197));
    expect(sections.skills![0]!.name).toBe('k'.repeat(79));
    expect(notes.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'basics.label is longer than 200 characters; cut',
      'skills.0.name is longer than 80 characters; cut',
    ]);
  });

  test('an invisible name refuses the document; any other invisible text is left out with a note', () => {
    expect(fromJsonResume({ basics: { name: '\u3164' } })).toEqual({
      ok: false,
      problems: [{ path: 'basics.name', message: 'must not be empty' }],
    });
    const { sections, notes } = imported({
      basics: { name: 'A', label: '\u200b\u2800' },
      skills: [{ name: '\u00ad' }],
    });
    expect([sections.identity.headline, sections.skills]).toEqual([undefined, undefined]);
    expect(notes.map(({ path }) => path)).toEqual(['basics.label', 'skills.0.name', 'skills.0']);
  });

  test('marks that pile up are thinned, with a note', () => {
    const { sections, notes } = imported({ basics: { name: `Z${'\u0301'.repeat(30)}oe` } });
    expect(sections.identity.displayName).toBe(`Z${'\u0301'.repeat(5)}oe`);
    expect(notes.map(({ path }) => path)).toEqual(['basics.name']);
  });

  test('numbers that JSON cannot keep exactly are left out', () => {
    const { sections, notes } = imported(
      JSON.parse(
        '{"basics": {"name": "A", "phone": 43660123456789012345}, "education": [{"institution": "S", "score": 1e999}]}',
      ),
    );
    expect([sections.contact, sections.education]).toEqual([{}, [{ institution: 'S' }]]);
    expect(notes.map(({ path }) => path)).toEqual(['basics.phone', 'education.0.score']);
  });

  test('null counts as absent in any place', () => {
    expect(
      imported({
        basics: { name: 'A', label: null, location: null, profiles: [null] },
        work: null,
        skills: [null, { name: 'S', level: null, keywords: [null, 'k'] }],
        education: [],
      }),
    ).toEqual({
      ok: true,
      sections: { identity: { displayName: 'A' }, about: {}, contact: {}, skills: [{ name: 'S', keywords: ['k'] }] },
      notes: [],
    });
  });

  test('names that JavaScript reserves are treated like others', () => {
    const { notes } = imported(
      JSON.parse(
        '{"basics": {"name": "A", "__proto__": {"label": "x"}}, "__proto__": {"x": 1}, "constructor": 1, "skills": [{"name": "S", "__proto__": 1}]}',
      ),
    );
    expect(notes.map(({ path }) => path)).toEqual([
      '__proto__',
      'constructor',
      'basics.__proto__',
      'skills.0.__proto__',
    ]);
    expect({}).not.toHaveProperty('x');
  });

  test('a long list of notes ends in one that counts the rest', () => {
    const { notes } = imported({
      basics: { name: 'A' },
      ...Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`x${index}`, 1])),
    });
    expect(notes).toHaveLength(1001);
    expect(notes.at(-1)).toEqual({ path: '', message: 'has 500 more fields that are left out or changed' });
  });

  test('links that run code and texts that reorder are left out or cleaned', () => {
    const { sections, notes } = imported({
      basics: { name: 'A\u202e\u0000B', url: 'javascript:alert(1)', image: 'data:image/png;base64,x' },
    });
    expect(sections.identity).toEqual({ displayName: 'AB' });
    expect(sections.contact).toEqual({});
    expect(notes.map(({ path }) => path).sort()).toEqual(['basics.image', 'basics.url']);
  });

  test('long texts are cut and long lists shortened, with a note', () => {
    const { sections, notes } = imported({
      basics: { name: 'x'.repeat(10_000) },
      skills: Array.from({ length: 300 }, (_, i) => ({ name: `S${i}` })),
    });
    expect(sections.identity.displayName).toHaveLength(120);
    expect(sections.skills).toHaveLength(200);
    expect(notes.map(({ path }) => path)).toEqual(['basics.name', 'skills']);
  });
});
