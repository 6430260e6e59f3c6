/** A copy of this tree in which something is tried: its own sources, the same installed packages, a commit to compare with. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { packages, root } from '../build/stamp.ts';

/** Files that a copy does not need: released builds, and pictures of stories. */
const LEFT_OUT = /^(releases\/|tests\/stories\/(looks|names)\/|examples\/.+\.webp$)/;

export function copyTree(folder: string): void {
  const listed = git(root, 'ls-files', '--cached', '--others', '--exclude-standard').split('\n').filter(Boolean);
  for (const file of listed) {
    if (LEFT_OUT.test(file) || !existsSync(path.join(root, file))) continue;
    cpSync(path.join(root, file), path.join(folder, file));
  }
  linkPackages(folder);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(
    folder,
    '-c',
    'user.name=copy',
    '-c',
    'user.email=copy@example.org',
    'commit',
    '--quiet',
    '--message',
    'As it was',
  );
}

/** Vite serves its setup file to browsers, from inside the tree alone. */
const COPIED = '@storybook';

/** Installed packages are linked one by one, so that ours among them are the copy's. */
function linkPackages(folder: string): void {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, '@gigsy'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    const [installed, place] = [path.join(root, 'node_modules', name), path.join(modules, name)];
    if (name === COPIED) cpSync(installed, place, { recursive: true });
    else if (name !== '@gigsy' && !name.startsWith('.vite')) symlinkSync(installed, place);
  }
  for (const name of packages) {
    symlinkSync(path.join(folder, 'packages', name), path.join(modules, '@gigsy', name));
    const own = path.join(root, 'packages', name, 'node_modules');
    if (existsSync(own)) symlinkSync(own, path.join(folder, 'packages', name, 'node_modules'));
  }
}

export function git(folder: string, ...options: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', options, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`git ${options[0]} failed in ${folder}: ${stderr}`);
  return stdout;
}
