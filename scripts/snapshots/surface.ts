/**
 * Public surfaces with a committed snapshot (the contract, the elements): the baselines of a change, and the changesets
 * that admit a breaking one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';

export interface Surface<Snapshot> {
  /** The package that publishes the surface. */
  package: string;
  /** Path of the committed snapshot, relative to the repository's root. */
  file: string;
  /** Takes the snapshot of this tree's sources. */
  take(): Snapshot | Promise<Snapshot>;
  /** One sentence for each breaking difference. */
  breaking(before: Snapshot, after: Snapshot): string[];
}

/** Changes that break users of the committed snapshot or of the last release's. */
export function breakingSince<Snapshot>(surface: Surface<Snapshot>, after: Snapshot): string[] {
  return [...new Set(baselines(surface).flatMap((before) => surface.breaking(before, after)))];
}

/**
 * The committed snapshot and the last release's (the commit that last set the package's version), as far as they exist.
 * Without git: the file as it is.
 */
function baselines<Snapshot>({ file, package: name }: Surface<Snapshot>): Snapshot[] {
  const release = git(
    'log',
    '-1',
    '--format=%H',
    '-G"version":',
    '--',
    `packages/${name.replace('@gigsy/', '')}/package.json`,
  )?.trim();
  const revisions = ['HEAD', ...(release ? [release] : [])];
  const texts = revisions.map((revision) => git('show', `${revision}:${file}`)).filter((text) => text !== undefined);
  if (texts.length === 0 && existsSync(path.join(root, file))) texts.push(readFileSync(path.join(root, file), 'utf8'));
  return [...new Set(texts)].map((text) => JSON.parse(text) as Snapshot);
}

/** True if a changeset announces at least a minor version of the package (before 1.0 a minor may break). */
export function isAnnounced(name: string, folder = path.join(root, '.changeset')): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .some((file) => {
      const [, head = ''] = readFileSync(path.join(folder, file), 'utf8').split(/^---$/m);
      return head.split('\n').some((line) => new RegExp(`^["']?${name}["']?:\\s*(minor|major)\\s*$`).test(line));
    });
}

function git(...options: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', options, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
