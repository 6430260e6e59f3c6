/** Data survives killed processes and restarts; and the faults on which a deployment refuses to start. */
import { afterEach, describe, expect, test } from 'vitest';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConvexClient, ConvexHttpClient } from 'convex/browser';
import { startDeployment } from '../../packages/local/src/index.ts';
import { api, freshFolder, functionsDir, startFixture, until } from './fixture/deployment.ts';
import { spawnDeployment } from './fixture/spawned.ts';
import type { Spawned } from './fixture/spawned.ts';

const folders: string[] = [];
const running: Spawned[] = [];
const folder = () => folders[folders.push(freshFolder()) - 1]!;
afterEach(async () => {
  for (const deployment of running.splice(0)) await deployment.kill();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

async function spawned(dataDir: string, port = 0): Promise<Spawned> {
  const deployment = await spawnDeployment(dataDir, { port });
  running.push(deployment);
  return deployment;
}

describe('after kill -9', () => {
  test('every acknowledged mutation is there, and the next start needs no care', async () => {
    const dataDir = folder();
    for (const round of [1, 2]) {
      const process = await spawned(dataDir);
      const client = () => new ConvexHttpClient(process.url, { logger: false });
      let acknowledged = 0;
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (;;) {
          await client().mutation(api.counters.increment, { name: `writer ${writer} round ${round}` });
          acknowledged += 1;
        }
      });
      for (const writer of writers) writer.catch(() => undefined);
      await until(
        () => acknowledged,
        (count) => count >= 150,
      );
      await process.kill();
      await Promise.allSettled(writers);
      const fixture = await startFixture({ dataDir });
      let found = 0;
      for (let writer = 0; writer < 8; writer++)
        found += (await fixture.http().query(api.counters.read, { name: `writer ${writer} round ${round}` })) as number;
      // At most one mutation of each writer was committed and not yet answered.
      expect(found).toBeGreaterThanOrEqual(acknowledged);
      expect(found).toBeLessThanOrEqual(acknowledged + 8);
      await fixture.deployment.close();
    }
  }, 30_000);

  test('a socket client resumes: its mutation is applied once and its query goes on', async () => {
    const dataDir = folder();
    const first = await spawned(dataDir);
    const port = Number(new URL(first.url).port);
    const client = new ConvexClient(first.url, { logger: false, unsavedChangesWarning: false });
    const seen: number[] = [];
    client.onUpdate(api.counters.read, { name: 'resumed' }, (value: number) => seen.push(value));
    await until(
      () => seen.length,
      (length) => length === 1,
    );
    await client.mutation(api.counters.increment, { name: 'resumed' });
    await first.kill();
    const pending = client.mutation(api.counters.increment, { name: 'resumed' });
    await spawned(dataDir, port);
    expect(await pending).toBe(2);
    await until(
      () => seen.at(-1),
      (value) => value === 2,
    );
    await client.close();
  }, 30_000);
});

describe('a start is refused', () => {
  const refusal = (options: { dataDir: string; port?: number; functionsDir?: string }) =>
    startDeployment({ functionsDir, ...options }).then(
      async (deployment) => {
        await deployment.close();
        throw new Error('it started');
      },
      (error: unknown) => error as { code: string; message: string },
    );

  test('when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const dataDir = folder();
    expect(await refusal({ dataDir, port })).toMatchObject({
      name: 'LocalDeploymentError',
      code: 'port_taken',
      message: `Port ${port} is already in use.`,
    });
    server.close();
    // Nothing is left locked.
    await (await startDeployment({ functionsDir, dataDir })).close();
  });

  test('when the data folder can not be written', async () => {
    const file = join(folder(), 'a file');
    writeFileSync(file, '');
    expect(await refusal({ dataDir: join(file, 'data') })).toMatchObject({ code: 'data_unwritable' });
  });

  test('when another process uses the data, even one of these', async () => {
    const dataDir = folder();
    const deployment = await startDeployment({ functionsDir, dataDir });
    expect(await refusal({ dataDir })).toMatchObject({ code: 'data_in_use' });
    expect(await spawned(dataDir)).toMatchObject({ code: 'data_in_use' });
    await deployment.close();
  });

  test.each([
    ['is no database', (file: string) => writeFileSync(file, 'this is my diary, not a database. '.repeat(50))],
    ['is cut short', (file: string) => truncateSync(file, 40_960)],
    [
      'has broken pages',
      (file: string) =>
        writeFileSync(
          file,
          Buffer.concat([
            readFileSync(file).subarray(0, 4_096 * 3),
            Buffer.alloc(4_096 * 6, 0xa5),
            readFileSync(file).subarray(4_096 * 9),
          ]),
        ),
    ],
  ])('when the database %s, and its bytes stay', async (_, damage) => {
    const dataDir = folder();
    await (await startDeployment({ functionsDir, dataDir })).close();
    const file = join(dataDir, 'deployment.sqlite');
    damage(file);
    const before = readFileSync(file);
    const error = await refusal({ dataDir });
    expect(error).toMatchObject({ code: 'data_damaged' });
    expect(error.message.split('\n')).toHaveLength(1);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.includes('journal'))).toEqual([]);
  });

  test('when the functions do not compile, or are missing', async () => {
    const broken = join(folder(), 'convex');
    mkdirSync(broken);
    writeFileSync(join(broken, 'bad.ts'), 'export const x = ;');
    expect(await refusal({ dataDir: folder(), functionsDir: broken })).toMatchObject({
      code: 'functions_invalid',
      message: expect.stringContaining('bad.ts:1') as string,
    });
    expect(await refusal({ dataDir: folder(), functionsDir: join(broken, 'missing') })).toMatchObject({
      code: 'functions_invalid',
    });
  });

  test('when a document breaks a changed schema, and the data stays', async () => {
    const dataDir = folder();
    const project = join(folder(), 'project', 'convex');
    const root = fileURLToPath(new URL('../../node_modules', import.meta.url));
    cpSync(functionsDir, project, { recursive: true });
    rmSync(join(project, 'convex.config.ts'));
    rmSync(join(project, 'limits.ts'));
    const { symlinkSync } = await import('node:fs');
    symlinkSync(root, join(project, '..', 'node_modules'));
    const deployment = await startDeployment({ functionsDir: project, dataDir });
    const id = (await deployment.run('messages:send', { channel: 'a', body: 'b', rank: 1 })) as string;
    await deployment.close();
    const schema = join(project, 'schema.ts');
    const original = readFileSync(schema, 'utf8');
    writeFileSync(schema, original.replace('body: v.string()', 'body: v.number()'));
    const error = await refusal({ dataDir, functionsDir: project });
    expect(error).toMatchObject({ code: 'schema_violation' });
    expect(error.message).toContain(id);
    expect(error.message).toContain('`body`');
    writeFileSync(schema, original);
    const again = await startDeployment({ functionsDir: project, dataDir });
    expect(await again.run('messages:get', { id })).toMatchObject({ body: 'b' });
    await again.close();
  });
});

test('a start on existing data computes for less than half a second, and the admin key stays', async () => {
  const dataDir = folder();
  const first = await startDeployment({ functionsDir, dataDir });
  await first.close();
  const before = process.cpuUsage();
  const second = await startDeployment({ functionsDir, dataDir });
  // Time that this process computed: other load on the machine makes a start longer, not slower.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(500);
  expect(second.adminKey).toBe(first.adminKey);
  expect(existsSync(join(dataDir, 'admin-key'))).toBe(true);
  await second.close();
});
