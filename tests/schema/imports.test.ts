/** Documents of other services as sections of a profile, and the plan of an import. */
import {
  type Changes,
  type LinkedInFiles,
  type Sections,
  changesFromJsonResume,
  changesSchema,
  emptySections,
  faultsOfImport,
  linkedInFiles,
  planImport,
  readGitHub,
  resumeOfGitHub,
  resumeOfLinkedIn,
  rowsOfCsv,
  sectionNames,
  sectionsSchema,
  applyOperations,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySections } from './any-sections.ts';

function fromLinkedIn(files: LinkedInFiles): Changes {
  const read = changesFromJsonResume(resumeOfLinkedIn(files));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.sections;
}

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '漢', '=') });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test('any cells come back as they were written, with every line end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, end) => {
          const text = ['one,two', ...rows.map((row) => row.map(quoted).join(','))].join(end);
          const kept = rows
            .map(([one, two]) => ({ one: one.trim(), two: two.trim() }))
            .filter(({ one, two }) => one || two);
          expect(rowsOfCsv(text, 1000).map(({ one = '', two = '' }) => ({ one, two }))).toEqual(kept);
        },
      ),
    );
  });

  test('any text at all is read, and ends', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(rowsOfCsv(text, 50))));
  });

  test('rows that are short, long or left open are read as far as they go', () => {
    expect(rowsOfCsv('\ufeffa,b\n1\n1,2,3\n\n"open,\nend', 10)).toEqual([
      { a: '1' },
      { a: '1', b: '2' },
      { a: 'open,\nend' },
    ]);
    expect(rowsOfCsv('a\n1\n2\n3', 2)).toEqual([{ a: '1' }, { a: '2' }]);
    expect(rowsOfCsv('', 10)).toEqual([]);
  });
});

