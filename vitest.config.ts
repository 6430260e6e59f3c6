/**
 * Tests by where they run: `unit`, `packages` and `consumers` in Node, `convex` in the edge runtime under convex-test, `elements` and `stories` in
 * Chromium. Packages are taken from source by the "convex" export condition.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { browserArguments, requireBrowser } from './scripts/browser.ts';

const root = import.meta.dirname;

/** Source first, everywhere: Vite keeps separate lists for the browser and for Node. */
const fromSource = {
  resolve: { conditions: ['convex', 'module', 'browser', 'development|production'] },
  ssr: {
    resolve: {
      conditions: ['convex', 'module', 'node', 'development|production'],
      externalConditions: ['convex', 'node', 'module-sync'],
    },
  },
};

function chromium() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: { executablePath: requireBrowser(), args: browserArguments } }),
    instances: [{ browser: 'chromium' as const }],
  };
}

/** @open-wc/testing asks the Web Test Runner's server for viewport and media commands; here nobody answers. */
function withoutWebTestRunner(): Plugin {
  const id = '\0no-web-test-runner';
  return {
    name: 'gigsy-without-web-test-runner',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('__web-dev-server__web-socket.js') ? id : undefined),
    load: (source) => (source === id ? 'export const sendMessageWaitForResponse = async () => {};' : undefined),
  };
}

const unit: TestProjectConfiguration = {
  ...fromSource,
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/{schema,sdk,server,local,cli,house,docs,examples}/**/*.test.ts', 'examples/*/tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
};

/** The packages as npm packs them: built files through their published entry points. */
const published: TestProjectConfiguration = {
  test: { name: 'packages', environment: 'node', include: ['tests/packages/**/*.test.ts'], testTimeout: 20_000 },
};

/** Partners' projects that install the packages; one after the other, since each uses the whole machine. */
const consumers: TestProjectConfiguration = {
  test: { name: 'consumers', environment: 'node', include: ['tests/consumers/*.test.ts'], fileParallelism: false },
};

const convex: TestProjectConfiguration = {
  ...fromSource,
  test: {
    name: 'convex',
    environment: 'edge-runtime',
    include: ['tests/convex/**/*.test.ts'],
    server: { deps: { inline: ['convex-test', /@convex-dev\//] } },
    testTimeout: 20_000,
  },
};

/** Named here, since Vite would reload a running test for each that it finds later. */
const lit = [
  'lit',
  'lit/static-html.js',
  ...['guard', 'if-defined', 'keyed', 'live', 'ref', 'repeat'].map((name) => `lit/directives/${name}.js`),
];

function elements(name: string, include: string, plugins: Plugin[] = []): TestProjectConfiguration {
  return {
    ...fromSource,
    cacheDir: `node_modules/.vite/${name}`,
    plugins: [withoutWebTestRunner(), ...plugins],
    optimizeDeps: { include: ['@open-wc/testing', 'axe-core', 'fast-check', ...lit] },
    test: { name, include: [include], globals: true, browser: chromium() },
  };
}

/** Elements that only show something get the Lit of the embed build, as in scripts/build/internal-names.mjs. */
function embedLit(): Plugin {
  const shows = /\/packages\/elements\/src\/(?!writing\/|.*-(form|editor)\/)/;
  const file = path.join(root, 'scripts/build/read-only-lit.mjs');
  return {
    name: 'gigsy-embed-lit',
    enforce: 'pre',
    resolveId: (source, importer = '') => (source === 'lit' && shows.test(importer) ? file : undefined),
  };
}

/** Loaded when there are stories: the plugin brings all of Storybook. */
async function stories(): Promise<TestProjectConfiguration> {
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  return {
    ...fromSource,
    optimizeDeps: { include: lit },
    plugins: [storybookTest({ configDir: path.join(root, '.storybook'), disableAddonDocs: true })],
    test: { name: 'stories', browser: chromium() },
  };
}

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, '.cache/**', '.gigsy/**', '**/dist/**'],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**', 'convex/**'],
      exclude: ['convex/_generated/**'],
      reportsDirectory: 'coverage',
    },
    projects: [
      unit,
      published,
      consumers,
      convex,
      elements('elements', 'tests/elements/**/*.test.ts'),
      // The editor is in no embed.
      elements('embed-elements', 'tests/elements/profile/!(profile-editor*).test.ts', [embedLit()]),
      ...(existsSync(path.join(root, '.storybook/main.ts')) ? [await stories()] : []),
    ],
  },
});
