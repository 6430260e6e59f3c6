/** The first `npm start` of a fresh checkout: it reports its steps, needs no type check, and survives a kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/build/stamp.ts';
import { temporaryFolder } from './running-hub.ts';

const { folder, remove } = temporaryFolder();
const checkout = path.join(folder, 'checkout');
const started: ChildProcess[] = [];

/** The tracked sources that a start needs, without anything built, beside the installed packages. */
beforeAll(() => {
  for (const part of [
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
    'rollup.config.mjs',
    'packages',
    'convex',
    'examples',
    'scripts',
    'releases',
  ]) {
    cpSync(path.join(root, part), path.join(checkout, part), {
      recursive: true,
      filter: (source) => !/\/(dist|node_modules)$/.test(source),
    });
  }
  const modules = path.join(checkout, 'node_modules');
  mkdirSync(path.join(modules, '@gigsy'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((entry) => entry !== '@gigsy'))
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  for (const name of readdirSync(path.join(checkout, 'packages')))
    symlinkSync(path.join(checkout, 'packages', name), path.join(modules, '@gigsy', name));
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  remove();
});

function start() {
  const child = spawn(
    process.execPath,
    ['--conditions=convex', 'examples/hub/src/main.ts', '--json', '--port', '0', '--data', path.join(folder, 'data')],
    { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  started.push(child);
  const told: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => told.push(line.trim()));
  const ready = once(createInterface({ input: child.stdout }), 'line').then(
    ([line]) => JSON.parse(String(line)) as { cdn: string; partner: string },
  );
  return { child, told, ready };
}

test('the first start reports its build, and a start that is killed midway leaves nothing half-built for the next', async () => {
  const killed = start();
  await expect.poll(() => killed.told.at(-1), { timeout: 60_000 }).toMatch(/types stripped/);
  expect(killed.told[0]).toMatch(/^building what browsers load/);
  killed.child.kill('SIGTERM');
  expect(await once(killed.child, 'exit')).toEqual([1, null]);
  expect(killed.told.at(-1)).toMatch(/^Ended before it was ready/);
  expect(existsSync(path.join(checkout, 'dist/channel/builds.json'))).toBe(false);

  const { child, told, ready } = start();
  const { cdn, partner } = await ready;
  expect(told[0]).toMatch(/^building what browsers load/);
  const { files } = (await (await fetch(`${cdn}/v1/manifest.json`)).json()) as { files: object };
  for (const url of [`${partner}/scripts/page.js`, ...Object.keys(files).map((file) => `${cdn}/v1/${file}`)])
    expect(`${url} ${(await fetch(url)).status}`).toBe(`${url} 200`);
  expect(globSync('packages/*/dist/**/*.d.ts', { cwd: checkout })).toEqual([]);
  child.kill('SIGTERM');
  await once(child, 'exit');

  const again = start();
  await again.ready;
  expect(again.told).toEqual([]);
  again.child.kill('SIGTERM');
  await once(again.child, 'exit');
}, 120_000);
