/** Finds the partner's own Playwright and Chromium in their project, or says in one sentence what to install. */
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, BrowserType } from 'playwright-core';
import { CliError } from '../failure.ts';

const PACKAGES = ['playwright-core', 'playwright', '@playwright/test'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Resolved from the folder that the command runs in, then from the command itself. */
function playwrightChromium(): BrowserType {
  for (const from of [path.join(process.cwd(), 'package.json'), import.meta.filename]) {
    for (const name of PACKAGES) {
      try {
        return (createRequire(from)(name) as { chromium: BrowserType }).chromium;
      } catch {
        // Another place may have it.
      }
    }
  }
  throw new CliError(
    'playwright_missing',
    'gigsy conform drives a browser through Playwright, which is not installed here: npm install --save-dev playwright-core',
  );
}

/** CHROME_PATH, then the PATH, then Playwright's own download. */
function executable(chromium: BrowserType): string {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) {
    if (isExecutable(CHROME_PATH)) return CHROME_PATH;
    throw new CliError('browser_missing', `CHROME_PATH is "${CHROME_PATH}", and no executable file stands there.`);
  }
  const folders = PATH.split(path.delimiter).filter(Boolean);
  const found = [
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    chromium.executablePath(),
  ].find(isExecutable);
  if (found) return found;
  throw new CliError(
    'browser_missing',
    'There is no Chromium here: npx playwright-core install chromium, or set CHROME_PATH to the executable of one.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export async function launchBrowser(): Promise<Browser> {
  const chromium = playwrightChromium();
  const executablePath = executable(chromium);
  // Chromium's own sandbox does not start for root, and many build containers run as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    return await chromium.launch({ executablePath, args });
  } catch (error) {
    throw new CliError(
      'browser_missing',
      `${executablePath} does not start: ${(error as Error).message.split('\n', 1)[0]}`,
    );
  }
}
