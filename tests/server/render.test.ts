/**
 * The server's markup of each element: whole, in one language, without markup from the profile, under one known style.
 */
import { createHash } from 'node:crypto';
import {
  type AttributeValues,
  type ProfileTag,
  renderElement,
  renderShadow,
  styleHashes,
  stylesheets,
} from '@gigsy/elements/server';
import { isGigsyError } from '@gigsy/sdk/reader';
import { describe, expect, test } from 'vitest';
import { elementDescriptors } from '../../scripts/elements/descriptors.ts';
import { takeManifest } from '../../scripts/elements/manifest.ts';
import { full, hostile } from './people.ts';
import { classes } from '../../packages/elements/src/server/classes.generated.ts';

const tags = Object.keys(classes) as ProfileTag[];

/** The text that a reader without styles sees. */
function words(markup: string): string {
  return markup
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function tagsIn(markup: string): string[] {
  return [...new Set([...markup.matchAll(/<\/?([a-z!?][\w-]*)/gi)].map((match) => match[1]!))].sort();
}

async function refusal(call: () => Promise<string>): Promise<{ code: string; paths?: string[] } | string> {
  try {
    return await call();
  } catch (error) {
    if (!isGigsyError(error)) throw error;
    return { code: error.code, paths: error.fields?.map(({ path }) => path) };
  }
}

test('every element that shows a profile is there, and the package names no other', async () => {
  const shown = elementDescriptors(await takeManifest()).filter(({ shows }) => shows === 'profile');
  expect(tags).toEqual(shown.map(({ tag }) => tag));
  const ofProfiles = shown.filter(({ module }) => module.startsWith('profile/'));
  expect(Object.keys(said).sort()).toEqual(ofProfiles.map(({ tag }) => tag));
});

/** The words of the elements of the profile domain for a full profile. */
const said: Partial<Record<ProfileTag, string[]>> = {
  'gigsy-profile-card': [
    'Ada Lovelace',
    'Analyst of engines',
    'she/her',
    'London, United Kingdom',
    'Available',
    'Mathematics',
    'Music',
    '+2',
    'I write programs',
    '12 hours per week',
    'Learning',
    'Website',
  ],
  'gigsy-skill-matrix': ['Skills', 'Level', 'Mathematics', 'Italian', 'Expert'],
  'gigsy-profile-header': ['Ada Lovelace', 'Analyst of engines', 'London, United Kingdom', 'Website'],
  'gigsy-about-section': ['About', 'I write programs for machines that do not exist yet.'],
  'gigsy-experience-list': ['Experience', 'Analyst', 'Babbage &#38; Co.', 'Oct 1842 – present', 'Note G'],
  'gigsy-education-list': ['Education', 'University of London', 'Mathematics'],
  'gigsy-project-list': ['Projects', 'Notes on the Engine', 'Scientific Memoirs', '1842 – Sep 1843', 'Algorithms'],
  'gigsy-certificate-list': ['Certificates', 'Analyst of engines', 'Royal Society', 'Sep 1843', 'Expired (1850)'],
  'gigsy-award-list': ['Awards', 'Silver pendulum', 'Society of Machines', '1843', 'For Note G.'],
  'gigsy-publication-list': ['Publications', 'Sketch of the Engine', 'Memoirs', 'Sep 1843', 'With notes.'],
  'gigsy-volunteering-list': ['Volunteering', 'Reader', 'Parish library', '1840 – present', 'Forty evenings'],
  'gigsy-organisation-section': [
    'Organisation',
    'Babbage &#38; Co.',
    'Engines',
    '1,001+ people',
    'We build slowly.',
    'Openings',
    'work@example.com',
  ],
  'gigsy-mentoring-section': [
    'Mentoring',
    'Algorithms',
    'Bring notes.',
    'Call · In person · Up to 2 mentees at a time',
  ],
  'gigsy-language-list': ['Languages', 'French', 'C1 · Professional'],
};

describe.each(tags)('%s', (tag) => {
  test('says everything without script', async () => {
    const shadow = await renderShadow(tag, { profile: full });
    expect(shadow).toMatch(/^<template shadowrootmode="open"><style>[^]*<\/template>$/);
    const text = words(shadow);
    for (const part of said[tag] ?? []) expect(text).toContain(part);
    expect(shadow).not.toMatch(/<!|<\?|aria-busy="true"/);
  });

  test('has one style, whose hash is published, in every state and language', async () => {
    for (const lang of ['en', 'de', 'ar', 'xx-nothing', 'not a tag!']) {
      for (const profile of [full, hostile, null, {} as typeof full]) {
        const styles = [...(await renderShadow(tag, { profile, lang })).matchAll(/<style>(.*?)<\/style>/gs)].map(
          (match) => match[1]!,
        );
        expect(styles).toHaveLength(1);
        expect(styleHashes[tag]).toBe(`'sha256-${createHash('sha256').update(styles[0]!).digest('base64')}'`);
      }
    }
  });

  test('a hidden or unknown profile reads as not available, in the language', async () => {
    expect(words(await renderShadow(tag, { profile: null }))).toBe('This profile is not available.');
    const german = await renderElement(tag, { profile: null, lang: 'de', attributes: { handle: 'tomas' } });
    expect(words(german)).toBe('Dieses Profil ist nicht verfügbar.');
    expect(german).toMatch(new RegExp(`^<${tag} handle="tomas" lang="de" state="unavailable"><template`));
  });

  test('hostile content is text, and makes no tag, no comment, no address', async () => {
    const [safe, harmed] = [
      await renderElement(tag, { profile: full }),
      await renderElement(tag, { profile: hostile }),
    ];
    expect(tagsIn(harmed).filter((name) => !tagsIn(safe).includes(name))).toEqual([]);
    expect(harmed.match(/<\/(style|template)>/g)).toEqual(['</style>', '</template>']);
    expect(harmed).not.toMatch(/\son\w+\s*=\s*["']|javascript:/i);
  });

  test('values of any shape cause no error', async () => {
    for (const value of [
      {},
      { identity: 7, skills: 'x', links: [null, 1], about: [], workExperience: {}, handle: [] },
      [],
    ]) {
      expect(await renderElement(tag, { profile: value as never })).toContain('</template>');
    }
  });
});

test('words, numbers and dates are in the language, and simultaneous calls do not mix languages', async () => {
  const languages = ['en', 'de', 'ar', 'ja', 'en', 'de'];
  const written = await Promise.all(
    languages.map(async (lang) => words(await renderShadow('gigsy-experience-list', { profile: full, lang }))),
  );
  expect(written.map((text) => text.split(' ')[0])).toEqual([
    'Experience',
    'Berufserfahrung',
    'الخبرة',
    '職歴',
    'Experience',
    'Berufserfahrung',
  ]);
  expect(written[1]).toContain('Okt. 1842');
  const arabic = await renderShadow('gigsy-profile-card', { profile: full, lang: 'ar' });
  expect(arabic).toContain('dir="rtl" lang="ar"');
  expect(words(arabic)).toContain('المملكة المتحدة');
});

test.each([
  ['is', 'en', 'United Kingdom'],
  ['xx', 'en', 'United Kingdom'],
  ['zh-Hant', 'en', 'United Kingdom'],
  ['pt-PT', 'pt', 'Reino Unido'],
  ['de-CH', 'de', 'Vereinigtes Königreich'],
])('%s reads as %s throughout, as in a browser', async (lang, spoken, place) => {
  const card = await renderShadow('gigsy-profile-card', { profile: full, lang });
  expect(card).toContain(`lang="${spoken}"`);
  expect(words(card)).toContain(place);
});

test('attributes say how to render, and are written escaped', async () => {
  const markup = await renderElement('gigsy-profile-card', {
    profile: full,
    fallback: '<b slot="badge">✓</b>',
    attributes: {
      'heading-level': 2,
      'href-template': '/people/{handle}?a&b="',
      live: true,
      hidden: false,
      class: undefined,
      'data-x': '<"&>',
      dir: 'rtl',
    },
  });
  expect(markup).toMatch(
    /^<gigsy-profile-card heading-level="2" href-template="\/people\/\{handle}\?a&#38;b=&#34;" live data-x="&#60;&#34;&#38;&#62;" dir="rtl" handle="ada" state="ready"><template/,
  );
  expect(markup).toContain('aria-level="2"');
  expect(markup).toContain('<a part="link" href="/people/ada?a&#38;b=&#34;">');
  expect(markup).toContain('class="frame" dir="rtl"');
  expect(markup).toMatch(/<\/template><b slot="badge">✓<\/b><\/gigsy-profile-card>$/);
  expect(
    await renderShadow('gigsy-profile-card', { profile: full, attributes: { 'href-template': 'javascript:alert(1)' } }),
  ).not.toContain('part="link"');
  expect(await renderShadow('gigsy-skill-matrix', { profile: full, attributes: { view: 'table' } })).toContain(
    'role="table"',
  );
});

test('a provider passes through with its content', async () => {
  expect(
    await renderElement('gigsy-provider', {
      lang: 'de',
      attributes: { api: 'https://x.example' },
      fallback: '<p>x</p>',
    }),
  ).toBe('<gigsy-provider api="https://x.example" lang="de"><p>x</p></gigsy-provider>');
});

test('a form passes through, with the fallback that is shown until its code is there', async () => {
  expect(await renderElement('gigsy-profile-form', { attributes: { section: 'identity' }, fallback: '<p>x</p>' })).toBe(
    '<gigsy-profile-form section="identity"><p>x</p></gigsy-profile-form>',
  );
});

test.each<[string, () => Promise<string>, string]>([
  ['an unknown tag', () => renderShadow('gigsy-nothing' as ProfileTag, { profile: null }), 'tag'],
  ['a tag of an object', () => renderShadow('constructor' as ProfileTag, { profile: null }), 'tag'],
  ['a tag of a list', () => renderElement(['gigsy-provider'] as never, {}), 'tag'],
  ['no profile', () => renderElement('gigsy-profile-card', {}), 'profile'],
  ['a profile of text', () => renderShadow('gigsy-profile-card', { profile: 'ada' as never }), 'profile'],
  ['a language of a number', () => renderShadow('gigsy-profile-card', { profile: null, lang: 7 as never }), 'lang'],
  [
    'a fallback of an object',
    () => renderElement('gigsy-profile-card', { profile: null, fallback: {} as never }),
    'fallback',
  ],
  [
    'attributes of text',
    () => renderElement('gigsy-profile-card', { profile: null, attributes: 'x' as never }),
    'attributes',
  ],
  ['no options', () => renderElement('gigsy-profile-card', undefined as never), 'options'],
  ['no options of a shadow', () => renderShadow('gigsy-profile-card', null as never), 'options'],
])('%s is refused by the name of the field', async (_, call, path) => {
  expect(await refusal(call)).toEqual({ code: 'invalid_argument', paths: [path] });
});

test.each<AttributeValues>([
  { onclick: 'alert(1)' },
  { ONLOAD: 'x' },
  { 'a b': '' },
  { 'x><script': '' },
  { 'x=y': '' },
  { '': '' },
  { state: 'ready' },
  { handle: {} as never },
  { handle: (() => 'x') as never },
])('the attribute in %o is refused', async (attributes) => {
  const path = `attributes.${Object.keys(attributes)[0]}`;
  expect(await refusal(() => renderElement('gigsy-profile-card', { profile: null, attributes }))).toEqual({
    code: 'invalid_argument',
    paths: [path],
  });
  expect(await refusal(() => renderElement('gigsy-provider', { attributes }))).toEqual({
    code: 'invalid_argument',
    paths: [path],
  });
});

describe('a page with styles of its own', () => {
  test.each(tags)('%s refers to its style, whose file is named by its content', async (tag) => {
    const { file, text } = stylesheets[tag];
    const shadow = await renderShadow(tag, { profile: full, stylesheets: '/assets?"' });
    expect(shadow).toContain(
      `<template shadowrootmode="open"><link rel="stylesheet" href="/assets?&#34;/${file}"><div`,
    );
    expect(shadow).not.toContain('<style>');
    expect(await renderShadow(tag, { profile: full })).toContain(`<style>${text}</style>`);
    expect(file).toMatch(new RegExp(`^${tag}\\.[a-z0-9]{8}\\.css$`));
  });

  test('files of different texts have different names', () => {
    expect(new Set(Object.values(stylesheets).map(({ file }) => file)).size).toBe(Object.keys(stylesheets).length);
  });

  test('a folder that is not text is refused', async () => {
    const call = () => renderShadow('gigsy-profile-card', { profile: full, stylesheets: 7 as never });
    expect(await refusal(call)).toEqual({ code: 'invalid_argument', paths: ['stylesheets'] });
  });
});

describe('handing the profile over', () => {
  const given = async (tag: ProfileTag, profile: unknown): Promise<unknown> => {
    const shadow = await renderShadow(tag, { profile: profile as typeof full, handOver: true });
    const json = /<script type="application\/json">(.*?)<\/script><\/template>$/s.exec(shadow)?.[1];
    return json && JSON.parse(json);
  };

  test('gives the sections that the element shows, and no others', async () => {
    expect(await given('gigsy-about-section', full)).toEqual({ handle: 'ada', role: 'mentor', about: full.about });
    expect(Object.keys((await given('gigsy-profile-card', full)) as object)).toEqual([
      'handle',
      'role',
      'identity',
      'availability',
      'skills',
      'about',
      'links',
    ]);
  });

  test('hostile content stays inside the data', async () => {
    const shadow = await renderShadow('gigsy-profile-card', { profile: hostile, handOver: true });
    expect(shadow.match(/<\/?script|<!--/g)).toEqual(['<script', '</script']);
    expect(await given('gigsy-profile-card', hostile)).toMatchObject({ identity: hostile.identity });
  });

  test('is left out unless it is asked for, without a profile, and for values that are not JSON', async () => {
    expect(await renderShadow('gigsy-profile-card', { profile: full })).not.toContain('<script');
    expect(await given('gigsy-profile-card', null)).toBeUndefined();
    expect(await given('gigsy-about-section', { handle: 'ada', about: { text: 1n } })).toBeUndefined();
  });
});
