/** Elements are found by convention, documented once, and speak every language: breaches are refused by name. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/build/stamp.ts';
import { elementDescriptors } from '../../scripts/elements/descriptors.ts';
import { exportsOf } from '../../scripts/elements/exports.ts';
import { type ClassDeclaration, type ElementsManifest, takeManifest } from '../../scripts/elements/manifest.ts';
import { elementSources } from '../../scripts/elements/sources.ts';
import { findWords, wordSources } from '../../scripts/elements/words.ts';

function manifestOf(file: string, declaration: Partial<ClassDeclaration>): ElementsManifest {
  const base: ClassDeclaration = { kind: 'class', name: 'ProfileElement', superclass: { name: 'LitElement' } };
  const element: ClassDeclaration = {
    kind: 'class',
    name: 'GigsyThing',
    tagName: 'gigsy-thing',
    superclass: { name: 'ProfileElement' },
    events: [{ name: 'gigsy-load' }],
    ...declaration,
  };
  const module = (at: string, one: ClassDeclaration) => ({
    kind: 'javascript-module' as const,
    path: at,
    declarations: [one],
    exports: [],
  });
  return {
    schemaVersion: '1.0.0',
    readme: '',
    modules: [module('dist/profile/profile-element.js', base), module(file, element)],
  };
}

test('folder, file, class and tag of an element agree', () => {
  expect(elementDescriptors(manifestOf('dist/trust/thing/thing.js', {}))).toEqual([
    {
      name: 'thing',
      tag: 'gigsy-thing',
      class: 'GigsyThing',
      component: 'Thing',
      module: 'trust/thing/thing.ts',
      events: ['gigsy-load'],
      shows: 'profile',
      edits: false,
      asksClient: false,
      explains: false,
      packaged: false,
    },
  ]);
});

test.each([
  ['the tag of the element thing is gigsy-other; name it gigsy-thing', 'thing', { tagName: 'gigsy-other' }],
  ['the class of the element thing is Thing; name it GigsyThing', 'thing', { name: 'Thing' }],
  ['the folder of the element thing is other; name it thing', 'other', {}],
])('%s', (message, folder, change) => {
  expect(() => elementDescriptors(manifestOf(`dist/trust/${folder}/thing.js`, change))).toThrow(message);
});

test('an element whose base is in the room for writing edits: it comes neither from a server nor from the embed build', () => {
  const base = { superclass: { name: 'WritingElement' } };
  const form = { ...base, name: 'GigsyThingForm', tagName: 'gigsy-thing-form' };
  const manifest = manifestOf('dist/trust/thing-form/thing-form.js', form);
  manifest.modules.push({
    kind: 'javascript-module',
    path: 'dist/writing/writing-element.js',
    declarations: [{ kind: 'class', name: 'WritingElement', superclass: { name: 'LitElement' } }],
    exports: [],
  });
  const elements = elementDescriptors(manifest);
  expect(elements).toMatchObject([{ edits: true, shows: undefined }]);
  const sources = elementSources(elements);
  expect(sources['server/classes.generated.ts']).not.toContain('GigsyThingForm');
  expect(sources['server/classes.generated.ts']).toContain("export type PlainTag = 'gigsy-thing-form'");
  expect(sources['embed.generated.ts']).not.toContain('thing');
  expect(sources['trust/thing-form/thing-form.define.ts']).toContain("define('gigsy-thing-form', GigsyThingForm)");
  expect(sources['react/thing-form.ts']).toContain("{ onLoad: 'gigsy-load' }");
  manifest.modules[1]!.declarations[0]!.superclass = { name: 'ProfileElement' };
  expect(() => elementDescriptors(manifest)).toThrow(
    'elements that edit, and no others, have names that end in -form or -editor',
  );
});

test('an element whose base is in the room of clients asks by one: it comes neither from a server nor from the embed build', () => {
  const thing = { superclass: { name: 'ClientElement' } };
  const manifest = manifestOf('dist/trust/thing/thing.js', thing);
  manifest.modules.push({
    kind: 'javascript-module',
    path: 'dist/client/client-element.js',
    declarations: [{ kind: 'class', name: 'ClientElement', superclass: { name: 'LitElement' } }],
    exports: [],
  });
  const elements = elementDescriptors(manifest);
  expect(elements).toMatchObject([{ asksClient: true, edits: false, shows: undefined }]);
  const sources = elementSources(elements);
  expect(sources['server/classes.generated.ts']).toContain("export type PlainTag = 'gigsy-thing'");
  expect(sources['embed.generated.ts']).not.toContain('thing');
});

test('an element whose base is packaged does not come from the embed build', () => {
  const manifest = manifestOf('dist/trust/thing/thing.js', { superclass: { name: 'PackagedTrustElement' } });
  const elements = elementDescriptors(manifest);
  expect(elements).toMatchObject([{ packaged: true, asksClient: false }]);
  expect(elementSources(elements)['embed.generated.ts']).not.toContain('thing');
});

test('the exports map gains and loses the entries of elements, and keeps the others', () => {
  const current = {
    '.': './src/index.ts',
    './gone': { convex: './src/trust/gone/gone.ts' },
    './gone/define': { convex: './src/trust/gone/gone.define.ts' },
    './development': { convex: './src/development/development.ts' },
    './package.json': './package.json',
  };
  const elements = elementDescriptors(manifestOf('dist/trust/thing/thing.js', {}));
  const exports = exportsOf(current, elements);
  expect(Object.keys(exports)).toEqual(['.', './thing', './thing/define', './development', './package.json']);
  expect(exports['./thing/define']).toEqual({
    convex: './src/trust/thing/thing.define.ts',
    types: './dist/trust/thing/thing.define.d.ts',
    default: './dist/trust/thing/thing.define.js',
  });
});

test('shared members are documented on the base of elements alone, and each element has them', async () => {
  const { modules } = await takeManifest();
  const classes = modules.flatMap(({ declarations }) => declarations);
  const shown = elementDescriptors({ modules } as ElementsManifest).filter(({ shows }) => shows === 'profile');
  for (const { class: name } of shown) {
    const element = classes.find((declaration) => declaration.name === name)!;
    const described = [element.attributes, element.events, element.cssParts, element.cssProperties].flatMap(
      (list = []) => list,
    );
    const inherited = described.filter(({ inheritedFrom }) => inheritedFrom);
    expect(inherited.map((one) => one.name)).toEqual(
      expect.arrayContaining(['api', 'handle', 'live', 'theme', 'state', 'gigsy-load', 'gigsy-error', 'card', 'retry']),
    );
    expect(described.filter(({ description }) => !description).map((one) => `${name} ${one.name}`)).toEqual([]);
  }
});

test('words that lack a language are named', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-words-'));
  const write = (...files: string[]) => {
    for (const file of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), '');
    }
  };
  try {
    write('localization/words/de.ts', 'localization/words/xa.ts', 'trust/thing/words.ts', 'trust/thing/words/de.ts');
    expect(() => findWords(folder)).toThrow(
      'Words are missing in packages/elements/src: write trust/thing/words/xa.ts.',
    );
    write('trust/thing/words/xa.ts');
    const words = findWords(folder);
    expect(words).toEqual({ languages: ['de', 'xa'], parts: ['trust/thing'] });
    expect(wordSources(words)['languages/trust/xa.generated.ts']).toContain(
      "'trust/thing': () => import('../../trust/thing/words/xa.ts')",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('each part of the words is named as its folder, by which it is found', async () => {
  const { parts } = findWords();
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) {
    const { words } = (await import(path.join(root, 'packages/elements/src', part, 'words.ts'))) as {
      words: { name: string };
    };
    expect(words.name).toBe(part);
  }
});
