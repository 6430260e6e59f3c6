/**
 * Bundles for browsers, made from the JavaScript in the packages' dist: the embed build (dist/embed: one small entry and hashed chunks,
 * never one big file) and a script per example page (dist/examples/<folder>/<page>.js). ES modules only.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { manifest } from './scripts/build/manifest.mjs';
import { pageFolders } from './scripts/build/page-folders.mjs';
import { embeddedWords } from './scripts/build/embedded-words.mjs';
import { minifyTemplates } from './scripts/build/minify-templates.ts';
import { stripTypes } from './scripts/build/strip-types.mjs';
import { internalNames, readOnlyLit, shortProperties } from './scripts/build/internal-names.mjs';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(path.join(root, 'packages/elements/package.json'), 'utf8'));

/**
 * By published entry points, as a partner's bundler would see them. `production` is
 * named because the plugin otherwise takes Lit's development build where a test runner has set NODE_ENV.
 */
const resolve = nodeResolve({ browser: true, exportConditions: ['browser', 'production', 'import', 'default'] });
const minifying = { module: true, ecma: 2022, compress: { passes: 3 }, format: { comments: false } };
const minify = terser(minifying);
const minifyEmbed = terser({ ...minifying, mangle: { properties: internalNames } });

/**
 * Modules that most elements share come in one file, since every further file costs a request and a compression of its
 * own. Lit must be in one file with all that use its internals.
 */
const SHARED = [
  [/scripts\/build\/read-only-lit\.mjs$/, 'core'],
  [
    /packages\/elements\/dist\/(enclosing|appearance\/(adopt|css|icon|surface\.styles)|localization\/(en|localize)|resource\/(origin|resource-element)|untrusted|profile\/(identity|profile-element|profile-card\/profile-card|profile-card\/profile-card.styles))\.js$/,
    'core',
  ],
  [/packages\/sdk\/dist\/(batch-reader|deadline|errors|site)\.js$/, 'core'],
  // Readings that one caller can end, and of whole profiles: elements share theirs.
  [/packages\/sdk\/dist\/(abortable|profile-route|reader)\.js$/, 'reader'],
  // A chunk for the messages to developers; else they would come with the reader, which rarely needs them.
  [/packages\/sdk\/dist\/tell-once\.js$/, 'tell-once'],
  // Only an answer that describes an error needs the codes; else they would come with the rules beside them.
  [/packages\/(schema\/dist\/contract\/rules\/error-codes|sdk\/dist\/payload)\.js$/, 'payload'],
  [/packages\/elements\/dist\/profile\/(section\.styles|section-element|words)\.js$/, 'section'],
  // The card loads it with its second column.
  [/packages\/elements\/dist\/localization\/partial-date\.js$/, 'dates'],
  [/packages\/elements\/dist\/portfolio\/(portfolio-element(\.styles)?|validity|words)\.js$/, 'portfolio'],
];

function sharedChunk(id) {
  return SHARED.find(([pattern]) => pattern.test(id))?.[1];
}

function embed() {
  return {
    input: { gigsy: 'packages/elements/dist/embed.js' },
    output: {
      dir: 'dist/embed',
      format: 'es',
      entryFileNames: '[name].js',
      // By their contents alone, in small letters and digits: the entry and the core name most chunks, and each page loads
      // those names. The manifest tells what a chunk holds.
      chunkFileNames: 'chunks/[hash:7].js',
      hashCharacters: 'base36',
      hoistTransitiveImports: false,
      manualChunks: sharedChunk,
      // No code inspects the namespace objects inside: they need no tag, no freezing, no live bindings.
      freeze: false,
      externalLiveBindings: false,
      generatedCode: { preset: 'es2015', symbols: false },
    },
    plugins: [
      readOnlyLit(),
      embeddedWords(),
      resolve,
      shortProperties(),
      minifyTemplates(),
      minifyEmbed,
      manifest({ root, version }),
    ],
  };
}

const elementEntry = (name, room = 'profile') => `packages/elements/dist/${room}/${name}/${name}.define.js`;

/**
 * Elements beside a card, as a bundler ships them with Lit in full: what the size gate measures of
 * elements that come from the package. No page loads it.
 */
function editing(folder, input) {
  return {
    input: { card: elementEntry('profile-card'), ...input },
    output: {
      dir: `dist/${folder}`,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:7].js',
    },
    plugins: [resolve, minifyTemplates(), minify, manifest({ root, version })],
  };
}

/**
 * An entry of the SDK in one file, as a program has it that takes all of it: what the size gate
 * measures. Nobody loads it. Each is a build of its own, so that none leaves code in a file that both share.
 */
function sdkEntry(name, input) {
  return {
    input: { [name]: input },
    output: { dir: 'dist/sdk', format: 'es', entryFileNames: '[name].js', inlineDynamicImports: true },
    plugins: [resolve, minify],
  };
}

/** The scripts of one folder's pages, with the code that they share in chunks. */
function scriptsOf(folder, files) {
  const name = (file) => path.basename(file, '.ts').replace('.page', '');
  return {
    input: Object.fromEntries(files.map((file) => [name(file), `${folder}/src/${file}`])),
    output: {
      dir: `dist/${folder}`,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
    plugins: [stripTypes(), resolve, minify],
  };
}

/** A worker is one file. The libraries for which it is there come minified, and are long: no start waits for another pass. */
function workerOf(folder, file) {
  return {
    input: `${folder}/src/${file}`,
    output: { dir: `dist/${folder}`, format: 'es', entryFileNames: '[name].js', inlineDynamicImports: true },
    plugins: [stripTypes(), resolve],
  };
}

const isWorker = (file) => file.endsWith('.worker.ts');

/** Bundles that nobody loads. The size gate makes them when it measures; a first start does not wait for them. */
export const measured = [
  editing('editing', {
    editor: elementEntry('profile-editor'),
    matrix: elementEntry('privacy-matrix', 'privacy'),
  }),
  editing('portfolio-editing', { editor: elementEntry('portfolio-editor', 'portfolio') }),
  sdkEntry('access', 'packages/sdk/dist/access/index.js'),
  sdkEntry('files', 'packages/sdk/dist/files.js'),
  sdkEntry('webhooks', 'packages/sdk/dist/webhooks.js'),
];

export default [
  ...(existsSync('packages/elements/dist/embed.js') ? [embed()] : []),
  ...[...pageFolders()].flatMap(([folder, files]) => [
    scriptsOf(
      folder,
      files.filter((file) => !isWorker(file)),
    ),
    ...files.filter(isWorker).map((file) => workerOf(folder, file)),
  ]),
];
