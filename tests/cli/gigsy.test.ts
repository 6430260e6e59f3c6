/** The gigsy command beside a running hub, run as people run it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnProfile, createGigsy } from '@gigsy/sdk';
import { type RunningHub, gigsy, startHub, temporaryFolder } from './running-hub.ts';

const sample = createRequire(import.meta.url).resolve('@jsonresume/schema/sample.resume.json');
const { folder, remove } = temporaryFolder();
let hub: RunningHub;

beforeAll(async () => {
  hub = await startHub(path.join(folder, 'data'));
}, 60_000);
afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

type Json = Record<string, unknown> & {
  error: { code: string; message: string; fields: { path: string; message: string }[] };
};

/** Runs a command with --json; its exit code and the one line of JSON that it printed. */
async function run(...args: string[]): Promise<{ code: number | null; json: Json }> {
  const { code, stdout } = await gigsy([...args, '--data', hub.data, '--json']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return { code, json: JSON.parse(stdout) as Json };
}

/** The whole profile as its owner reads it, without the command that is under test. */
async function own(handle: string): Promise<OwnProfile> {
  const getToken = async () => {
    const { secret } = JSON.parse(readFileSync(path.join(hub.data, 'hub.json'), 'utf8')) as { secret: string };
    const answer = await fetch(`${hub.addresses.partner}/.hub/token`, {
      method: 'POST',
      body: `demo_${handle}`,
      headers: { 'x-hub-secret': secret },
    });
    return ((await answer.json()) as { token: string }).token;
  };
  const mine = await createGigsy({ url: hub.addresses.convex, auth: { getToken } }).profile.mine();
  if (!mine) throw new Error(`${handle} has no profile`);
  return mine;
}

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('import', () => {
  it('makes a profile of the real JSON Resume sample and names the omitted fields', async () => {
    const { code, json } = await run('import', sample, '--handle', 'richard');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      ok: true,
      handle: 'richard',
      created: true,
      imported: { workExperience: 1, skills: 2, links: 2 },
    });
    expect((json.notes as { path: string }[]).map((note) => note.path)).toContain('interests');
    const { sections } = await own('richard');
    expect(sections.identity).toMatchObject({
      displayName: 'Richard Hendriks',
      headline: 'Programmer',
      location: { city: 'San Francisco' },
    });
    const view = (await (await fetch(`${hub.addresses.site}/v1/profiles/richard`)).json()) as object;
    expect(view).toMatchObject({ identity: { displayName: 'Richard Hendriks' } });
    expect(JSON.stringify(view)).not.toContain('richard.hendriks@mail.com');
  });

  it('takes the odd résumés that people write', async () => {
    const odd = write(
      'odd.json',
      `\uFEFF${JSON.stringify({
        basics: { name: '  Zoë\u0000 Ångström ', label: '', summary: null, location: { city: 'Malmö' } },
        work: [
          { company: 'Old Field Ltd', startDate: '2019/3', endDate: 'present' },
          { position: 'Barista', startDate: 'last summer' },
        ],
        education: [{ institution: 'Lund', startDate: '2015' }],
        hobbies: ['chess'],
      })}`,
    );
    const { code, json } = await run('import', odd, '--handle', 'zoe', '--role', 'mentor');
    expect(code).toBe(0);
    expect((json.notes as { path: string }[]).map((note) => note.path).sort()).toEqual(['hobbies', 'work.1.startDate']);
    const { sections } = await own('zoe');
    expect(sections.identity.displayName).toBe('Zoë Ångström');
    expect(sections.workExperience[0]).toMatchObject({ organisation: 'Old Field Ltd', startDate: '2019-03' });
  });

  it('replaces the sections that a document has and leaves the others and the privacy choices as they are', async () => {
    const before = await own('haruka');
    const file = write(
      'new-job.json',
      JSON.stringify({ basics: { name: 'Haruka Satō' }, skills: [{ name: 'Braille', level: 'Expert' }] }),
    );
    expect((await run('import', file, '--handle', 'haruka', '--yes')).json).toMatchObject({ ok: true, created: false });
    const after = await own('haruka');
    expect(after.sections.identity).toEqual({ displayName: 'Haruka Satō' });
    expect(after.sections.skills).toMatchObject([{ name: 'Braille', level: 5 }]);
    expect(after.sections.languages).toEqual(before.sections.languages);
    expect(after.sections.about).toEqual(before.sections.about);
    expect(after.settings).toEqual(before.settings);
  });

  it.each([
    ['broken.json', '{\n  "basics": { "name": "A", }\n}', 'not_json', /line 2, column 28/],
    ['cut.json', '{"basics": {"name": "A"', 'not_json', /ends too early at line 1, column 24/],
    ['empty.json', '', 'not_json', /line 1, column 1/],
    ['latin1.json', Buffer.from([0x7b, 0xe9, 0x7d]), 'not_json', /not UTF-8/],
    ['other.json', '{"name": "package"}', 'not_json_resume', /not a JSON Resume/],
    ['list.json', '[]', 'not_json_resume', /not a JSON Resume/],
    [
      'wrong.json',
      '{"basics": {"name": 7, "label": []}, "work": {}, "skills": ["a"]}',
      'not_json_resume',
      /3 problems/,
    ],
  ])('refuses %s with fault and place, and changes nothing', async (name, content, expectedCode, message) => {
    const before = await own('ada');
    const { code, json } = await run('import', write(name, content), '--handle', 'ada');
    expect(code).toBe(1);
    expect(json).toMatchObject({ ok: false, error: { code: expectedCode } });
    expect(json.error.message).toMatch(message);
    expect(await own('ada')).toEqual(before);
  });

  it('shows the changes to an existing profile, and makes them only when told to', { timeout: 60_000 }, async () => {
    const before = await own('diego');
    const file = write(
      'over.json',
      JSON.stringify({ basics: { label: 'Ferryman' }, languages: [{ language: 'Welsh' }] }),
    );
    const asked = await gigsy(['import', file, '--handle', 'diego', '--data', hub.data]);
    expect([asked.code, asked.stdout]).toEqual([1, '']);
    expect(asked.stderr).toMatch(
      /^diego has a profile already.*--dry-run.*--yes\.\n(.*\n)* {2}identity\.headline .* becomes "Ferryman"\n(.*\n)* {2}languages new: Welsh; taken away: /,
    );
    const dry = await run('import', file, '--handle', 'diego', '--dry-run');
    expect(dry).toMatchObject({ code: 0, json: { ok: true, dryRun: true, created: false } });
    expect(await own('diego')).toEqual(before);
    const done = await run('import', file, '--handle', 'diego', '--yes');
    expect(done.json.changes).toEqual(dry.json.changes);
    const after = await own('diego');
    expect(after.sections.identity).toEqual({
      displayName: before.sections.identity.displayName,
      pronouns: before.sections.identity.pronouns,
      headline: 'Ferryman',
    });
    expect(after.sections.languages).toMatchObject([{ name: 'Welsh' }]);
    expect((await run('import', file, '--handle', 'diego')).json).toMatchObject({ ok: true, changes: [] });
    expect((await own('diego')).versions).toEqual(after.versions);
  });

  it(
    'makes nothing with --dry-run, and refuses a document without a name for a new profile',
    { timeout: 60_000 },
    async () => {
      expect((await run('import', sample, '--handle', 'not-made', '--dry-run')).json).toMatchObject({
        ok: true,
        created: true,
        dryRun: true,
      });
      expect((await run('show', 'not-made')).json.error.code).toBe('not_found');
      const nameless = write('nameless.json', '{"skills": [{"name": "S", "name": "T"}]}');
      expect((await run('import', nameless, '--handle', 'nameless')).json.error).toMatchObject({
        code: 'not_json_resume',
        fields: [{ path: 'basics.name' }],
      });
      const twice = await run('import', nameless, '--handle', 'ada', '--dry-run');
      expect(twice.json.notes).toEqual([
        { path: 'skills.0.name', message: 'stands there more than once; the last one is taken' },
      ]);
    },
  );

  it('refuses an invisible name', async () => {
    const unseen = write('unseen.json', '{"basics": {"name": "\\u200b\\u2800"}}');
    expect((await run('import', unseen, '--handle', 'ada', '--yes')).json.error.fields).toEqual([
      { path: 'basics.name', message: 'must not be empty' },
    ]);
    expect((await run('set', 'ada', 'name', '\u3164')).json.error.message).toBe(
      'identity.displayName must not be empty.',
    );
  });

  it('lists each problem of a document with its place', async () => {
    const { json } = await run(
      'import',
      write('places.json', '{"basics": {"label": []}, "work": {}, "skills": ["a"]}'),
      '--handle',
      'ada',
    );
    expect(json.error.fields.map((field) => field.path).sort()).toEqual([
      'basics.label',
      'basics.name',
      'skills.0',
      'work',
    ]);
  });

  it('refuses a reserved handle, a missing file and a role that nobody can choose', async () => {
    expect((await run('import', sample, '--handle', 'admin')).json.error.code).toBe('handle_unavailable');
    expect((await run('import', path.join(folder, 'none.json'), '--handle', 'ada')).json.error.code).toBe('no_file');
    expect((await run('import', folder, '--handle', 'ada')).json.error.code).toBe('no_file');
    expect((await run('import', sample, '--handle', 'new-one', '--role', 'admin')).json.error.code).toBe(
      'invalid_argument',
    );
    expect((await run('import', sample, '--handle', 'Not A Handle')).json.error.code).toBe('invalid_argument');
  });
});

