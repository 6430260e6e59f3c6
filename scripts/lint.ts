/**
 * `npm run lint`: ESLint for the content of code, Prettier for its layout, dependency-cruiser for its imports, jscpd
 * for duplicated logic, side by side. Options are passed to ESLint (`-- --fix`); `npm run format` sets everything.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './build/stamp.ts';

const FOLDERS = ['packages', 'convex', 'examples', 'stories', 'tests', 'scripts'];
const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';

const checks = [
  [
    'node_modules/eslint/bin/eslint.js',
    '.',
    '--cache',
    '--cache-location',
    '.cache/eslint/',
    '--cache-strategy',
    'content',
    ...process.argv.slice(2),
  ],
  ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  // Fails on any 50 duplicated tokens, comments apart; .jscpd.json names the files.
  ['node_modules/jscpd/bin/jscpd', '--config', '.jscpd.json'],
  [cruiser, '--config', '.dependency-cruiser.cjs', ...FOLDERS],
  [cruiser, '--config', '.dependency-cruiser.static.cjs', 'packages/elements', 'packages/sdk', 'packages/schema'],
];

function run(command: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      const text = Buffer.concat(output).toString().trim();
      // jscpd reports the number of files read even if it finds no duplicates.
      const isSaid = text !== '' && (code !== 0 || !command[0]!.endsWith('jscpd'));
      if (isSaid) process.stdout.write(`${path.basename(command[0]!)}: ${text}\n`);
      resolve(code ?? 1);
    });
  });
}

const codes = await Promise.all(checks.map(run));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
