/**
 * The size gate: what a page loads for a read-only card, against its limit (size-limit does the measuring; `--json` is
 * passed on to it), and the promise that no Convex client, Clerk or zod is in those files.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.ts';
import { root } from './build/stamp.ts';
import { forbiddenModules, readManifest } from './gate/card-files.ts';

const HELP = `npm run size -- [--json]

Measures dist/embed (building it first if need be): gzip of all files that a read-only <gigsy-profile-card> loads.
Exit code 1 when it is over the limit or contains Convex, Clerk or zod code.
`;

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  await build({ ifStale: true });
  const forbidden = forbiddenModules(readManifest());
  for (const found of forbidden) process.stderr.write(`Not for the card: ${found}\n`);
  const measured = spawnSync(process.execPath, [path.join(root, 'node_modules/size-limit/bin.js'), ...process.argv.slice(2)], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return forbidden.length > 0 ? 1 : measured.status ?? 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
