/** The contracts that a change is measured against, and the changesets that admit a breaking one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import type { Snapshot } from './snapshot.ts';

export const SNAPSHOT_FILE = 'packages/schema/contract.snapshot.json';

/**
 * The committed contract, and that of the last release (the commit that last set the package's version), as far as they
 * exist. Without git: the file as it stands.
 */
export function baselines(): Snapshot[] {
  const release = git('log', '-1', '--format=%H', '-G"version":', '--', 'packages/schema/package.json')?.trim();
  const revisions = ['HEAD', ...(release ? [release] : [])];
  const texts = revisions.map((revision) => git('show', `${revision}:${SNAPSHOT_FILE}`)).filter((text) => text !== undefined);
  if (texts.length === 0 && existsSync(path.join(root, SNAPSHOT_FILE))) texts.push(readFileSync(path.join(root, SNAPSHOT_FILE), 'utf8'));
  return [...new Set(texts)].map((text) => JSON.parse(text) as Snapshot);
}

/** True if a changeset announces at least a minor version of the schema package (before 1.0 a minor may break). */
export function isAnnounced(folder = path.join(root, '.changeset')): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md').some((file) => {
    const [, head = ''] = readFileSync(path.join(folder, file), 'utf8').split(/^---$/m);
    return /^["']?@gigsy\/schema["']?:\s*(minor|major)\s*$/m.test(head);
  });
}

function git(...options: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', options, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout : undefined;
}
