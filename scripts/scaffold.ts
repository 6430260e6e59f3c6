/**
 * Proof that the house is ready for another domain: makes one in a copy of this tree (documents, query, mutation, event,
 * element, story), with a further function and a further element. It must compile, lint and pass its tests, and touch few
 * lines outside its own files.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.ts';
import { copyTree, git } from './new/copy-of-tree.ts';

const HELP = `node scripts/scaffold.ts [--full] [--domain NAME] [--keep]

Copies this tree, makes a domain in the copy, and checks it: about two minutes on two cores.
  --full    also the whole lint, the tests of all functions with the new ones among them, and the new elements and their
            stories in Chromium: about six minutes
  --domain  which of the seven, one that is not there yet: discovery by default
  --keep    leaves the copy and says where it is
`;

/** Lines that a new domain may change in files that are not its own and not generated. */
const MOST_LINES = 12;

/** Files that generators write whole, and that do not say so in their first lines. */
const WRITTEN_WHOLE =
  /^(convex\/_generated\/|docs\/(reference|events-catalog|privacy-matrix|access|retention)\.md|packages\/schema\/contract\.snapshot\.json|packages\/elements\/(api\.snapshot|package)\.json)/;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean' },
    keep: { type: 'boolean' },
    domain: { type: 'string', default: 'discovery' },
    help: { type: 'boolean' },
  },
});

function main(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-scaffold-'));
  try {
    copyTree(folder);
    make(folder, values.domain);
    const files = newFiles(folder);
    step(folder, 'compiles', 'node_modules/typescript/bin/tsc', '-b');
    lint(folder, files);
    test(folder, files);
    const lines = linesOutside(folder);
    for (const line of lines) process.stderr.write(`  by hand  ${line}\n`);
    process.stderr.write(`${lines.length} lines outside its own files; ${MOST_LINES} are allowed.\n`);
    if (lines.length > MOST_LINES) throw new Error('A new domain touches too many lines of others.');
  } finally {
    if (values.keep) process.stderr.write(`${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function make(folder: string, domain: string): void {
  step(folder, 'a domain', 'scripts/new.ts', 'domain', domain);
  // A function and an element are lines in files of the domain, once those are committed.
  commit(folder);
  step(folder, 'a function', 'scripts/new.ts', 'function', `${domain}.ownHandle`);
  step(folder, 'an element', 'scripts/new.ts', 'element', `${domain}/${domain}-digest`);
  step(folder, 'an element that shows a profile', 'scripts/new.ts', 'element', 'short-note');
  step(folder, 'nothing left to generate', 'scripts/generate.ts', '--check');
}

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=copy', '-c', 'user.email=copy@example.org', 'commit', '--quiet', '--message', 'New');
}

/** New since the copy was made. */
function newFiles(folder: string): string[] {
  commit(folder);
  return git(folder, 'diff', '--name-only', '--diff-filter=A', first(folder)).split('\n').filter(Boolean);
}

function first(folder: string): string {
  return git(folder, 'rev-list', '--max-parents=0', 'HEAD').trim();
}

function lint(folder: string, files: string[]): void {
  if (values.full) return step(folder, 'lints', 'scripts/lint.ts');
  const sources = files.filter((file) => file.endsWith('.ts'));
  step(folder, 'lints', 'node_modules/eslint/bin/eslint.js', ...sources);
  step(folder, 'is formatted', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...files);
}

function test(folder: string, files: string[]): void {
  const tests = (under: string) => files.filter((file) => file.startsWith(under) && file.endsWith('.test.ts'));
  const vitest = (project: string, ...names: string[]) =>
    step(
      folder,
      `passes its tests (${project})`,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      ...names,
    );
  if (!values.full) return vitest('convex', ...tests('tests/convex/'));
  process.env.CHROME_PATH = ensureBrowser();
  vitest('convex');
  vitest('elements', ...tests('tests/elements/'));
  vitest('stories', ...files.filter((file) => file.endsWith('.stories.ts')));
}

/** Added lines in files that were there before and that no generator writes, as `file: line`. */
function linesOutside(folder: string): string[] {
  const changed = git(folder, 'diff', '--name-only', '--diff-filter=M', first(folder)).split('\n').filter(Boolean);
  return changed
    .filter((file) => !WRITTEN_WHOLE.test(file) && !isGenerated(path.join(folder, file)))
    .flatMap((file) => {
      const added = git(folder, 'diff', '--unified=0', first(folder), '--', file).split('\n');
      return added.filter((line) => /^\+(?!\+\+)/.test(line)).map((line) => `${file}: ${line.slice(1)}`);
    });
}

function isGenerated(file: string): boolean {
  return readFileSync(file, 'utf8').slice(0, 300).includes('Generated by `npm run generate`');
}

function step(folder: string, what: string, script: string, ...options: string[]): void {
  const started = performance.now();
  const { status, stdout } = spawnSync(process.execPath, ['--conditions=convex', script, ...options], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
    timeout: 600_000,
  });
  process.stderr.write(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`,
  );
  if (status !== 0) throw new Error(`${what}: ${script} failed.\n${stdout}`);
}

try {
  if (values.help) process.stdout.write(HELP);
  else main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
