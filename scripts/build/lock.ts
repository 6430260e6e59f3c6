/**
 * One build at a time in a work tree: several `npm start` at once (the end-to-end tests do that) must not write the
 * same files. The lock is a file holding its owner's process id, so that a killed build does not block the next.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './stamp.ts';

const lockFile = path.join(root, '.cache/build/lock');
const POLL_MS = 100;

/** Runs `work` while no other process builds. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  while (!tryLock()) await sleep(POLL_MS);
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function tryLock(): boolean {
  try {
    const handle = openSync(lockFile, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isOwnerAlive()) rmSync(lockFile, { force: true });
    return false;
  }
}

/** A lock without a readable owner was made this instant: its owner counts as alive. */
function isOwnerAlive(): boolean {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'));
    if (!owner) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
