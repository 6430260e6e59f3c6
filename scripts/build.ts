/**
 * The build: tsc emits per-module ESM with declarations into each package's dist, the elements' manifest and what
 * follows from it is written beside, rollup bundles tsc's output into dist/embed (the entry and its hashed chunks) and
 * dist/examples (the example pages), and dist/channel is laid out as a CDN serves it. With `--if-stale` it does nothing
 * when no input has changed since the last build.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { withBuildLock } from './build/lock.ts';
import { fingerprint, isStale, packages, root, writeStamp } from './build/stamp.ts';
import { assembleChannel } from './channel/assemble.ts';
import { writeElementFiles } from './elements/files.ts';

/** Builds; throws if the compiler or the bundler refuses. Their words go to standard error. */
export async function build({ ifStale = false } = {}): Promise<'built' | 'fresh'> {
  if (ifStale && !isStale(fingerprint())) return 'fresh';
  return withBuildLock(async () => {
    const inputs = fingerprint();
    if (ifStale && !isStale(inputs)) return 'fresh';
    await run('typescript/bin/tsc', ['-b', ...packages.map((name) => `packages/${name}`)]);
    await writeElementFiles();
    if (existsSync(path.join(root, 'packages/elements/dist/embed.js'))) {
      await run('rollup/dist/bin/rollup', ['-c', 'rollup.config.mjs', '--silent']);
      assembleChannel();
    }
    writeStamp(inputs);
    return 'built';
  });
}

function run(tool: string, options: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', tool), ...options], { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Build failed in ${path.basename(tool)} (see above).`));
    });
  });
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  try {
    const outcome = await build({ ifStale: process.argv.includes('--if-stale') });
    if (outcome === 'built') process.stderr.write(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
