/**
 * End-to-end tests, against Chromium and a really running `npm start -- --json`, which the tests start themselves on
 * ports of their own.
 */
import { defineConfig } from '@playwright/test';
import { browserArguments, requireBrowser } from './scripts/browser.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.{e2e,spec,test}.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { executablePath: requireBrowser(), args: browserArguments },
    trace: 'retain-on-failure',
  },
});