describe('set', () => {
  it.each([
    ['headline', 'Building bridges', 'identity' as const, { headline: 'Building bridges' }],
    ['about', 'Two\nlines', 'about' as const, { text: 'Two\nlines' }],
    ['location', 'Accra', 'identity' as const, { location: { city: 'Accra', countryCode: 'NG' } }],
    ['availability.hoursPerWeek', '12', 'availability' as const, { hoursPerWeek: 12 }],
    ['remote', 'false', 'availability' as const, { remote: false }],
  ])('changes %s', async (field, value, section, expected) => {
    expect((await run('set', 'ada', field, value)).code).toBe(0);
    expect((await own('ada')).sections[section]).toMatchObject(expected);
  });

  it('knows countries by their names', async () => {
    expect((await run('set', 'ada', 'country', 'Kenya')).json).toMatchObject({ ok: true, value: 'KE' });
    expect((await own('ada')).sections.identity.location).toMatchObject({ city: 'Accra', countryCode: 'KE' });
  });

  it('removes a field', async () => {
    expect((await run('set', 'ada', 'pronouns', '--clear')).code).toBe(0);
    expect((await own('ada')).sections.identity).not.toHaveProperty('pronouns');
  });

  it('makes each of many simultaneous changes, or says that it did not', { timeout: 60_000 }, async () => {
    const outcomes = await Promise.all(
      ['headline', 'pronouns', 'location'].map((field) => run('set', 'diego', field, 'at once')),
    );
    const { sections } = await own('diego');
    const { headline, pronouns, location } = sections.identity;
    expect([headline, pronouns, location?.city].map((value) => value === 'at once')).toEqual(
      outcomes.map(({ code }) => code === 0),
    );
  });

  it.each([
    [['set', 'ada', 'hedline', 'x'], 'unknown_field', /identity\.headline/],
    [['set', 'ada', 'headline', 'x'.repeat(201)], 'invalid_argument', /at most 200/],
    [['set', 'ada', 'avatarUrl', 'javascript:alert(1)'], 'invalid_argument', /https/],
    [['set', 'ada', 'headline'], 'usage', /--clear/],
    [['set', 'nobody-here', 'headline', 'x'], 'not_found', /nobody-here/],
  ])('refuses %j', async (args, code, message) => {
    const { json } = await run(...args);
    expect(json).toMatchObject({ ok: false, error: { code } });
    expect(json.error.message).toMatch(message);
  });
});

