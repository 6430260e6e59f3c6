/** Texts: something visible, at most as many lines as the field has, few marks on a letter. */
import {
  cleanText,
  cutText,
  isEmail,
  isInvisible,
  lengthOf,
  objectSections,
  parseArgs,
  changesSchema,
  contract,
  withoutPiles,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

function refused(changes: unknown): string[] {
  return (
    changesSchema.safeParse(changes).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []
  );
}

const UNSEEN = [
  '\u200b',
  '\u3164',
  '\u2800',
  '\u00ad',
  '\u200d',
  '\u180e',
  '\u{e0041}',
  '\ufe0f',
  '\u{e0100}',
  '\u034f',
  '\u115f',
  '\u1160',
  '\uffa0',
  '\ufeff',
  '\u2060',
  '\u2063',
  '\u200e',
  '\u17b4',
  '\u00a0',
  '\u2028',
  '\u{1d159}',
  '\ufff9',
];

describe('invisible text', () => {
  test.each([...UNSEEN, '', ' ', '\u200b \u3164', '\u2800\u2800', '\u00ad\u200d\ufe0f'])(
    '%j is refused as empty',
    (text) => {
      expect(isInvisible(text)).toBe(true);
      expect(refused({ identity: { displayName: text } })).toContain('identity.displayName must not be empty');
    },
  );

  test('is refused in every one-line and every longer field', () => {
    const blank = '\u200b\u3164';
    expect(
      refused({
        identity: { headline: blank, pronouns: blank, location: { city: blank, region: blank } },
        about: { text: blank },
        skills: [{ name: blank, category: blank, keywords: [blank] }],
        education: [{ institution: blank, area: blank, studyType: blank, score: blank, courses: [blank] }],
        workExperience: [
          { organisation: blank, position: blank, location: blank, summary: blank, highlights: [blank] },
        ],
        projects: [
          {
            name: blank,
            description: blank,
            highlights: [blank],
            keywords: [blank],
            roles: [blank],
            organisation: blank,
          },
        ],
        languages: [{ name: blank, fluency: blank }],
        links: [{ label: blank, url: 'https://a.example', username: blank }],
      }).filter((message) => message.endsWith(' must not be empty')),
    ).toHaveLength(28);
  });

  test('any mixture of it is refused, and accepted with one letter in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...UNSEEN, ' '), { maxLength: 8 }), fc.nat(8), (signs, at) => {
        expect(isInvisible(signs.join(''))).toBe(true);
        expect(isInvisible(signs.toSpliced(at, 0, 'a').join(''))).toBe(false);
      }),
    );
  });
});

const NAMES = [
  'กู้เกียรติ ศรีที่',
  'Nguyễn Thị Hồng'.normalize('NFD'),
  'क्षेत्रज्ञ श्रीमती',
  'יְרוּשָׁלַ֫יִם',
  'ཧྐྵྨླྺྼྻྂ',
  'ကျွန်ုပ်',
  'مُحَمَّدٌ',
  '👩🏽‍❤️‍💋‍👨 Zoë',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Isla',
  'ខ្ញុំស្រឡាញ់',
  'می‌خواهم',
  '1️⃣ One',
  'O’Neil',
  '홍길동'.normalize('NFD'),
  'ọ̀lábísí',
];

describe('marks on letters', () => {
  test.each(NAMES)('%j is a name', (displayName) => expect(refused({ identity: { displayName } })).toEqual([]));

  test.each([
    'Z\u0301\u0302\u0303\u0304\u0305\u0306',
    `a${'\u0489'.repeat(40)}`,
    `Z${'\u0301\u200d'.repeat(8)}`,
    `ก${'\u0e49'.repeat(9)}`,
    `ש${'\u05b8'.repeat(9)}`,
    `\u0640${'\u064b'.repeat(9)}`,
    `${'\u0301'.repeat(6)}a`,
  ])('%j is refused, and can be mended by removing marks', (displayName) => {
    expect(refused({ identity: { displayName } })).toEqual([
      'identity.displayName must not have more than 5 marks on one letter',
    ]);
    expect(refused({ about: { text: displayName } })).toHaveLength(1);
    expect(refused({ identity: { displayName: withoutPiles(displayName) } })).toEqual([]);
  });
});

test('a line separator is refused in one line, and accepted in longer text', () => {
  expect(refused({ identity: { headline: 'a\u2028b' } })).toEqual(['identity.headline must be one line']);
  expect(refused({ about: { text: 'a\u2028b' } })).toEqual([]);
});

