/** Where and how functions are evaluated: in UTC and en-US, in the order of their imports, with packages as convex.json says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConvexHttpClient } from 'convex/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { startDeployment } from '../../packages/local/src/index.ts';
import { freshFolder, until } from './fixture/deployment.ts';
import { api, functionsDir } from './parity/start.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** A deployment in a process of its own, with a machine's settings. */
async function startElsewhere(
  settings: Record<string, string> = {},
): Promise<{ url: string; client: ConvexHttpClient; printed(): string }> {
  const dataDir = freshFolder();
  const script = fileURLToPath(new URL('./fixture/child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=convex', script, functionsDir, dataDir], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  cleanups.push(async () => {
    child.kill();
    await once(child, 'close');
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { url } = JSON.parse(
    await until(
      () => said,
      (text) => text.includes('\n'),
      15_000,
    ),
  ) as { url: string };
  return { url, client: new ConvexHttpClient(url, { logger: false }), printed: () => said };
}

/** A project of these files, with this repository's packages. */
function project(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'gigsy-project-')));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  symlinkSync(path.resolve(import.meta.dirname, '../../node_modules/convex'), path.join(folder, 'node_modules/convex'));
  return path.join(folder, 'convex');
}

async function startProject(files: Record<string, string>): Promise<ConvexHttpClient> {
  const deployment = await startDeployment({ functionsDir: project(files), dataDir: freshFolder() });
  cleanups.push(() => deployment.close());
  return new ConvexHttpClient(deployment.url, { logger: false });
}

const IN_UTC_AND_ENGLISH = {
  local: 1_577_836_800_000,
  parsed: 1_577_836_800_000,
  hours: 0,
  offset: 0,
  zone: 'UTC',
  text: 'Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)',
  date: '1/1/1970, 12:00:00 AM',
  day: 'Thursday',
  number: '1,234.5',
  big: '1,234',
  format: '1,234.5',
  locale: 'en-US',
  list: 'a and b',
  sorted: ['a', 'ä', 'z'],
  compared: -1,
  asked: '1.234,5',
};

describe.each([
  ['Asia/Tokyo', 'de_DE.UTF-8'],
  ['America/St_Johns', 'sv_SE.UTF-8'],
])('on a machine in %s with %s', (TZ, LC_ALL) => {
  test('functions compute in UTC and en-US', async () => {
    const { client } = await startElsewhere({ TZ, LC_ALL });
    expect(await client.query(api.places.here, {})).toEqual(IN_UTC_AND_ENGLISH);
    expect(await client.action(api.node.place, {})).toEqual({
      protocol: 'file:',
      required: 'function',
      local: IN_UTC_AND_ENGLISH.local,
      number: '1,234.5',
      date: '1/1/1970, 12:00:00 AM',
      locale: 'en-US',
    });
  });
});

