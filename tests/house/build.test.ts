/** The lock that keeps builds apart, and the stamp that tells a whole build from one that was cut short. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withBuildLock } from '../../scripts/build/lock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The id of a process that has ended. */
const ended = () => String(spawnSync(process.execPath, ['--version']).pid);

test.each([
  ['of a process that was killed', ended],
  ['of a build that was killed before it could name itself', () => ''],
  ['that was damaged', () => 'x'],
])('a lock %s does not block a build', async (_, content) => {
  const lock = path.join(folder, 'left');
  writeFileSync(lock, content());
  expect(
    await withBuildLock(
      () => {},
      () => Promise.resolve('done'),
      lock,
    ),
  ).toBe('done');
  expect(existsSync(lock)).toBe(false);
});

test('a build waits for the running one, and names it', async () => {
  const lock = path.join(folder, 'shared');
  const order: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = withBuildLock(
    () => {},
    async () => {
      await released;
      order.push('first');
    },
    lock,
  );
  const second = withBuildLock(
    (line) => {
      order.push(line);
      release();
    },
    () => Promise.resolve(order.push('second')),
    lock,
  );
  await Promise.all([first, second]);
  expect(order).toEqual([`waiting for another build (process ${process.pid})`, 'first', 'second']);
});
