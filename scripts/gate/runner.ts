/**
 * Runs one tool of the gate. Its output streams to standard error, each line with a label if other steps run beside it;
 * its exit code or JSON report is the verdict.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import { labelled } from './lanes.ts';
import { type Tally, playwrightTally, vitestTally } from './reports.ts';

const reports = path.join(root, '.cache/test');

/** A tool that passes or fails as one: counted as one test. */
export async function asOneTest(script: string, options: string[] = [], label?: string): Promise<Tally> {
  const code = await node([script, ...options], { label });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** `workers`: how many test files run side by side; vitest's own choice leaves one of two cores idle. */
export async function vitest(
  project: string,
  { workers, label }: { workers?: number; label?: string } = {},
): Promise<Tally> {
  const report = freshReport(project);
  const command = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--project',
    `${project} (*)`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]),
  ];
  const code = await node(command, { label });
  return verdict(code, existsSync(report) ? vitestTally(readFileSync(report, 'utf8'), root) : undefined);
}

export async function playwright(project: string): Promise<Tally> {
  const report = freshReport(`playwright-${project}`);
  const code = await node(
    ['node_modules/@playwright/test/cli.js', 'test', '--project', project, '--reporter=list,json'],
    { environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return verdict(code, existsSync(report) ? playwrightTally(readFileSync(report, 'utf8')) : undefined);
}

/** Stories as pages: axe in many conditions, names, looks, keys. Storybook is built first, as designers get it. */
export async function builtStories(): Promise<Tally> {
  const built = await buildStories();
  return built.failed ? { ...built, note: 'Storybook could not be built' } : playwright('stories');
}

export function buildStories(): Promise<Tally> {
  return asOneTest('node_modules/storybook/dist/bin/dispatcher.js', ['build', '--disable-telemetry', '--quiet']);
}

/** A runner that executed nothing has failed, as has one that ended with an error and no failed test. */
function verdict(code: number, tally: Tally | undefined): Tally {
  if (!tally) return { passed: 0, failed: 1, skipped: 0, note: 'ended without a report' };
  if (tally.passed + tally.failed === 0) return { ...tally, failed: 1, note: 'executed no test' };
  if (code !== 0 && tally.failed === 0) return { ...tally, failed: 1, note: `exit code ${code} outside any test` };
  return tally;
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function node(
  command: string[],
  { environment = {}, label }: { environment?: NodeJS.ProcessEnv; label?: string } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=convex', ...command], {
      cwd: root,
      stdio: label === undefined ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    const { add, end } = labelled(label ?? '', (text) => process.stderr.write(text));
    child.stdout?.setEncoding('utf8').on('data', add);
    child.stderr?.setEncoding('utf8').on('data', add);
    child.once('error', reject);
    child.once('close', (code) => {
      end();
      resolve(code ?? 1);
    });
  });
}
