/**
 * Allows one build at a time in a work tree: several `npm start` at once (as in the end-to-end tests) must not write
 * the same files. The lock is a file holding its owner's process id, so that a killed build does not block the next.
 */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './stamp.ts';

const POLL_MS = 100;

/** Runs `work` while no other process builds; tells `tell` which process it waits for. */
export async function withBuildLock<T>(
  tell: (line: string) => void,
  work: () => Promise<T>,
  lockFile = path.join(root, '.cache/build/lock'),
): Promise<T> {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  let waitsFor: number | undefined;
  while (!tryLock(lockFile)) {
    const owner = ownerOf(lockFile);
    if (owner !== undefined && owner !== waitsFor) tell(`waiting for another build (process ${owner})`);
    waitsFor = owner;
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/**
 * The file appears together with its owner's id, so that a build killed at any moment leaves no lock without an owner.
 */
function tryLock(lockFile: string): boolean {
  const draft = `${lockFile}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = ownerOf(lockFile);
    if (owner === undefined || !isAlive(owner)) rmSync(lockFile, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** undefined if the file is gone or names no process. */
function ownerOf(lockFile: string): number | undefined {
  try {
    return Number(readFileSync(lockFile, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