describe('a cleaned text', () => {
  test.each([
    ['a\u000bb', 'a\nb'],
    ['a\fb', 'a\nb'],
    ['a\rb', 'a\nb'],
    ['a\r\nb', 'a\nb'],
    ['a\u0085b', 'a\nb'],
    ['a\u001fb', 'a b'],
    ['a\u001cb', 'a b'],
    ['a\tb', 'a\tb'],
    ['a\u0000b', 'ab'],
  ])('%j becomes %j', (given, clean) => expect(cleanText(given)).toBe(clean));
});

describe('a length', () => {
  const { headline } = objectSections.identity.shape;
  test.each([
    ['letters', 'x', 1],
    ['emoji of one sign', '😀', 1],
    ['letters beyond the first plane', '𝒜', 1],
    ['letters with a combining mark', 'e\u0301', 2],
    ['emoji of several people', '👨‍👩‍👧', 5],
    ['flags', '🇩🇪', 2],
  ])('of %s counts code points, in the contract and in its JSON Schema', (_, sign, points) => {
    expect(lengthOf(sign)).toBe(points);
    const most = sign.repeat(200 / points);
    expect([lengthOf(most), headline.safeParse(most).success]).toEqual([200, true]);
    expect(refused({ identity: { headline: `${most}x` } })).toEqual([
      'identity.headline must have at most 200 characters',
    ]);
    expect(z.toJSONSchema(headline, { unrepresentable: 'any' })).toMatchObject({ maxLength: 200 });
  });
});

describe('a cut text', () => {
  test.each([
    ['ab👨‍👩‍👧', 5, 'ab'],
    ['ab🇩🇪🇫🇷', 6, 'ab🇩🇪🇫🇷'],
    ['ab🇩🇪🇫🇷', 5, 'ab🇩🇪'],
    ['ab🇩🇪🇫🇷', 3, 'ab'],
    ['ae\u0301', 2, 'a'],
    ['क्षत्रिय', 3, 'क्ष'],
    ['각각'.normalize('NFD'), 4, '각'.normalize('NFD')],
    ['a\ud83d\ude00', 2, 'a\ud83d\ude00'],
    ['a\ud83d\ude00', 1, 'a'],
    ['a\r\nb', 2, 'a'],
    ['👩🏽‍🎓', 4, '👩🏽‍🎓'],
    ['👩🏽‍🎓', 3, ''],
    ['abc', 3, 'abc'],
    ['a bc', 2, 'a'],
  ])('%j at %i is %j', (given, max, cut) => expect(cutText(given, max)).toBe(cut));

  test('is a beginning of the text within the limit, and ends between characters that a reader sees', () => {
    const signs = fc.constantFrom('a', ' ', '👨‍👩‍👧', '🇩🇪', 'e\u0301', 'क्ष', '\u200d', '👍🏽', '각'.normalize('NFD'));
    fc.assert(
      fc.property(
        fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
        fc.nat(30),
        (text, max) => {
          const cut = cutText(text, max);
          const ends = [...new Intl.Segmenter('en').segment(text)].map(({ index, segment }) => index + segment.length);
          expect(lengthOf(cut)).toBeLessThanOrEqual(max);
          expect(text.startsWith(cut)).toBe(true);
          expect(cut === '' || ends.some((end) => text.slice(0, end).trimEnd() === cut) || cut === text).toBe(true);
        },
      ),
    );
  });
});

describe('an e-mail address', () => {
  test.each([
    'a@b.co',
    'jörg@ahlers-büro.example',
    '用户@例子.广告',
    "o'neil+tag@a.example",
    'x@xn--bcher-kva.example',
    'संपर्क@डाटामेल.भारत',
  ])('%s is accepted', (email) => {
    expect(refused({ contact: { email } })).toEqual([]);
  });

  test.each([
    '',
    'a',
    'a@b',
    '@b.example',
    'a@',
    'a b@c.example',
    'a@b@c.example',
    '.a@b.example',
    'a..b@c.example',
    'a@-b.example',
    'a@b-.example',
    'a@1.2.3.4',
    'a@[1.2.3.4]',
    '"a b"@c.example',
    'J <a@b.example>',
    'mailto:a@b.example',
    'a@b.example\n',
    `${'ö'.repeat(33)}@b.example`,
    `a@${'b'.repeat(250)}.example`,
  ])('%j is not', (email) => {
    expect(isEmail(email)).toBe(false);
    expect(refused({ contact: { email } })).not.toEqual([]);
  });
});

test('the API explains an invisible name', () => {
  const update = {
    changes: { identity: { displayName: '\u3164' } },
    expected: { identity: 1 },
    idempotencyKey: 'k'.repeat(10),
  };
  expect(parseArgs(contract.profile.update.args, update)).toMatchObject({
    ok: false,
    error: {
      code: 'invalid_argument',
      fields: [{ path: 'changes.identity.displayName', message: 'must not be empty' }],
    },
  });
});
