/**
 * The size gate: holds the files that a page loads for the entry, the elements and each language, and two entries of the
 * SDK, to their limits (size-limit measures; `--json` is passed on to it), and holds that they contain no Convex client, Clerk or zod.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.ts';
import { bundle } from './build/bundle.ts';
import { root } from './build/stamp.ts';
import { elementNames, forbiddenModules, readManifest } from './gate/embed-files.ts';

const HELP = `npm run size -- [--json]

Measures dist/embed (building it first if need be): gzip of all files that a page loads for the entry, for each read-only
element and for each language, and of two entries of the SDK. Exit code 1 when one is over its limit or contains Convex, Clerk or zod code, or code of forms.
`;

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  await build({ ifStale: true });
  await bundle('measured');
  const manifest = readManifest();
  const forbidden = forbiddenModules(manifest, elementNames(manifest));
  for (const found of forbidden) process.stderr.write(`Not for an embed: ${found}\n`);
  const measured = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/size-limit/bin.js'), ...process.argv.slice(2)],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return forbidden.length > 0 ? 1 : (measured.status ?? 1);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
