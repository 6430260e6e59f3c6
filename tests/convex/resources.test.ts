/** `GET /v1/read/{query}`: many answers in one request, their tags and bounds, and the refusals of faulty requests. */
import { contract, listFunctions, type ProfileView } from '@gigsy/schema';
import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Deployment, deployment, key, person } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { ORIGIN, partnerOf } from './partner.ts';
import { costing } from './probe.ts';

beforeEach(() => {
  withoutLaterWork();
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Answers {
  answers: {
    value?: ProfileView | null;
    etag?: string;
    unchanged?: true;
    error?: { code: string; message: string; fields?: { path: string }[] };
  }[];
}

const at = (query: string) => `/v1/read/profile.get?${query}`;

async function read(d: Deployment, query: string, headers: Record<string, string> = {}) {
  const response = await d.t.fetch(at(query), { headers });
  const text = await response.text();
  return { response, text, answers: text.startsWith('{') ? (JSON.parse(text) as Answers).answers : [] };
}

async function people(...handles: string[]): Promise<Deployment> {
  const d = deployment();
  for (const handle of handles) {
    await person(d, handle, {
      sections: { about: { text: `About ${handle}` }, skills: [{ id: 's1', name: 'Knots' }], contact: { phone: '+1' } },
    });
  }
  return d;
}

const identity = (handle: string) => ({ displayName: `Person ${handle}`, headline: 'Builds things' });

describe('an answer', () => {
  test('stands in the place of its ask, with the sections that were asked for', async () => {
    const d = await people('ada', 'sam');
    const { response, answers } = await read(
      d,
      'sections=identity&handle=ada,nobody,sam&sections=skills,contact&handle=sam&handle=ada',
    );
    expect(response.status).toBe(200);
    expect(answers.map(({ value }) => value)).toEqual([
      { handle: 'ada', role: 'student', identity: identity('ada') },
      null,
      { handle: 'sam', role: 'student', identity: identity('sam') },
      { handle: 'sam', role: 'student', skills: [{ id: 's1', name: 'Knots' }] },
      await (await d.t.fetch('/v1/profiles/ada')).json(),
    ]);
  });

  test('answers a visitor as the function does, with or without a token', async () => {
    const d = await people('ada');
    const owner = { issuer: 'https://clerk.example.test', subject: 'user_ada' };
    const whole = await (d.t.withIdentity(owner) as unknown as typeof d.t).fetch(at('handle=ada'));
    const { answers } = (await whole.json()) as Answers;
    expect(answers[0]!.value).toEqual(await d.t.query(api.profile.get, { handle: 'ada' }));
    expect(answers[0]!.value).not.toHaveProperty('contact');
  });

  test('has a tag that changes with it alone', async () => {
    const d = await people('ada', 'sam');
    const ada = d.as('user_ada');
    const tags = async () => (await read(d, 'sections=identity&handle=ada,sam,nobody,no-one')).answers;
    const first = await tags();
    for (const { etag } of first) expect(etag).toMatch(/^[\w-]{16}$/);
    expect(first[2]).toEqual(first[3]);
    const update = (changes: object, section: string) =>
      ada.mutation(api.profile.update, { changes, expected: { [section]: 1 }, idempotencyKey: key() } as never);
    await update({ about: { text: 'Other' } }, 'about');
    await update({ contact: { phone: '+2' } }, 'contact');
    expect(await tags()).toEqual(first);
    await update({ identity: { headline: 'Other' } }, 'identity');
    const second = await tags();
    expect(second[0]!.etag).not.toBe(first[0]!.etag);
    expect(second.slice(1)).toEqual(first.slice(1));
  });

  test('that the client has is not sent again', async () => {
    const d = await people('ada', 'sam');
    const [ada, , nobody] = (await read(d, 'handle=ada,sam,nobody')).answers;
    const { answers } = await read(d, `handle=ada,sam,nobody&known=${ada!.etag},"${nobody!.etag}",stale`);
    expect(answers[0]).toEqual({ etag: ada!.etag, unchanged: true });
    expect(answers[1]).toMatchObject({ value: { handle: 'sam' } });
    expect(answers[2]).toEqual({ etag: nobody!.etag, unchanged: true });
  });

  test('about a hidden person and about nobody is the same, byte for byte', async () => {
    const d = await people('ada');
    await d
      .as('user_ada')
      .mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    const [hidden, unknown] = [await read(d, 'handle=ada'), await read(d, 'handle=eve')];
    expect(hidden.text).toBe(unknown.text);
    expect([...hidden.response.headers]).toEqual([...unknown.response.headers]);
  });
});

describe('the whole', () => {
  test('has a strong tag, and 304 for a client that has it', async () => {
    const d = await people('ada');
    const { response } = await read(d, 'handle=ada,nobody');
    const etag = response.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await read(d, 'handle=ada,nobody', { 'If-None-Match': known });
      expect([known, again.response.status, again.text]).toEqual([known, 304, '']);
      expect(again.response.headers.get('etag')).toBe(etag);
    }
    expect((await read(d, 'handle=nobody,ada', { 'If-None-Match': etag })).response.status).toBe(200);
  });

  test('has the headers of a single profile', async () => {
    const d = await people('ada');
    const headers = (response: Response) => [...response.headers].filter(([name]) => name !== 'etag');
    expect(headers((await read(d, 'handle=ada')).response)).toEqual(headers(await d.t.fetch('/v1/profiles/ada')));
  });

  test('reads one document a person, for anyone and however often they are asked for', async () => {
    const d = await people('ada', 'sam');
    // Nobody is drawn whose views are counted: tests/convex/view-counts.test.ts is about that.
    const drawn = vi.spyOn(Math, 'random').mockReturnValue(0.9);
    onTestFinished(() => drawn.mockRestore());
    const steps = async (query: string) => (await costing(() => read(d, query))).work.split('; ');
    const documents = async (query: string) =>
      (await steps(query)).filter((step) => step === '1.0/queryStreamNext:something').length;
    const queries = async (query: string) =>
      (await steps(query)).filter((step) => step.startsWith('1.0/queryStream ')).length;
    expect(await documents('handle=nobody,no-one')).toBe(0);
    expect(await documents('handle=ada,sam')).toBe(2);
    expect(await documents('sections=identity&handle=ada,sam&sections=skills&handle=ada,sam,ada')).toBe(2);
    expect(await queries('handle=ada,sam&handle=ada')).toBe(2);
    // A handle without a view may be one that its owner has left: that is a second question, once.
    expect(await queries('handle=ada,nobody,sam&handle=ada,nobody')).toBe(4);
    const fifty = Array.from({ length: 50 }, (_, index) => `p-${index}`).join();
    expect(await queries(`sections=identity&handle=${fifty}&sections=skills&handle=${fifty}`)).toBe(100);
  });

  test('of a hundred large profiles comes within the limits of a deployment', async () => {
    const d = deployment();
    const skills = Array.from({ length: 200 }, (_, index) => ({
      name: `Skill ${index}`,
      keywords: Array.from({ length: 14 }, () => 'x'.repeat(80)),
    }));
    await person(d, 'large', { sections: { skills } });
    const handles = Array.from({ length: 100 }, (_, index) => `large-${index}`);
    for (const handle of handles) {
      await d.t.run(async (ctx) => {
        const { _id, _creationTime, ...view } = (await ctx.db.query('profileViews').first())!;
        await ctx.db.insert('profileViews', { ...view, handle });
      });
    }
    const { response, text, answers } = await read(d, `handle=${handles.join()}`);
    expect(response.status).toBe(200);
    expect(text.length).toBeLessThan(20 * 1024 * 1024);
    const [sent, refused] = [answers.filter(({ value }) => value), answers.filter(({ error }) => error)];
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.length + refused.length).toBe(100);
    expect(new Set(refused.map(({ error }) => error!.code))).toEqual(new Set(['too_large']));
    expect((await read(d, `handle=${handles.at(-1)}`)).answers[0]!.value!.skills).toHaveLength(200);
  }, 120_000);
});

