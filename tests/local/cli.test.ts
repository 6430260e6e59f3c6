/** The gigsy-local command, run as a person or a script runs it. */
import { afterEach, describe, expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConvexHttpClient } from 'convex/browser';
import { Command, runCommand } from './fixture/command.ts';
import { api, freshFolder, functionsDir, until } from './fixture/deployment.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
const commands: Command[] = [];
const folder = () => folders[folders.push(freshFolder()) - 1]!;
const start = (args: string[], cwd?: string) => commands[commands.push(new Command(args, cwd)) - 1]!;
const client = (url: string) => new ConvexHttpClient(url, { logger: false });

afterEach(async () => {
  await Promise.all(commands.splice(0).map((command) => command.stop('SIGKILL')));
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** A project of its own, with the packages of this repository. */
function project(files: Record<string, string>): string {
  const home = folder();
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  mkdirSync(join(home, 'convex'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, 'convex', name), text);
  return home;
}

const answering = (answer: string) =>
  `import { queryGeneric } from 'convex/server';\nexport const answer = queryGeneric({ args: {}, handler: () => ${answer} });\n`;

describe('serving', () => {
  test('prints one line of JSON when ready, serves with relative paths, and ends cleanly on a signal', async () => {
    const home = project({
      'greet.ts': `import { queryGeneric } from 'convex/server';\nexport const hello = queryGeneric({ args: {}, handler: () => process.env.GREETING + process.env.OTHER });\n`,
    });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const command = start(
        ['--functions', 'convex', '--data', 'data', '--env', 'GREETING=a=b', '--env', 'OTHER=', '--json'],
        home,
      );
      const { ready, url, siteUrl } = await command.ready();
      expect(ready).toBe(true);
      expect(await client(url).query(api.greet.hello, {})).toBe('a=b');
      expect((await fetch(`${siteUrl}/none`)).status).toBe(404);
      expect(await command.stop(signal)).toEqual({
        code: 0,
        stdout: `${JSON.stringify({ ready, url, siteUrl })}\n`,
        stderr: '',
      });
    }
    expect(readdirSync(home).sort()).toEqual(['convex', 'data', 'node_modules']);
  }, 30_000);

  test('reads a settings file with paths relative to it; options win', async () => {
    const home = project({ 'answers.ts': answering(`process.env.WHO`) });
    writeFileSync(
      join(home, 'settings.json'),
      JSON.stringify({ functions: 'convex', data: 'data', env: { WHO: 'file' }, logs: 'off' }),
    );
    const settings = ['--settings', join(home, 'settings.json'), '--json'];
    for (const [args, who] of [
      [[], 'file'],
      [['--env', 'WHO=option'], 'option'],
    ] as const) {
      const command = start([...settings, ...args]);
      expect(await client((await command.ready()).url).query(api.answers.answer, {})).toBe(who);
      await command.stop();
    }
  }, 30_000);

  test('with --watch a change is served, a broken one is told and the last good version stays', async () => {
    const home = project({ 'answers.ts': answering('1') });
    const file = join(home, 'convex', 'answers.ts');
    const command = start(['--functions', join(home, 'convex'), '--data', join(home, 'data'), '--watch', '--json']);
    const { url } = await command.ready();
    const answer = () =>
      client(url)
        .query(api.answers.answer, {})
        .catch(() => null) as Promise<number | null>;
    expect(await answer()).toBe(1);
    writeFileSync(file, answering('2'));
    await until(answer, (value) => value === 2);
    writeFileSync(file, answering('2 +'));
    expect(await command.said('the last good version keeps serving')).toContain('answers.ts:2');
    expect(await answer()).toBe(2);
    writeFileSync(file, `throw new Error('at load');\n${answering('3')}`);
    await command.said('at load');
    expect(await until(answer, (value) => value !== null)).toBe(2);
    writeFileSync(file, answering('4'));
    await until(answer, (value) => value === 4);
    expect((await command.stop()).code).toBe(0);
  }, 40_000);
});

test('with --watch a schema that the data violates is told, and the last good version stays', async () => {
  const schema = (type: string) =>
    `import { defineSchema, defineTable } from 'convex/server';\nimport { v } from 'convex/values';\nexport default defineSchema({ rows: defineTable({ size: ${type} }) });\n`;
  const add = `import { mutationGeneric } from 'convex/server';\nexport const add = mutationGeneric({ handler: ({ db }) => db.insert('rows', { size: 1 }) });\n`;
  const home = project({ 'rows.ts': add, 'schema.ts': schema('v.number()') });
  const command = start(['--functions', join(home, 'convex'), '--data', join(home, 'data'), '--watch', '--json']);
  const { url } = await command.ready();
  const id = await client(url).mutation(api.rows.add, {});
  writeFileSync(join(home, 'convex', 'schema.ts'), schema('v.string()'));
  expect(await command.said('the last good version keeps serving')).toMatch(
    new RegExp(`${id}.*\`size\`; no data was changed`),
  );
  await until(
    () =>
      client(url)
        .mutation(api.rows.add, {})
        .catch(() => null),
    (added) => added !== null,
  );
  expect((await command.stop()).code).toBe(0);
}, 30_000);

describe('refuses with one sentence and exit code 1', () => {
  const somewhere = ['--data', 'data'];
  test.each<[string, string[], RegExp]>([
    ['no functions', somewhere, /needs --functions DIR/],
    ['no data folder', ['--functions', 'convex'], /needs --data DIR/],
    ['a missing functions folder', ['--functions', 'nowhere', ...somewhere], /no functions folder at .*nowhere/],
    [
      'a port that is none',
      ['--functions', 'convex', ...somewhere, '--port', '70000'],
      /--port must be a whole number from 0 to 65535, not "70000"/,
    ],
    [
      'a variable without a value',
      ['--functions', 'convex', ...somewhere, '--env', 'SECRET'],
      /--env must be KEY=VALUE/,
    ],
    ['an unknown option', ['--functions', 'convex', ...somewhere, '--fast'], /Unknown option '--fast'/],
    ['an unknown verb', ['deploy'], /'deploy'/],
    ['a missing settings file', ['--settings', 'none.json'], /settings file .*none\.json can not be read/],
    ['an unknown setting', ['--settings', 'settings.json'], /"speed", which is none of/],
    ['code that does not compile', ['--functions', 'broken', ...somewhere], /bad\.ts:1/],
    ['an export of nothing', ['export', 'file', '--data', 'nowhere'], /no deployment's data in .*nowhere/],
    ['an import of nothing', ['import', 'file', '--data', 'new'], /no snapshot at .*file/],
    ['an import of something else', ['import', 'settings.json', '--data', 'new'], /is no snapshot/],
    ['an import without a file', ['import', '--data', 'new'], /needs FILE/],
  ])(
    '%s',
    async (_, args, sentence) => {
      const home = project({ 'answers.ts': answering('1') });
      mkdirSync(join(home, 'broken'));
      writeFileSync(join(home, 'broken', 'bad.ts'), 'export const x = ;');
      writeFileSync(join(home, 'settings.json'), '{"speed":"high"}');
      const { code, stdout, stderr } = await runCommand(args, home);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(sentence);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(existsSync(join(home, 'new', 'deployment.sqlite'))).toBe(false);
    },
    30_000,
  );

  test('data that another process has open', async () => {
    const dataDir = folder();
    const command = start(['--functions', functionsDir, '--data', dataDir, '--json']);
    await command.ready();
    const exported = await runCommand(['export', join(folder(), 'snapshot'), '--data', dataDir]);
    expect([exported.code, exported.stderr]).toEqual([
      1,
      `Another deployment is already using the data folder ${dataDir}.\n`,
    ]);
    await command.stop();
  }, 30_000);
});

test('--help lists verbs and options', async () => {
  const { code, stdout, stderr } = await runCommand(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  for (const word of ['--functions', '--site-port', '--settings', 'codegen', 'export FILE', 'import FILE'])
    expect(stdout).toContain(word);
});

describe('snapshots', () => {
  test('restore every document with its id, and scheduled functions', async () => {
    const [before, after] = [folder(), folder()];
    const snapshot = join(folder(), 'snapshot.jsonl');
    const serve = async (dataDir: string) => {
      const command = start(['--functions', functionsDir, '--data', dataDir, '--env', 'GREETING=hi', '--json']);
      return { command, client: client((await command.ready()).url) };
    };
    const first = await serve(before);
    const id = await first.client.mutation(api.messages.send, { channel: 'kept', body: 'as it was', rank: 1.5 });
    const inserted = await first.client.query(api.messages.get, { id });
    const kinds = await first.client.mutation(api.runtime.echoBytes, { bytes: Uint8Array.of(1, 2).buffer, big: 7n });
    const job = await first.client.mutation(api.runtime.schedule, { name: 'later', delayMs: 4_000 });
    await first.command.stop();

    expect(await runCommand(['export', snapshot, '--data', before])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^\d+ documents of \d+ tables and 0 files exported\n$/) as string,
    });
    expect(await runCommand(['import', snapshot, '--data', after])).toMatchObject({ code: 0, stderr: '' });
    const again = await runCommand(['import', snapshot, '--data', after]);
    expect([again.code, again.stderr]).toEqual([
      1,
      `The data folder ${after} already has data; a snapshot is restored into a new one.\n`,
    ]);

    const second = await serve(after);
    expect(await second.client.query(api.messages.get, { id })).toEqual(inserted);
    expect(await second.client.query(api.messages.list, { channel: 'kept' })).toHaveLength(1);
    expect(kinds.value).toBe(7n);
    await until(
      () => second.client.query(api.runtime.job, { id: job }),
      (document) => document.state.kind === 'success',
      8_000,
    );
    expect(await second.client.query(api.counters.read, { name: 'later' })).toBe(1);
    await second.command.stop();
  }, 40_000);

  test('restore stored files, and rebuild search and vector indexes', async () => {
    const [before, after] = [folder(), folder()];
    const snapshot = join(folder(), 'snapshot.jsonl');
    const serve = async (dataDir: string) => {
      const command = start(['--functions', join(functionsDir, '../../services/convex'), '--data', dataDir, '--json']);
      return { command, client: client((await command.ready()).url) };
    };
    const first = await serve(before);
    const upload = await fetch(await first.client.mutation(api.files.uploadUrl, {}), {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'the bytes',
    });
    const { storageId } = (await upload.json()) as { storageId: string };
    await first.client.mutation(api.articles.add, { title: 'kept', body: 'a walrus sings' });
    const described = await first.client.query(api.files.describe, { id: storageId });
    await first.command.stop();
    expect((await runCommand(['export', snapshot, '--data', before])).stdout).toContain(' and 1 files exported');
    expect((await runCommand(['import', snapshot, '--data', after])).stdout).toContain(' and 1 files imported');

    const second = await serve(after);
    expect(await second.client.query(api.files.describe, { id: storageId })).toEqual(described);
    const address = (await second.client.query(api.files.url, { id: storageId })) as string;
    expect(await (await fetch(address)).text()).toBe('the bytes');
    expect(await second.client.query(api.articles.search, { text: 'walrus' })).toEqual(['kept']);
    await second.command.stop();
  }, 40_000);

  test('that are cut short are refused, and leave nothing behind', async () => {
    const [before, after] = [folder(), join(folder(), 'new')];
    const snapshot = join(folder(), 'snapshot.jsonl');
    const command = start(['--functions', functionsDir, '--data', before, '--json']);
    await command.ready();
    await command.stop();
    await runCommand(['export', snapshot, '--data', before]);
    const lines = readFileSync(snapshot, 'utf8').trimEnd().split('\n');
    writeFileSync(snapshot, lines.slice(0, -1).join('\n'));
    const { code, stderr } = await runCommand(['import', snapshot, '--data', after]);
    expect([code, stderr]).toEqual([
      1,
      `Line ${lines.length} of the snapshot ${snapshot} can not be read: it is cut short.\n`,
    ]);
    expect(existsSync(join(after, 'deployment.sqlite'))).toBe(false);
  }, 30_000);
});

describe('codegen', () => {
  test('writes the same files as convex/_generated of this repository, its component typed', async () => {
    expect(await runCommand(['codegen', '--functions', 'convex', '--check'], root)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  }, 20_000);

  test('writes the same files as the Convex CLI, where that works offline', async () => {
    const home = project({
      'answers.ts': answering('1'),
      'crons.ts': answering('2'),
      'schema.ts': readFileSync(join(functionsDir, 'schema.ts'), 'utf8'),
    });
    mkdirSync(join(home, 'convex', 'deep'));
    writeFileSync(join(home, 'convex', 'deep', 'delete.ts'), answering('3'));
    writeFileSync(join(home, 'package.json'), '{"name":"some-project","dependencies":{"convex":"1.48.0"}}');
    const bare = join(home, 'bare');
    cpSync(join(home, 'convex'), bare, { recursive: true });
    rmSync(join(bare, 'schema.ts'));
    const read = (dir: string) =>
      Object.fromEntries(
        readdirSync(join(dir, '_generated')).map((name) => [name, readFileSync(join(dir, '_generated', name), 'utf8')]),
      );
    for (const dir of ['convex', 'bare']) {
      writeFileSync(join(home, 'convex.json'), JSON.stringify({ functions: dir }));
      execFileSync('npx', ['convex', 'codegen', '--system-udfs', '--typecheck', 'disable'], {
        cwd: home,
        stdio: 'ignore',
      });
      const theirs = read(join(home, dir));
      rmSync(join(home, dir, '_generated'), { recursive: true });
      expect((await runCommand(['codegen', '--functions', relative(home, join(home, dir))], home)).stderr).toBe('');
      expect(read(join(home, dir))).toEqual(theirs);
    }
  }, 60_000);

  test("types a component in the project's own folders as the CLI types published ones", async () => {
    const home = project({
      'convex.config.ts': `import { defineApp } from 'convex/server';\nimport counter from './counter/convex.config.js';\nconst app = defineApp();\napp.use(counter, { name: 'visits' });\nexport default app;\n`,
    });
    const published = join(root, 'node_modules/@convex-dev/sharded-counter/src/component');
    const own = join(home, 'convex', 'counter');
    cpSync(published, own, { recursive: true });
    rmSync(join(own, '_generated'), { recursive: true });
    expect(await runCommand(['codegen', '--functions', 'convex'], home)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(own, '_generated', 'component.ts'), 'utf8')).toBe(
      readFileSync(join(published, '_generated', 'component.ts'), 'utf8'),
    );
    expect(readFileSync(join(home, 'convex', '_generated', 'api.d.ts'), 'utf8')).toContain(
      'visits: import("../counter/_generated/component.js").ComponentApi<"visits">;',
    );
    expect((await runCommand(['codegen', '--functions', 'convex', '--check'], home)).code).toBe(0);
  }, 20_000);

  test('says when something is not up to date', async () => {
    const home = project({ 'answers.ts': answering('1') });
    const { code, stderr } = await runCommand(['codegen', '--functions', 'convex', '--check'], home);
    expect(code).toBe(1);
    expect(stderr).toMatch(/_generated.*is not what the functions say/);
  }, 20_000);
});
