/**
 * Tests of whole pages, in Chromium: `e2e` and `e2e-clock` against a really running `npm start -- --json`, which the tests start
 * themselves on ports of their own, and `stories` and `sweep` against a built Storybook.
 */
import { defineConfig } from '@playwright/test';
import { browserArguments, requireBrowser } from './scripts/browser.ts';

/** Letters are drawn alike on every machine: no hinting, no colour fringes. */
const steadyText = ['--font-render-hinting=none', '--disable-lcd-text'];

/** Tests that hold a limit of time: `npm test` runs them after the others, with nothing beside them. */
const CLOCK = /@clock/;

export default defineConfig({
  testMatch: '**/*.{e2e,spec,test}.ts',
  outputDir: 'test-results',
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list']],
  // Of the stories: two cores have time for a third page while two wait for frames.
  workers: 3,
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath: requireBrowser(), args: browserArguments },
    trace: 'retain-on-failure',
  },
  projects: [
    // On a loaded machine a save and the answer to it take some seconds. Tests of a time say their own. Two hubs that start
    // at once, each in a hook, each bundle the backend and make their people: that took a minute.
    { name: 'e2e', testDir: 'tests/e2e', grepInvert: CLOCK, workers: 2, timeout: 120_000, expect: { timeout: 20_000 } },
    { name: 'e2e-clock', testDir: 'tests/e2e', grep: CLOCK, workers: 1, expect: { timeout: 20_000 } },
    {
      name: 'stories',
      testDir: 'tests/stories',
      fullyParallel: true,
      snapshotPathTemplate: '{testDir}/{arg}{ext}',
      // For a loaded machine: axe on 200 skills, 18 times.
      timeout: 600_000,
      expect: {
        timeout: 20_000,
        toHaveScreenshot: { maxDiffPixels: 100, threshold: 0.1, animations: 'disabled', scale: 'css' },
      },
      use: {
        launchOptions: { executablePath: requireBrowser(), args: [...browserArguments, ...steadyText] },
        trace: 'off',
      },
    },
    { name: 'sweep', testDir: 'tests/sweep', fullyParallel: true, timeout: 600_000, use: { trace: 'off' } },
  ],
});