test('a program that starts a deployment has its own time zone back when it is closed', async () => {
  const before = process.env.TZ;
  process.env.TZ = 'Asia/Tokyo';
  try {
    const deployment = await startDeployment({ functionsDir, dataDir: freshFolder() });
    expect(new Date(0).getHours()).toBe(0);
    await deployment.close();
    expect(new Date(0).getHours()).toBe(9);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

const query = `import { queryGeneric as query, actionGeneric as action, mutationGeneric as mutation } from 'convex/server';\n`;

test('output of "use node" actions goes to the caller’s log lines, not to the output of the process', async () => {
  const { url, printed } = await startElsewhere();
  const body = JSON.stringify({ path: 'node:say', format: 'convex_encoded_json', args: [{}] });
  const response = await fetch(`${url}/api/action`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { logLines } = (await response.json()) as { logLines: string[] };
  expect(logLines).toEqual(["[LOG] 'by console' { a: 1 }", '[ERROR] by the global console', '[LOG] by stdout']);
  expect(printed()).not.toMatch(/by (console|stdout|the global)/);
});

test('pages are read in the app alone, not in its components', async () => {
  const rows = `${query}export const page = query({ args: {}, handler: async (ctx) => (await ctx.db.query('rows').paginate({ numItems: 1, cursor: null })).page });`;
  const client = await startProject({
    'convex/convex.config.ts': `import { defineApp } from 'convex/server';
import child from './child/convex.config';
const app = defineApp();
app.use(child);
export default app;`,
    'convex/child/convex.config.ts': `import { defineComponent } from 'convex/server';
export default defineComponent('child');`,
    'convex/child/rows.ts': rows,
    'convex/own.ts': `${rows}
import { componentsGeneric } from 'convex/server';
export const below = query({ args: {}, handler: (ctx) => ctx.runQuery(componentsGeneric().child.rows.page) });`,
  });
  expect(await client.query(api.own.page, {})).toEqual([]);
  await expect(client.query(api.own.below, {})).rejects.toThrow('paginate() is only supported in the app.');
});

describe('modules', () => {
  test('that import one another are evaluated from the first entry on, as Convex does', async () => {
    const client = await startProject({
      'convex/alpha.ts': `${query}import { BASE } from './omega';\nexport function shared() { return BASE + 1; }\nexport const get = query({ args: {}, handler: () => shared() });`,
      'convex/omega.ts': `${query}import { shared } from './alpha';\nexport const BASE = 40;\nexport const get = query({ args: {}, handler: () => shared() + 1 });\nexport const early = (() => { try { return typeof shared; } catch { return 'none'; } })();\nexport const seen = query({ args: {}, handler: () => early });`,
    });
    expect([
      await client.query(api.alpha.get, {}),
      await client.query(api.omega.get, {}),
      await client.query(api.omega.seen, {}),
    ]).toEqual([41, 42, 'function']);
  });

  test('that import one another are bundled in the order of the CLI’s walk, a folder before the file of its name', async () => {
    const client = await startProject({
      'convex/item.ts': `${query}import { BASE } from './item/parts';\nexport const whole = BASE + 1;\nexport function name() { return 'item'; }\nexport const get = query({ args: {}, handler: () => whole });`,
      'convex/item/parts.ts': `${query}import { name } from '../item';\nexport const BASE = 40;\nexport const get = query({ args: {}, handler: () => name() });`,
    });
    expect([await client.query(api.item.get, {}), await client.query(api.item.parts.get, {})]).toEqual([41, 'item']);
  });

  test('that only others import are evaluated before them, once', async () => {
    const client = await startProject({
      'convex/z_first.ts': `export const order = ['first'];`,
      'convex/lib/setup.ts': `import { order } from '../z_first';\norder.push('setup');\nexport const ready = true;`,
      'convex/a.ts': `${query}import './lib/setup';\nimport { order } from './z_first';\nexport const get = query({ args: {}, handler: () => [...order] });`,
      'convex/b.ts': `${query}import { order } from './z_first';\nimport { ready } from './lib/setup';\nexport const get = query({ args: {}, handler: () => [ready, ...order] });`,
    });
    expect([await client.query(api.a.get, {}), await client.query(api.b.get, {})]).toEqual([
      ['first', 'setup'],
      [true, 'first', 'setup'],
    ]);
  });

  test('may be imported while an action runs, not in a query or mutation', async () => {
    const handler = `async () => (await import('./lazy')).value`;
    const client = await startProject({
      'convex/lazy.ts': `export const value = 7;`,
      'convex/eager.ts': `${query}export const q = query({ args: {}, handler: ${handler} });\nexport const m = mutation({ args: {}, handler: ${handler} });\nexport const a = action({ args: {}, handler: ${handler} });`,
    });
    expect(await client.action(api.eager.a, {})).toBe(7);
    await expect(client.query(api.eager.q, {})).rejects.toThrow(
      'Uncaught TypeError: dynamic module import unsupported',
    );
    await expect(client.mutation(api.eager.m, {})).rejects.toThrow(
      'Uncaught TypeError: dynamic module import unsupported',
    );
  });

  test('that leave a rejection behind while they load stop the start with a typed error', async () => {
    const failing = startProject({
      'convex/bad.ts': `${query}void Promise.reject(new Error('left while loading'));\nexport const get = query({ args: {}, handler: () => 1 });`,
    });
    await expect(failing).rejects.toMatchObject({
      code: 'functions_invalid',
      message: expect.stringContaining('left while loading'),
    });
  });

  test('can not start a timer while they load', async () => {
    const failing = startProject({
      'convex/bad.ts': `${query}setTimeout(() => undefined, 1);\nexport const get = query({ args: {}, handler: () => 1 });`,
    });
    await expect(failing).rejects.toMatchObject({
      code: 'functions_invalid',
      message: expect.stringContaining("Can't use setTimeout() at import time."),
    });
  });
});

describe('"use node" modules', () => {
  const files = (names: string) => ({
    'convex.json': `{ "node": { "externalPackages": ${names} } }`,
    'node_modules/counted/package.json': '{ "name": "counted", "version": "1.0.0", "main": "index.cjs" }',
    'node_modules/counted/index.cjs': `exports.file = typeof __filename === 'string' ? __filename : 'bundled';`,
    'convex/files.ts': `"use node";\n${query}import { file } from 'counted';\nexport const get = action({ args: {}, handler: () => file });`,
  });
  test.each([['["counted"]'], ['["*"]']])(
    'import the packages that convex.json names %s as they are installed',
    async (names) => {
      expect(await (await startProject(files(names))).action(api.files.get, {})).toMatch(
        /node_modules\/counted\/index\.cjs$/,
      );
    },
  );
  test('say where convex.json is wrong', async () => {
    await expect(startProject(files('"counted"'))).rejects.toMatchObject({
      code: 'functions_invalid',
      message: expect.stringContaining('`node.externalPackages`'),
    });
  });
});