describe("LinkedIn's archive", () => {
  test('fills the sections that it has words for', () => {
    expect(
      fromLinkedIn({
        'Profile.csv':
          'First Name,Last Name,Birth Date,Headline,Summary,Geo Location,Websites\nAda,L,"Dec 10, 1815","Engines, mills","One\n\nTwo ""three""","London, Greater London, United Kingdom",[PORTFOLIO:https://ada.example]\n',
        'Positions.csv':
          'Company Name,Title,Description,Location,Started On,Finished On\nGlassworks,Blower,Blew,Leeds,Jan 2020,\nMill,Hand,,,2010,Mar 2012\n',
        'Education.csv': 'School Name,Start Date,End Date,Notes,Degree Name,Activities\nHome,1830,1834,,Diploma,\n',
        'Skills.csv': 'Name\nGlass\n',
        'Languages.csv': 'Name,Proficiency\nFrench,Native or bilingual proficiency\n',
        'Certifications.csv':
          'Name,Url,Authority,Started On,Finished On,License Number\nCut,https://c.example/1,Guild,Jan 2022,Jan 2025,7\n',
        'Projects.csv': 'Title,Description,Url,Started On,Finished On\nEngine,Turns,,Feb 2021,Feb 2022\n',
        'Honors.csv': 'Title,Description,Issued On\nPrize,,May 2021\n',
        'Publications.csv': 'Name,Published On,Description,Publisher,Url\nNotes,"Aug 1, 1843",,Journal,\n',
        'Volunteering.csv':
          'Company Name,Role,Cause,Started On,Finished On,Description\nLibrary,Reader,,Jan 2020,,Reads\n',
      }),
    ).toEqual({
      identity: {
        headline: 'Engines, mills',
        location: { city: 'London', region: 'Greater London', countryCode: 'GB' },
      },
      about: { text: 'One\n\nTwo "three"' },
      contact: {},
      skills: [{ name: 'Glass' }],
      education: [{ institution: 'Home', studyType: 'Diploma', startDate: '1830', endDate: '1834' }],
      workExperience: [
        {
          organisation: 'Glassworks',
          position: 'Blower',
          summary: 'Blew',
          location: 'Leeds',
          startDate: '2020-01',
          endStatus: 'ongoing',
        },
        { organisation: 'Mill', position: 'Hand', startDate: '2010', endDate: '2012-03' },
      ],
      projects: [{ name: 'Engine', description: 'Turns', startDate: '2021-02', endDate: '2022-02' }],
      certificates: [{ name: 'Cut', issuer: 'Guild', date: '2022-01', expires: '2025-01', url: 'https://c.example/1' }],
      awards: [{ title: 'Prize', date: '2021-05' }],
      publications: [{ name: 'Notes', publisher: 'Journal', releaseDate: '1843-08-01' }],
      volunteering: [
        { organisation: 'Library', position: 'Reader', summary: 'Reads', startDate: '2020-01', endStatus: 'ongoing' },
      ],
      languages: [{ name: 'French', fluency: 'Native or bilingual proficiency' }],
      links: [{ label: 'ada.example', url: 'https://ada.example' }],
    });
  });

  test('of hostile or odd content gives what the contract allows, or nothing', () => {
    const odd = fc.constantFrom(
      '<script>',
      '\u202eevil',
      '\u0000',
      'javascript:alert(1)',
      '👩‍👩‍👧',
      'a\u0300'.repeat(9),
      '٣٠',
      '\u200b',
      'x'.repeat(9000),
      'Jan 99999',
      '=1+1',
    );
    const header =
      'Name,Title,Headline,Summary,Company Name,School Name,Url,Started On,Finished On,Websites,Geo Location';
    fc.assert(
      fc.property(fc.array(fc.array(odd, { minLength: 11, maxLength: 11 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = [header, ...rows.map((row) => row.map((cell) => `"${cell}"`).join(','))].join('\n');
        const changes = fromLinkedIn(Object.fromEntries(linkedInFiles.map((name) => [name, text])));
        expect(changesSchema.safeParse(changes).error).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe("GitHub's answer", () => {
  const user = { login: 'ada', html_url: 'https://github.example/ada' };
  const repository = { name: 'engine', html_url: 'https://github.example/ada/engine', fork: false };

  test('is kept as far as it is declared, cut to its bounds; a long address is left out', () => {
    const found = readGitHub(
      { ...user, email: 'a@b.example', bio: 'x'.repeat(5000), blog: `https://${'x'.repeat(500)}.example` },
      [
        { ...repository, private: true, topics: Array.from({ length: 50 }, (_, at) => `t${at}`) },
        ...Array.from({ length: 150 }, () => repository),
      ],
    )!;
    expect(found.user).toEqual({ ...user, bio: 'x'.repeat(1000), blog: null });
    expect(found.repositories).toHaveLength(100);
    expect(found.repositories[0]!.topics).toHaveLength(20);
    expect(JSON.stringify(found)).not.toMatch(/private|a@b/);
    expect(readGitHub(user, { message: 'Not found' })).toBeUndefined();
    expect(readGitHub(null, [])).toBeUndefined();
  });

  test('without anything but a name gives a link', () => {
    const read = changesFromJsonResume(resumeOfGitHub(readGitHub(user, [])!));
    expect(read).toMatchObject({ ok: true, sections: { links: [{ url: 'https://github.example/ada' }] } });
  });
});

describe('the plan', () => {
  const nothing = { allowed: sectionNames, isImported: () => false };
  const own = (more: Partial<Sections>): Sections => ({ ...emptySections('Ada'), ...more });
  const titles = ({ proposals }: ReturnType<typeof planImport>) =>
    proposals.map(({ kind, operation }) => [kind, operation]);

  test('finds the same thing under another spelling, and fills what it lacks', () => {
    const plan = planImport(
      own({ workExperience: [{ id: 'w', organisation: 'GLASSWORKS ', position: 'Blower', startDate: '2020' }] }),
      {
        workExperience: [
          { organisation: 'Glassworks', position: 'Blower', startDate: '2020-01', location: 'Leeds' },
          { organisation: 'Glassworks', position: 'Master', startDate: '2023' },
          { organisation: 'glassworks', position: 'master', startDate: '2023-04' },
        ],
      },
      nothing,
    );
    expect(titles(plan)).toEqual([
      ['fill', { op: 'change', section: 'workExperience', id: 'w', fields: { location: 'Leeds' } }],
      [
        'add',
        {
          op: 'add',
          section: 'workExperience',
          item: { organisation: 'Glassworks', position: 'Master', startDate: '2023' },
        },
      ],
    ]);
    expect(plan.kept.map(({ field }) => field)).toEqual(['organisation', 'startDate']);
  });

  test('keeps two jobs at one place apart, takes the closest, and counts what is found twice once', () => {
    const job = { organisation: 'Mill' };
    const given = (mine: object[], theirs: object[]) =>
      titles(planImport(own({ workExperience: mine } as never), { workExperience: theirs } as never, nothing));
    const add = (startDate: string) => ['add', { op: 'add', section: 'workExperience', item: { ...job, startDate } }];
    const [one, other] = [
      { ...job, startDate: '2020' },
      { ...job, startDate: '2022' },
    ];
    expect(given([{ id: 'a', ...job }], [one, other])).toEqual([
      ['fill', { op: 'change', section: 'workExperience', id: 'a', fields: { startDate: '2020' } }],
      add('2022'),
    ]);
    expect(
      given(
        [
          { id: 'a', ...job },
          { id: 'b', ...one },
        ],
        [one, one],
      ),
    ).toEqual([]);
  });

  test('leaves alone an end that its owner has written, in date or in words', () => {
    const given = (item: object) =>
      planImport(
        own({ projects: [{ id: 'p', name: 'Engine', ...item }] }),
        { projects: [{ name: 'Engine', endDate: '2022', endStatus: 'open' }] },
        nothing,
      ).proposals;
    expect(given({ endDate: '2021' })).toEqual([]);
    expect(given({ endStatus: 'ongoing' })).toEqual([]);
  });

  test('counts items for which there is no room, and names no section without consent', () => {
    const skills = Array.from({ length: 199 }, (_, at) => ({ id: `s${at}`, name: `Skill ${at}` }));
    const found = { skills: [{ name: 'One' }, { name: 'Two' }], about: { text: 'Theirs' } };
    const plan = planImport(own({ skills }), found, { ...nothing, allowed: ['skills'] });
    expect([plan.proposals.length, plan.left, plan.kept]).toEqual([1, 1, []]);
  });

  test('for any two profiles passes its own gate, applies, and changes no word of the owner', () => {
    fc.assert(
      fc.property(anySections(), anySections(), (before, other) => {
        const plan = planImport(before, other, nothing);
        const operations = plan.proposals.map(({ operation }) => operation);
        expect(faultsOfImport(before, operations, nothing)).toEqual([]);
        let count = 0;
        const { sections, faults } = applyOperations(before, operations, {
          newId: () => `new-${(count += 1)}`,
          removed: () => undefined,
        });
        expect(faults).toEqual([]);
        expect(sectionsSchema.safeParse(sections).error).toBeUndefined();
        for (const name of sectionNames) {
          const [was, is] = [before[name], sections[name]];
          expect(Array.isArray(is) ? is.slice(0, (was as unknown[]).length) : is).toMatchObject(was);
        }
      }),
      { numRuns: 200 },
    );
  });
});
