/**
 * The build, in two parts. Scripts, all that `npm start` serves: the packages' JavaScript goes to their dist, rollup
 * bundles it into dist/embed (the entry and its hashed chunks) and dist/examples (the example pages), and dist/channel
 * is laid out as a CDN serves it. Types, for publishing: tsc checks the packages and writes declarations, and the
 * elements' manifest, the files made from it and the contract's JSON Schemas are written.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withBuildLock } from './build/lock.ts';
import { type Part, fingerprint, isStale, packages, removeStamp, root, writeStamp } from './build/stamp.ts';

const HELP = `npm run build -- [--if-stale] [--scripts] [--help]

Builds the packages, the embed build, the example pages and the channel.

  --if-stale  only what is older than its sources
  --scripts   what runs in a browser, without type check and declarations: enough for npm start
`;

export interface BuildOptions {
  /** Skip parts that are up to date. */
  ifStale?: boolean;
  /** In build order. */
  parts?: readonly Part[];
  /** Progress, a line at a time. */
  tell?: (line: string) => void;
}

/** Builds; throws if the compiler or the bundler fails. tsc writes to standard error. */
export async function build({
  ifStale = false,
  parts = ['scripts', 'types'],
  tell = () => {},
}: BuildOptions = {}): Promise<'built' | 'fresh'> {
  const stale = (inputs: string) => parts.filter((part) => !ifStale || isStale(part, inputs));
  if (stale(fingerprint()).length === 0) return 'fresh';
  return withBuildLock(tell, async () => {
    const inputs = fingerprint();
    const due = stale(inputs);
    if (due.length > 0)
      tell(`building ${due.map((part) => WORDS[part]).join(' and ')}: there is no build yet, or sources changed`);
    for (const part of due) {
      removeStamp(part);
      writeStamp(part, { inputs, outputs: await builders[part](tell) });
    }
    return due.length > 0 ? 'built' : 'fresh';
  });
}

const WORDS: Record<Part, string> = { scripts: 'what browsers load (some 10 s)', types: 'declarations (some 30 s)' };

/**
 * Each returns the paths it wrote, relative to the repository's root. Tools load only if there is something to build.
 */
const builders: Record<Part, (tell: (line: string) => void) => Promise<string[]>> = {
  async scripts(tell) {
    const [{ emitScripts }, { bundle }, { assembleChannel }] = await Promise.all([
      import('./build/emit.ts'),
      import('./build/bundle.ts'),
      import('./channel/assemble.ts'),
    ]);
    const emitted = await timed(tell, 'packages: types stripped', () => emitScripts());
    const bundled = await timed(tell, 'embed and pages: bundled', bundle);
    return [...emitted, ...bundled, ...assembleChannel()];
  },
  async types(tell) {
    await timed(tell, 'packages: types checked', () =>
      run('typescript/bin/tsc', ['-b', ...packages.map((name) => `packages/${name}`)]),
    );
    const [{ writeElementFiles }, { writeJsonSchemas }] = await Promise.all([
      import('./elements/files.ts'),
      import('./contract/json-schemas.ts'),
    ]);
    const declared = packages.map((name) => `packages/${name}/dist/.tsbuildinfo`);
    return [...declared, ...(await writeElementFiles()), ...writeJsonSchemas()];
  },
};

async function timed<T>(tell: (line: string) => void, what: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  tell(`${what} (${seconds(started)})`);
  return result;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function run(tool: string, options: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', tool), ...options], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Build failed in ${path.basename(tool)} (see above).`));
    });
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'if-stale': { type: 'boolean' }, scripts: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return void process.stdout.write(HELP);
  const started = performance.now();
  const outcome = await build({
    ifStale: values['if-stale'],
    parts: values.scripts ? ['scripts'] : undefined,
    tell: (line) => process.stderr.write(`  ${line}\n`),
  });
  if (outcome === 'built') process.stderr.write(`Built in ${seconds(started)}.\n`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
