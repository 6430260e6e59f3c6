/** The contract's own rules: text, dates, links, changes, names. */
import {
  applyChanges,
  canonicalJson,
  canonicalWriter,
  changesSchema,
  cleanText,
  contract,
  emptySections,
  errorStatus,
  handleSchema,
  isCleanText,
  isPartialDate,
  isSafeUrl,
  isSecureUrl,
  listFunctions,
  parseArgs,
  sectionsSchema,
} from '@gigsy/schema';
import fc from 'fast-check';
import type * as z from 'zod';
import { describe, expect, test } from 'vitest';

describe('text', () => {
  test('cleaned text is clean, and clean text changes at its ends only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isCleanText(cleanText(text))).toBe(true);
        if (isCleanText(text) && !text.includes('\ufffd')) expect(cleanText(text)).toBe(text.trim());
      }),
    );
  });

  test.each(['a\u0000b', '\u202eabc', '\u2067abc', '\ud800', 'a\u0007', '\u0085'])('%j is refused', (text) =>
    expect(isCleanText(text)).toBe(false),
  );
  test.each(['Zoë', '山田 太郎', 'مريم', '👩🏽‍🎓', 'a\u200db', 'tab\tand\nline', '\u200fعربي'])('%j is accepted', (text) =>
    expect(isCleanText(text)).toBe(true),
  );
});

test.each(['https://a.example/x?y#z', 'http://a.example'])('%s is a link', (url) => expect(isSafeUrl(url)).toBe(true));
test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//a.example',
  '/x',
  'https://u:p@a.example',
  'https://',
  ' ',
  'blob:https://a.example/1',
])('%s is not', (url) => expect(isSafeUrl(url)).toBe(false));
test('pages load from https or from this machine only', () => {
  expect(
    ['https://a.example', 'http://a.example', 'http://127.0.0.1:1/x', 'http://127.0.0.1.evil.example'].map(isSecureUrl),
  ).toEqual([true, false, true, false]);
});

test.each([
  ['2024', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-00', false],
  ['2024-1', false],
  ['24', false],
  ['0999', false],
  ['2024-12-31T00', false],
])('%s as a date: %s', (date, valid) => expect(isPartialDate(date as string)).toBe(valid));

test.each([
  ['ada', true],
  ['a', false],
  ['-ada', false],
  ['ada-', false],
  ['Ada', false],
  ['a_b', false],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
  ['ädä', false],
])('%s as a handle: %s', (handle, valid) => expect(handleSchema.safeParse(handle).success).toBe(valid));

describe('changes', () => {
  const before = { ...emptySections('Ada'), about: { text: 'old' }, identity: { displayName: 'Ada', headline: 'old' } };

  test('a given field replaces, null removes, absent stays, and untouched sections are the same objects', () => {
    const after = applyChanges(before, { identity: { headline: null }, about: { text: 'new' } }, () => 'id');
    expect(after.identity).toEqual({ displayName: 'Ada' });
    expect(after.about).toEqual({ text: 'new' });
    expect(canonicalJson(after.contact)).toBe(canonicalJson(before.contact));
  });

  test('a name cannot be removed and an unknown section is refused', () => {
    expect(changesSchema.safeParse({ identity: { displayName: null } }).success).toBe(false);
    expect(changesSchema.safeParse({ verification: {} }).success).toBe(false);
    expect(changesSchema.safeParse({}).success).toBe(false);
  });

  test('item ids are unique in a list; new items get one', () => {
    expect(
      changesSchema.safeParse({
        skills: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      }).success,
    ).toBe(false);
    let n = 0;
    expect(
      applyChanges(before, { skills: [{ name: 'A' }, { id: 'mine', name: 'B' }] }, () => `new${(n += 1)}`).skills,
    ).toEqual([
      { name: 'A', id: 'new1' },
      { id: 'mine', name: 'B' },
    ]);
  });

  test('a change applied twice has the effect of one', () => {
    const change = { identity: { headline: 'x' }, skills: [{ id: 's', name: 'S', level: 2 }] };
    const once = applyChanges(before, change, () => 'id');
    expect(applyChanges(once, change, () => 'id')).toEqual(once);
    expect(sectionsSchema.safeParse(once).success).toBe(true);
  });
});

test('canonical JSON does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => {
      const reversed = Object.fromEntries(Object.entries(given).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(given));
      const write = canonicalWriter();
      expect(write({ first: given, again: [given] })).toBe(canonicalJson({ first: given, again: [given] }));
      expect(write(reversed)).toBe(canonicalJson(given));
      expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
    }),
  );
});