describe('a request', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => `p-${index}`).join();

  test.each([
    [`handle=${hundred},ada`, 413, 'too_large'],
    [`handle=${hundred}&handle=ada`, 413, 'too_large'],
    [`handle=ada&sections=${'x'.repeat(8_000)}`, 413, 'too_large'],
    ['', 400, 'invalid_argument'],
    ['handle=', 400, 'invalid_argument'],
    ['handle=,', 400, 'invalid_argument'],
    ['handle', 400, 'invalid_argument'],
    ['handle=A', 400, 'invalid_argument'],
    ['handle=%00', 400, 'invalid_argument'],
    ['handle=..%2f', 400, 'invalid_argument'],
    ['handle=ada&sections=', 400, 'invalid_argument'],
    ['handle=ada&sections=nonsense', 400, 'invalid_argument'],
    ['handle=ada&sections=identity,identity', 400, 'invalid_argument'],
    ['handle=ada&sections=settings', 400, 'invalid_argument'],
    ['handle=ada&sections=__proto__', 400, 'invalid_argument'],
    ['handle=ada&sections=identity&sections=skills', 400, 'invalid_argument'],
    ['handle=ada&handle=sam&sections=identity', 400, 'invalid_argument'],
    ['handle=ada&key=pk_1&key=pk_2', 400, 'invalid_argument'],
    ['handle=ada&known=x&known=y', 400, 'invalid_argument'],
    ['handle=ada&other=1', 400, 'invalid_argument'],
    ['handle=ada&__proto__=1', 400, 'invalid_argument'],
    ['handle=ada&Handle=ada', 400, 'invalid_argument'],
    ['handle=%ff', 400, 'invalid_argument'],
    ['handle=%zz', 400, 'invalid_argument'],
    ['%ff=ada', 400, 'invalid_argument'],
    ['handle=ada&sections=%e4%f6', 400, 'invalid_argument'],
    ['&&&', 400, 'invalid_argument'],
    ['handle=ada&key=none', 401, 'invalid_key'],
    ['handle=ada&key=', 401, 'invalid_key'],
  ])('%s is refused as a typed problem', async (query, status, code) => {
    const d = await people('ada', 'sam');
    const { response, text } = await read(d, query);
    expect([query, response.status, response.headers.get('content-type')]).toEqual([
      query,
      status,
      'application/problem+json',
    ]);
    expect(JSON.parse(text)).toMatchObject({ code, detail: expect.any(String) });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    'profile.mine',
    'profile.update',
    'profile',
    '',
    'profile.get/',
    'profile%2Eget',
    '__proto__',
    'privacy.get',
  ])('for %s is one for nothing', async (name) => {
    const response = await deployment().t.fetch(`/v1/read/${name}?handle=ada`);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'not_found']);
  });

  test('names the parameter at fault', async () => {
    const d = deployment();
    const fields = async (query: string) => (JSON.parse((await read(d, query)).text) as { fields?: unknown }).fields;
    expect(await fields('handle=ada&sections=identity,nonsense')).toEqual([
      { path: 'sections.1', code: 'not_an_option', message: expect.stringContaining('must be one of identity, about') },
    ]);
    expect(await fields('handle=ada&sections=a&sections=b')).toEqual([
      { path: 'sections', code: 'too_many', message: 'is given twice' },
    ]);
    expect(await fields('handle=ada&handle=b&sections=b')).toEqual([
      { path: 'sections', code: 'unknown_field', message: 'stands after the last handle, and so belongs to none' },
    ]);
    expect(await fields('handle=ada&se%0actions=b')).toEqual([
      { path: 'se?ctions', code: 'unknown_field', message: 'is not a known field' },
    ]);
    expect(await fields('other=1&handle=ada')).toEqual([
      { path: 'other', code: 'unknown_field', message: 'is not a known field' },
    ]);
    expect(await fields(`handle=${hundred},ada`)).toEqual([
      { path: 'handle', code: 'too_many', message: 'must be at most 100 in one request' },
    ]);
  });

  test('is answered where some of its asks are not', async () => {
    const d = await people('ada');
    const { response, answers } = await read(d, 'handle=ada,BAD,x');
    expect(response.status).toBe(200);
    expect(answers[0]!.value).toMatchObject({ handle: 'ada' });
    for (const { error } of answers.slice(1))
      expect(error).toMatchObject({ code: 'invalid_argument', fields: [{ path: 'handle' }] });
    const mixed = await read(d, 'sections=nonsense&handle=ada&sections=identity&handle=ada');
    expect(mixed.answers.map(({ error }) => error?.code)).toEqual(['invalid_argument', undefined]);
  });

  test('may be as long as a hundred of the longest handles with all sections', async () => {
    const d = deployment();
    const longest = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(40, 'x')).join();
    const sections = 'identity,about,contact,availability,skills,education,workExperience,projects,languages,links';
    const { response, answers } = await read(d, `handle=${longest}&sections=${encodeURIComponent(sections)}`);
    expect([response.status, answers.length]).toEqual([200, 100]);
  });

  test('with a key is admitted on the partner’s pages alone, for any ask', async () => {
    const d = await people('ada');
    const { name } = await (await partnerOf(d)).issue('publishable');
    for (const handle of ['ada', 'nobody']) {
      const own = await read(d, `handle=${handle}&key=${name}`, { Origin: ORIGIN });
      expect([own.response.status, own.response.headers.get('vary')]).toEqual([200, 'Origin']);
      for (const origin of ['https://elsewhere.example', undefined]) {
        const { response, text } = await read(d, `key=${name}&handle=${handle}`, origin ? { Origin: origin } : {});
        expect([response.status, response.headers.get('vary')]).toEqual([403, 'Origin']);
        expect(JSON.parse(text)).toMatchObject({ code: 'origin_not_allowed' });
      }
    }
  });

  test('draws from no rate limit: a hundred requests stop nothing', async () => {
    const d = await people('ada');
    const { name } = await (await partnerOf(d)).issue('publishable', 1);
    for (let asked = 0; asked < 100; asked += 1) await read(d, `handle=ada&key=${name}`, { Origin: ORIGIN });
    expect((await read(d, `handle=ada&key=${name}`, { Origin: ORIGIN })).response.status).toBe(200);
  });
});

test('every query that pages read admits anybody, and takes arguments that an address can hold', () => {
  const readable = listFunctions(contract).filter(({ contract: { http } }) => http);
  expect(readable.map(({ name }) => name)).toContain('profile.get');
  for (const { name, contract: declared } of readable) {
    expect([name, declared.kind, declared.callers.includes('anonymous')]).toEqual([name, 'query', true]);
    expect(declared.http!.batch).toBeGreaterThanOrEqual(1);
    expect(declared.http!.batch).toBeLessThanOrEqual(100);
    const { shape } = declared.args as z.ZodObject;
    if (declared.http!.batch > 1) expect(Object.keys(shape)).toContain('handle');
    expect(Object.keys(shape)).not.toContain('key');
    expect(Object.keys(shape)).not.toContain('known');
    for (const [argument, schema] of Object.entries(shape)) {
      const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
      const item = inner instanceof z.ZodArray ? inner.element : inner;
      expect([name, argument, item instanceof z.ZodString || item instanceof z.ZodEnum]).toEqual([
        name,
        argument,
        true,
      ]);
    }
  }
});