describe('show and privacy', () => {
  it('show each audience what it may see', async () => {
    const read = async (as: string) => JSON.stringify((await run('show', 'ada', '--as', as)).json.profile);
    expect(await read('public')).not.toContain('FarmSense');
    expect(await read('member')).toContain('FarmSense');
    expect(await read('member')).not.toContain('ada.okafor@students.example.edu');
    expect(await read('owner')).toContain('ada.okafor@students.example.edu');
    expect((await run('show', 'tomas')).json.error).toEqual({
      ...(await run('show', 'nobody')).json.error,
      message: expect.stringContaining('tomas') as string,
    });
  });

  it('change who sees a part, and refuse a choice that is too wide', async () => {
    expect((await run('privacy', 'layla', 'languages', 'owner')).code).toBe(0);
    expect(await (await fetch(`${hub.addresses.site}/v1/profiles/layla`)).json()).not.toHaveProperty('languages');
    expect((await run('privacy', 'layla')).json).toMatchObject({ chosen: { languages: 'owner' } });
    expect((await run('privacy', 'layla', 'languages', 'default')).code).toBe(0);
    expect((await run('privacy', 'layla', 'contact.phone', 'public')).json.error.message).toMatch(
      /platform at the widest/,
    );
    expect((await run('privacy', 'layla', 'nonsense', 'public')).json.error.code).toBe('unknown_field');
  });
});

describe('the command line', () => {
  it('helps with every verb', async () => {
    for (const args of [['help'], ['import', '--help'], ['set', '--help'], ['show', '--help'], ['privacy', '--help']]) {
      const { code, stdout, stderr } = await gigsy(args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: gigsy/);
    }
  });

  it.each([
    [['frobnicate'], /no verb/],
    [['set', 'ada', 'headline', 'x', '--bogus'], /--bogus/],
    [['show'], /wants HANDLE/],
    [['show', 'ada', 'extra'], /extra/],
  ])('refuses %j in one sentence', async (args, message) => {
    const { code, stdout, stderr } = await gigsy(args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says that no hub is running, and works on a deployment with a token instead', async () => {
    const away = await gigsy(['set', 'ada', 'headline', 'x', '--data', path.join(folder, 'nowhere')]);
    expect([away.code, away.stderr]).toEqual([1, expect.stringMatching(/^No hub is running on .*\n$/) as string]);
    const { addresses } = hub;
    const signIn = await fetch(`${addresses.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Bearer ${addresses.secret}` },
      body: JSON.stringify({ subject: 'demo_sam' }),
    });
    const { token } = (await signIn.json()) as { token: string };
    const remote = (...args: string[]) => gigsy([...args, '--url', addresses.convex, '--json'], { GIGSY_TOKEN: token });
    expect((await remote('set', 'sam', 'headline', 'Here now')).code).toBe(0);
    const stolen = await remote('set', 'ada', 'headline', 'Not mine');
    expect(stolen.code).toBe(1);
    expect(JSON.parse(stolen.stdout)).toMatchObject({ error: { code: 'forbidden' } });
    expect(readFileSync(path.join(hub.data, 'hub.json'), 'utf8')).not.toContain(token);
  });
});
