/**
 * `npm run generate`: writes the indexes of the domains, the files made from packages/schema (the contract's snapshot, the
 * API reference, the privacy matrix), the snapshot of the elements' API and the sources that follow from the elements.
 * With `--check` it compares instead. A breaking change of the contract or of the elements needs a changeset either way.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './build/stamp.ts';
import { accessPage } from './contract/access-page.ts';
import { breakingChanges } from './contract/breaking.ts';
import { joinedOutputs } from './contract/joined.ts';
import { eventCatalogPage, referencePage } from './contract/pages.ts';
import { privacyMatrixPage, retentionPage } from './contract/privacy-pages.ts';
import { sdkManifest } from './contract/sdk-manifest.ts';
import { snapshotText, takeSnapshot } from './contract/snapshot.ts';
import { breakingElementChanges } from './elements/breaking.ts';
import { elementDescriptors } from './elements/descriptors.ts';
import { takeManifest } from './elements/manifest.ts';
import { matrixRows } from './elements/matrix-rows.ts';
import { elementOutputs, leftOver } from './elements/outputs.ts';
import { takeElementsSnapshot } from './elements/snapshot.ts';
import { type Surface, breakingSince, isAnnounced } from './snapshots/surface.ts';

const contract = {
  package: '@gigsy/schema',
  file: 'packages/schema/contract.snapshot.json',
  take: takeSnapshot,
  breaking: breakingChanges,
};
const elements = {
  package: '@gigsy/elements',
  file: 'packages/elements/api.snapshot.json',
  take: takeElementsSnapshot,
  breaking: breakingElementChanges,
};

const HELP = `npm run generate -- [--check]

Writes the indexes that join the domains, ${contract.file}, docs/reference.md, docs/access.md, docs/events-catalog.md,
docs/privacy-matrix.md and docs/retention.md from packages/schema, and ${elements.file} from the class comments in packages/elements, with the
modules that define the tags, the React components, the lists of elements and the exports map.
--check   writes nothing; exit code 1 if one of them is not what it would be
A breaking change of the contract or of the elements is named, and refused without a changeset (npm run changeset) of its
package of type minor or major.
`;

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const checks = process.argv.includes('--check');
  const joined = await formatted(joinedOutputs());
  // The next steps read the indexes, which this process has loaded in their old form.
  if (!checks && staleOf(joined).length > 0) {
    write(joined);
    return (
      spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1
    );
  }
  const snapshot = contract.take();
  const manifest = await takeManifest();
  const api = await elements.take(manifest);
  const outputs = {
    [contract.file]: snapshotText(snapshot),
    'docs/reference.md': referencePage(snapshot),
    'docs/access.md': accessPage(),
    'docs/events-catalog.md': eventCatalogPage(),
    'docs/privacy-matrix.md': privacyMatrixPage(),
    'docs/retention.md': retentionPage(),
    [elements.file]: json(api),
    ...(await elementOutputs(elementDescriptors(manifest))),
    ...joined,
    ...(await formatted({ 'packages/sdk/src/manifest.ts': sdkManifest(), ...matrixRows() })),
  };
  const admitted = [isAdmitted(contract, snapshot), isAdmitted(elements, api)];
  if (admitted.includes(false)) return 1;
  if (checks) return check(outputs);
  write(outputs);
  removeLeftOver(outputs);
  return 0;
}

/** As lint wants the files. */
async function formatted(outputs: Record<string, string>): Promise<Record<string, string>> {
  const texts = Object.entries(outputs).map(async ([file, text]) => {
    const filepath = path.join(root, file);
    return [file, await format(text, { ...(await resolveConfig(filepath)), filepath })] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Names each breaking change; true if there is none or a changeset announces them. */
function isAdmitted<Snapshot>(surface: Surface<Snapshot>, after: Snapshot): boolean {
  const breaking = breakingSince(surface, after);
  for (const change of breaking) process.stderr.write(`Breaking: ${change}.\n`);
  if (breaking.length === 0 || isAnnounced(surface.package)) return true;
  process.stderr.write(`A breaking change needs a changeset: npm run changeset, ${surface.package}, minor or major.\n`);
  return false;
}

/** The outputs that do not stand as they would be. */
function staleOf(outputs: Record<string, string>): [file: string, text: string][] {
  return Object.entries(outputs).filter(
    ([file, text]) => !existsSync(path.join(root, file)) || readFileSync(path.join(root, file), 'utf8') !== text,
  );
}

function check(outputs: Record<string, string>): number {
  const stale = staleOf(outputs);
  for (const [file] of stale) process.stderr.write(`${file} is not what the sources say: npm run generate.\n`);
  const left = leftOver(outputs);
  for (const file of left) process.stderr.write(`${file} is of no element any more: npm run generate.\n`);
  return stale.length + left.length === 0 ? 0 : 1;
}

function write(outputs: Record<string, string>): void {
  for (const [file, text] of staleOf(outputs)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    process.stderr.write(`Wrote ${file}\n`);
  }
}

function removeLeftOver(outputs: Record<string, string>): void {
  for (const file of leftOver(outputs)) {
    rmSync(path.join(root, file));
    process.stderr.write(`Removed ${file}\n`);
  }
}

process.exitCode = await main();
