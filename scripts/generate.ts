/**
 * `npm run generate`: writes what is made from packages/schema (the contract's snapshot, the API reference, the privacy
 * matrix). With `--check` it compares instead. A breaking change of the contract needs a changeset either way.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './build/stamp.ts';
import { SNAPSHOT_FILE, baselines, isAnnounced } from './contract/baseline.ts';
import { breakingChanges } from './contract/breaking.ts';
import { privacyMatrixPage, referencePage } from './contract/pages.ts';
import { takeSnapshot } from './contract/snapshot.ts';

const HELP = `npm run generate -- [--check]

Writes ${SNAPSHOT_FILE}, docs/reference.md and docs/privacy-matrix.md from packages/schema.
--check   writes nothing; exit code 1 if one of them is not what it would be
A breaking change of the contract is named, and refused without a changeset (npm run changeset) of type minor or major.
`;

function main(): number {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const snapshot = takeSnapshot();
  const outputs = {
    [SNAPSHOT_FILE]: `${JSON.stringify(snapshot, null, 2)}\n`,
    'docs/reference.md': referencePage(snapshot),
    'docs/privacy-matrix.md': privacyMatrixPage(),
  };
  const breaking = [...new Set(baselines().flatMap((before) => breakingChanges(before, snapshot)))];
  for (const change of breaking) process.stderr.write(`Breaking: ${change}.\n`);
  if (breaking.length > 0 && !isAnnounced()) {
    process.stderr.write('A breaking change needs a changeset: npm run changeset, @gigsy/schema, minor or major.\n');
    return 1;
  }
  return process.argv.includes('--check') ? check(outputs) : write(outputs);
}

function check(outputs: Record<string, string>): number {
  const stale = Object.entries(outputs).filter(([file, text]) => !existsSync(path.join(root, file)) || readFileSync(path.join(root, file), 'utf8') !== text);
  for (const [file] of stale) process.stderr.write(`${file} is not what packages/schema says: npm run generate.\n`);
  return stale.length === 0 ? 0 : 1;
}

function write(outputs: Record<string, string>): number {
  for (const [file, text] of Object.entries(outputs)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    process.stderr.write(`Wrote ${file}\n`);
  }
  return 0;
}

process.exitCode = main();
