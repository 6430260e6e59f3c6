/**
 * Finds a Chromium for the tests and prints its path. It looks at CHROME_PATH, the PATH and Playwright's cache; with
 * `--install`, as root on Debian, it also uses apt-get. Vitest and Playwright take their `executablePath` from here.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** A browser started by tests often runs as root in a container, where Chromium's own sandbox cannot start. */
export const browserArguments = ['--no-sandbox', '--disable-background-networking'];

const NOT_FOUND =
  'No Chromium found: install Debian\'s "chromium" package or Google Chrome, or set CHROME_PATH to the executable.';

/** The browser's path, or undefined if this machine has none yet. Throws if CHROME_PATH names no executable. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.CHROME_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME_PATH is "${named}", and no executable file stands there.`);
  }
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, chromium.executablePath()].find(isExecutable);
}

/** The browser's path; throws one clear sentence if there is none. */
export function requireBrowser(): string {
  const found = findBrowser();
  if (!found) throw new Error(NOT_FOUND);
  return found;
}

/** The browser's path, after installing it through apt-get if that is needed and allowed. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && isOnPath('apt-get')) installWithApt();
  return requireBrowser();
}

/** Fonts, which Chromium does not bring: without one, text has no width, and Arabic no letters. */
const FONTS = ['fonts-dejavu-core', 'fonts-liberation'];

function installWithApt(): void {
  process.stderr.write('No Chromium here: installing it through apt-get ...\n');
  for (const command of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', ...FONTS],
  ]) {
    spawnSync('apt-get', command, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => isExecutable(path.join(folder, name)));
}

function isExecutable(file: string | undefined): boolean {
  if (!file) return false;
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.stdout.write(`${process.argv.includes('--install') ? ensureBrowser() : requireBrowser()}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
