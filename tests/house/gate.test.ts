/** The parts of the gate that decide: reports of the runners, figures, the card's files, template shrinking. */
import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser.ts';
import { markup, styles } from '../../scripts/build/minify-templates.ts';
import {
  type Manifest,
  type ManifestFile,
  elementFiles,
  elementNames,
  forbiddenModules,
  languageFiles,
} from '../../scripts/gate/embed-files.ts';
import { playwrightTally, together, vitestTally } from '../../scripts/gate/reports.ts';
import { figureLine } from '../../scripts/measure/figure.ts';

test('a test file that could not run counts as a failure', () => {
  const report = {
    testResults: [
      {
        name: '/r/a.test.ts',
        status: 'passed',
        assertionResults: [
          { fullName: 'a', status: 'passed' },
          { fullName: 'b', status: 'skipped' },
        ],
      },
      { name: '/r/b.test.ts', status: 'failed', assertionResults: [] },
      { name: '/r/c.test.ts', status: 'failed', assertionResults: [{ fullName: 'c', status: 'failed' }] },
    ],
  };
  expect(vitestTally(JSON.stringify(report), '/r')).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    failures: ['b.test.ts: could not run', 'c.test.ts: c'],
  });
});

test('Playwright suites are counted at every depth', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const report = {
    errors: [],
    suites: [
      {
        title: 'a',
        specs: [spec('one', 'expected')],
        suites: [{ title: 'inner', specs: [spec('two', 'unexpected'), spec('three', 'skipped')] }],
      },
    ],
  };
  expect(playwrightTally(JSON.stringify(report))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 1,
    failures: ['a inner: two'],
  });
});

test('the runs of one step are counted together, with every reason', () => {
  const run = (failed: number, note?: string) => ({
    passed: 2,
    failed,
    skipped: 1,
    note,
    failures: failed ? [`fault ${note}`] : [],
  });
  expect(together([run(0), run(1, 'a'), run(1, 'b')])).toEqual({
    passed: 6,
    failed: 2,
    skipped: 3,
    note: 'a; b',
    failures: ['fault a', 'fault b'],
  });
  expect(together([run(0)]).note).toBeUndefined();
});

test('a figure states its ratio and whether its goal was met', () => {
  expect(figureLine({ name: 'x', value: 30, unit: 'ms', baseline: 60, goal: { at: 'most', value: 20 } })).toEqual({
    name: 'x',
    value: 30,
    unit: 'ms',
    baseline: 60,
    ratio: 0.5,
    goal: { at: 'most', value: 20 },
    met: false,
  });
  expect(figureLine({ name: 'x', value: 30, unit: '1/s' })).toEqual({
    name: 'x',
    value: 30,
    unit: '1/s',
    baseline: null,
    ratio: null,
  });
});

function file(change: Partial<ManifestFile>): ManifestFile {
  return { bytes: 1, gzip: 1, integrity: '', imports: [], dynamicImports: [], modules: [], ...change };
}

test('an element counts every chunk it may load except live updates and other languages', () => {
  const card = 'packages/elements/dist/profile/profile-card/profile-card.js';
  const matrix = 'packages/elements/dist/profile/skill-matrix/skill-matrix.js';
  const manifest: Manifest = {
    version: '1',
    entry: 'gigsy.js',
    files: {
      'gigsy.js': file({ imports: ['loader.js'], dynamicImports: ['core.js', 'matrix.js'] }),
      'loader.js': file({}),
      'core.js': file({ imports: ['lit.js'], dynamicImports: ['live.js', 'languages.js', 'new.js'], modules: [card] }),
      'matrix.js': file({ imports: ['core.js', 'section.js'], facade: matrix, modules: [matrix] }),
      'section.js': file({ imports: ['core.js'] }),
      'lit.js': file({}),
      'live.js': file({
        facade: 'packages/sdk/dist/live/public-watch.js',
        modules: ['node_modules/convex/dist/esm/index.js'],
      }),
      'languages.js': file({ facade: 'packages/elements/dist/localization/load.js', dynamicImports: ['ar.js'] }),
      'ar.js': file({
        facade: 'packages/elements/dist/languages/ar.generated.js',
        dynamicImports: ['matrix-ar.js', 'portfolio-ar.js', 'trust-ar.js'],
      }),
      'matrix-ar.js': file({ facade: 'packages/elements/dist/profile/skill-matrix/words/ar.js' }),
      'portfolio-ar.js': file({
        dynamicImports: ['shelf-ar.js'],
        modules: ['packages/elements/dist/languages/portfolio/ar.generated.js'],
      }),
      'shelf-ar.js': file({ modules: ['packages/elements/dist/portfolio/badge-shelf/words/ar.js'] }),
      'trust-ar.js': file({ modules: ['packages/elements/dist/languages/trust/ar.generated.js'] }),
      'new.js': file({ facade: 'packages/elements/dist/profile/new.js' }),
    },
  };
  expect(elementNames(manifest)).toEqual(['profile-card', 'skill-matrix']);
  expect(elementFiles(manifest, [])).toEqual(['gigsy.js', 'loader.js']);
  expect(elementFiles(manifest, ['profile-card'])).toEqual(['gigsy.js', 'loader.js', 'core.js', 'lit.js', 'new.js']);
  expect(elementFiles(manifest, ['skill-matrix'])).toEqual([
    'gigsy.js',
    'loader.js',
    'matrix.js',
    'core.js',
    'lit.js',
    'new.js',
    'section.js',
  ]);
  expect(languageFiles(manifest)).toEqual([
    {
      language: 'ar',
      shared: ['languages.js', 'ar.js'],
      parts: ['matrix-ar.js'],
      ofPortfolios: ['portfolio-ar.js', 'shelf-ar.js'],
      ofTrust: ['trust-ar.js'],
    },
  ]);
  expect(forbiddenModules(manifest, ['profile-card'])).toEqual([]);
  manifest.files['lit.js']!.modules.push('node_modules/zod/v4/core/core.js');
  expect(forbiddenModules(manifest, ['skill-matrix'])).toEqual(['lit.js: node_modules/zod/v4/core/core.js']);
  manifest.files['lit.js']!.modules = ['packages/elements/dist/writing/editor.js'];
  manifest.files['new.js']!.modules = ['packages/elements/dist/profile/profile-form/profile-form.js'];
  expect(forbiddenModules(manifest, ['profile-card'])).toEqual([
    'lit.js: packages/elements/dist/writing/editor.js',
    'new.js: packages/elements/dist/profile/profile-form/profile-form.js',
  ]);
});

test('shrinking templates removes only meaningless white space', () => {
  expect(styles('\n  .a > b,\n  c { /* why */ color: red; content: " ; x"; margin: calc(1em + 2px) ; }\n')).toBe(
    '.a>b,c{color:red;content:" ; x";margin:calc(1em + 2px)}',
  );
  expect(styles(':host :is(a) { --x: 1 }')).toBe(':host :is(a){--x:1}');
  expect(markup('\n  <p>\n    one <b>two</b> <i>three</i>\n    four\n  </p>\n')).toBe(
    '<p> one <b>two</b> <i>three</i> four </p>',
  );
});

test('a CHROME_PATH that leads nowhere is reported in one sentence', () => {
  expect(() => findBrowser({ CHROME_PATH: '/nowhere/chrome' })).toThrow(
    'CHROME_PATH is "/nowhere/chrome", and no executable file stands there.',
  );
});
