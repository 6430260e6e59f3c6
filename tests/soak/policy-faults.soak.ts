/** Puts faults into the policy and its uses, one by one, in a copy of this tree, and says which test saw each. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { copyTree } from '../../scripts/new/copy-of-tree.ts';
import { type Fault, faults } from './policy/faults.ts';

export const name = 'policy-faults';

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const tried = short ? faults.filter(({ project }) => project === 'unit') : faults;
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-faults-'));
  try {
    progress('copying the tree');
    copyTree(folder);
    for (const tests of new Set(tried.map((fault) => fault.tests))) {
      const failed = failedTests(
        folder,
        tried.find((fault) => fault.tests === tests)!,
      );
      if (failed.length > 0) throw new Error(`${tests} fails without a fault: ${failed.join('; ')}`);
    }
    let caught = 0;
    for (const fault of tried) {
      signal.throwIfAborted();
      const seen = withFault(folder, fault, () => failedTests(folder, fault));
      progress(`${seen.length > 0 ? 'caught' : 'MISSED'}: ${fault.name} (${fault.file})`);
      for (const test of seen) progress(`    by ${fault.tests}: ${test}`);
      if (seen.length > 0) caught += 1;
      await new Promise(setImmediate);
    }
    yield { name: 'faults that a test saw', value: caught, unit: 'faults', goal: { at: 'least', value: tried.length } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withFault<T>(folder: string, { file, from, to, name: fault }: Fault, work: () => T): T {
  const place = path.join(folder, file);
  const before = readFileSync(place, 'utf8');
  if (before.split(from).length !== 2) throw new Error(`${file} must have the text of the fault "${fault}" once.`);
  writeFileSync(
    place,
    before.replace(from, () => to),
  );
  try {
    return work();
  } finally {
    writeFileSync(place, before);
  }
}

/** Names of tests that fail. A file that does not load fails no test, so it catches no fault. */
function failedTests(folder: string, { tests, named = '', project }: Fault): string[] {
  const report = path.join(folder, 'faults.json');
  rmSync(report, { force: true });
  spawnSync(
    process.execPath,
    [
      ...['--conditions=convex', 'node_modules/vitest/vitest.mjs', 'run', '--project', project, tests],
      ...['--testNamePattern', named, '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: folder, stdio: 'ignore', timeout: 300_000 },
  );
  const { testResults, numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  if (numPassedTests + numFailedTests === 0) throw new Error(`${tests} executed no test.`);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}