test.each([
  [{ a: 1, b: { c: [1, null, 'x'], d: true } }, '{"a":1,"b":{"c":[1,null,"x"],"d":true}}'],
  [{ a: { c: 1, b: 2 } }, '{"a":{"b":2,"c":1}}'],
  [[{ b: 1, a: [{ d: 1, c: undefined }] }], '[{"a":[{"d":1}],"b":1}]'],
  [{ 2: 'two', 10: 'ten' }, '{"10":"ten","2":"two"}'],
  [{ a: [undefined], B: -0 }, '{"B":0,"a":[null]}'],
])('%j has the canonical form %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('every function names its callers, its errors by stable codes and its Convex path by its key', () => {
  for (const { name, path, contract: declared } of listFunctions(contract)) {
    expect(path).toBe(name.replace(/\.(\w+)$/, ':$1').replaceAll('.', '/'));
    expect(declared.callers.length).toBeGreaterThan(0);
    expect(declared.errors.every((code) => code in errorStatus)).toBe(true);
    expect(declared.kind === 'query' ? declared.rate === undefined : declared.rate !== undefined).toBe(true);
  }
});

test('a hostile list is answered with a bounded list of faults', () => {
  const refused = parseArgs(contract.profile.update.args, {
    changes: { skills: Array.from({ length: 5000 }, () => ({ name: 1 })) },
    expected: {},
    idempotencyKey: 'k'.repeat(10),
  });
  expect(!refused.ok && refused.error.fields!.length).toBeLessThanOrEqual(50);
});

describe('a fault in arguments', () => {
  type Node = z.ZodType & { unwrap?(): Node; shape?: Record<string, Node>; element?: Node; options?: Node[] };
  const WRONG = [
    undefined,
    null,
    1,
    -1,
    1.5,
    1e9,
    NaN,
    '',
    'x',
    'x'.repeat(10_000),
    '\u0000',
    true,
    [],
    [1],
    ['x', 'x'],
    {},
    { a: 1 },
  ];

  /** Values with one wrong place at any depth. */
  function wrongFor(schema: Node): unknown[] {
    if (schema.unwrap && !schema.shape && !schema.element) return wrongFor(schema.unwrap());
    const inside = schema.shape
      ? Object.entries(schema.shape).flatMap(([key, field]) => wrongFor(field).map((wrong) => ({ [key]: wrong })))
      : schema.element
        ? wrongFor(schema.element).map((wrong) => [wrong])
        : (schema.options ?? []).flatMap(wrongFor);
    return [...WRONG, ...inside];
  }

  test.each(listFunctions(contract).map(({ name, contract: declared }) => [name, declared.args] as const))(
    'of %s is described in plain words, with its place',
    (_, args) => {
      const told = wrongFor(args as Node).flatMap((wrong) => {
        const parsed = parseArgs(args, wrong);
        return parsed.ok ? [] : parsed.error.fields!;
      });
      expect(told.length).toBeGreaterThan(0);
      expect(
        [...new Set(told.map(({ message }) => message))].filter(
          (message) =>
            !/^(must|is|has|may) /.test(message) || /invalid|expected|received|undefined|NaN|\[object/i.test(message),
        ),
      ).toEqual([]);
    },
  );

  test('names the allowed words, the bounds and the missing field', () => {
    const refused = parseArgs(contract.profile.create.args, { role: 'king', sections: 7, extra: 1 });
    expect(!refused.ok && refused.error.fields).toEqual([
      { path: 'handle', code: 'required', message: 'must be text' },
      { path: 'role', code: 'not_an_option', message: 'must be one of student, employer, mentor' },
      { path: 'sections', code: 'wrong_type', message: 'must be an object' },
      { path: 'idempotencyKey', code: 'required', message: 'must be text' },
      { path: 'extra', code: 'unknown_field', message: 'is not a known field' },
    ]);
  });
});
