/**
 * Faults that would keep convex/ from a real deployment, found without one; and the settings files for other
 * configurations.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConvexHttpClient } from 'convex/browser';
import { checkDeployable } from '@gigsy/local';
import { parse } from '../../packages/local/src/cli/arguments.ts';
import { readSettings } from '../../packages/local/src/cli/settings.ts';
import { Command, runCommand } from './fixture/command.ts';
import { api, freshFolder } from './fixture/deployment.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const env = { CLERK_JWT_ISSUER_DOMAIN: 'https://some.clerk.accounts.dev' };
const folders: string[] = [];
const commands: Command[] = [];
afterEach(async () => {
  await Promise.all(commands.splice(0).map((command) => command.stop('SIGKILL')));
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

function project(files: Record<string, string>): string {
  const home = freshFolder();
  folders.push(home);
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    const file = join(home, 'convex', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(home, 'convex');
}

const server = `import { queryGeneric, actionGeneric, defineSchema, defineTable, httpRouter, cronJobs } from 'convex/server';\nimport { v } from 'convex/values';\n`;
const query = `${server}export const fine = queryGeneric({ args: {}, handler: () => 1 });\n`;
const schema = (tables: string) => ({
  'a.ts': query,
  'schema.ts': `${server}export default defineSchema({ ${tables} });\n`,
});
const table = 'defineTable({ name: v.string(), rank: v.number(), vector: v.array(v.number()) })';
const many = (count: number, make: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => make(number)).join('');

test('convex/ of this repository can be deployed', async () => {
  expect(await checkDeployable(join(root, 'convex'), { env })).toEqual([]);
  expect(
    await runCommand(
      ['check', '--functions', 'convex', '--env', `CLERK_JWT_ISSUER_DOMAIN=${env.CLERK_JWT_ISSUER_DOMAIN}`],
      root,
    ),
  ).toEqual({ code: 0, stdout: '', stderr: '' });
}, 90_000);

test('a plain project can be deployed', async () => {
  const files = {
    ...schema(
      `people: ${table}.index('byName', ['name', 'rank']).searchIndex('words', { searchField: 'name', filterFields: ['rank'] }).vectorIndex('near', { vectorField: 'vector', dimensions: 4, filterFields: ['name', 'name'] }).vectorIndex('far', { vectorField: 'vector', dimensions: 5 })`,
    ),
    'http.ts': `${server}export default httpRouter();\n`,
    'crons.ts': `${server}export default cronJobs();\n`,
    'auth.config.ts': `export default { providers: [{ domain: 'https://issuer.example', applicationID: 'convex' }] };\n`,
    'deep/node_tools.ts': `'use node';\nimport { createHash } from 'node:crypto';\n${server}export const digest = actionGeneric({ args: {}, handler: () => createHash('sha256').update('a').digest('hex') });\n`,
  };
  expect(await checkDeployable(project(files))).toEqual([]);
});

describe('is refused', () => {
  test.each<[string, string, Record<string, string>, RegExp]>([
    [
      'a Node built-in in the default runtime',
      'runtime',
      { 'a.ts': `import { createHash } from 'node:crypto';\n${query}export const used = createHash;\n` },
      /crypto.*"use node"/s,
    ],
    [
      '"use node" where it can not be',
      'runtime',
      { 'http.ts': `'use node';\n${server}export default httpRouter();\n` },
      /not allowed for http\.ts/,
    ],
    [
      'a query in a "use node" file',
      'runtime',
      { 'a.ts': `'use node';\n${query}` },
      /a:fine is a query or mutation in a "use node" file/,
    ],
    [
      'the actions folder without "use node"',
      'runtime',
      { 'actions/a.ts': query },
      /actions\/a\.ts is in the actions folder/,
    ],
    ['code that does not compile', 'bundle', { 'a.ts': 'export const a = ;' }, /a\.ts:1/],
    ['an import of nothing', 'bundle', { 'a.ts': `import x from './missing';\nexport const a = x;` }, /missing/],
    ['a module name with a hyphen', 'module', { 'my-functions.ts': query }, /my-functions\.ts is no valid module path/],
    ['a module name of 65 characters', 'module', { [`${'m'.repeat(62)}.ts`]: query }, /longer than 64 characters/],
    [
      'one module in two files',
      'module',
      { 'a.ts': query, 'a.js': query.replace(/\bimport \{ v.*\n/, '') },
      /a\.js and a\.ts are the same module/,
    ],
    ['the reserved folder _deps', 'module', { '_deps/a.ts': query }, /_deps is reserved/],
    [
      'two auth configs',
      'module',
      { 'a.ts': query, 'auth.config.ts': 'export default {};', 'auth.config.js': 'export default {};' },
      /both an auth\.config/,
    ],
    [
      'a function name with $',
      'function',
      { 'a.ts': query.replace('const fine', 'const $fine') },
      /a:\$fine must start with a letter/,
    ],
    [
      'a function name that is too long',
      'function',
      { 'a.ts': query.replace('const fine', `const ${'f'.repeat(65)}`) },
      /longer than 64/,
    ],
    [
      'arguments that are no object',
      'exports',
      { 'a.ts': `${server}export const a = queryGeneric({ args: v.string() as never, handler: () => 1 });\n` },
      /arguments of a:a/,
    ],
    [
      'a result with a field that is no identifier',
      'exports',
      {
        'a.ts': `${server}export const a = queryGeneric({ args: {}, returns: v.object({ 'b.c': v.null() }), handler: () => ({ 'b.c': null }) });\n`,
      },
      /result of a:a the field "b\.c"/,
    ],
    ['an http without a router', 'exports', { 'http.ts': query }, /default export of http is not a router/],
    ['crons that are none', 'exports', { 'crons.ts': `${query}export default {};` }, /default export of crons/],
    [
      'a schema that is none',
      'exports',
      { 'a.ts': query, 'schema.ts': 'export default { tables: {} };' },
      /default export of schema/,
    ],
    [
      'a schema without a default export',
      'bundle',
      { 'a.ts': query, 'schema.ts': `${server}export const schema = defineSchema({});\n` },
      /default/,
    ],
    [
      'a module that throws while it loads',
      'exports',
      { 'a.ts': `${query}throw new Error('not today');` },
      /not today/,
    ],
    [
      'an auth config without providers',
      'auth',
      { 'a.ts': query, 'auth.config.ts': 'export default {};' },
      /providers/,
    ],
    [
      'a table name with an underscore first',
      'table',
      schema(`_people: ${table}`),
      /"_people" starts with an underscore/,
    ],
    ['a table name with a hyphen', 'table', schema(`'my-people': ${table}`), /"my-people" must start with a letter/],
    ['a field the system keeps', 'table', schema(`people: defineTable({ _secret: v.string() })`), /"_secret"/],
    [
      'a nested field that is no identifier',
      'table',
      schema(`people: defineTable({ deep: v.array(v.object({ 'a-b': v.string() })) })`),
      /"people" the field "a-b" must start with a letter/,
    ],
    [
      'documents that are a record',
      'table',
      schema(`people: defineTable(v.record(v.string(), v.string()) as never)`),
      /"people" are not objects/,
    ],
    [
      'a record with a key of its own',
      'table',
      schema(`people: defineTable({ of: v.record(v.literal('a') as never, v.string()) })`),
      /In table "people" a record has keys/,
    ],
    ['an index the system keeps', 'index', schema(`people: ${table}.index('by_id', ['name'])`), /by_id/],
    [
      'an index name with a space',
      'index',
      schema(`people: ${table}.index('by name', ['name'])`),
      /"by name" must start with a letter/,
    ],
    [
      'an index twice',
      'index',
      schema(`people: ${table}.index('a', ['name']).searchIndex('a', { searchField: 'name' })`),
      /"a" is there twice/,
    ],
    ['an index without a field', 'index', schema(`people: ${table}.index('a', [] as never)`), /"a" has no field/],
    [
      'an index on a field that is not there',
      'index',
      schema(`people: ${table}.index('a', ['nmae' as never])`),
      /"nmae", which the table does not have/,
    ],
    [
      'an index that names a field twice',
      'index',
      schema(`people: ${table}.index('a', ['name', 'name'] as never)`),
      /names a field twice/,
    ],
    [
      'an index on the creation time',
      'index',
      schema(`people: ${table}.index('a', ['name', '_creationTime'] as never)`),
      /_creationTime, which is part of every index/,
    ],
    [
      'an index on a field of the system',
      'index',
      schema(`people: ${table}.index('a', ['_secret'] as never)`),
      /_secret, which is kept for the system/,
    ],
    [
      'two indexes on the same fields',
      'index',
      schema(`people: ${table}.index('a', ['name']).index('b', ['name'])`),
      /"a" and "b" are on the same fields/,
    ],
    [
      'two search indexes on one field',
      'index',
      schema(
        `people: ${table}.searchIndex('a', { searchField: 'name' }).searchIndex('b', { searchField: 'name', filterFields: ['rank'] })`,
      ),
      /"a" and "b" search the same field/,
    ],
    [
      'two vector indexes that are the same',
      'index',
      schema(
        `people: ${table}.vectorIndex('a', { vectorField: 'vector', dimensions: 4 }).vectorIndex('b', { vectorField: 'vector', dimensions: 4 })`,
      ),
      /"a" and "b" are on the same field with as many dimensions/,
    ],
    [
      'a vector index on a text',
      'index',
      schema(`people: ${table}.vectorIndex('a', { vectorField: 'name', dimensions: 4 })`),
      /"name", which is no array of numbers/,
    ],
    [
      'an index of 17 fields',
      'index',
      schema(
        `people: defineTable({ ${many(17, (n) => `f${n}: v.string(), `)} }).index('a', [${many(17, (n) => `'f${n}', `)}] as never)`,
      ),
      /has 17 fields; at most 16/,
    ],
    [
      'a table of 33 indexes',
      'index',
      schema(
        `people: defineTable({ ${many(33, (n) => `f${n}: v.string(), `)} })${many(33, (n) => `.index('i${n}', ['f${n}'])`)}`,
      ),
      /33 indexes; at most 32/,
    ],
    [
      'a vector of 5,000 numbers',
      'index',
      schema(`people: ${table}.vectorIndex('a', { vectorField: 'vector', dimensions: 5000 })`),
      /5000 dimensions/,
    ],
  ])('%s', async (_, rule, files, message) => {
    const breaches = await checkDeployable(project(files));
    expect(breaches).toEqual(expect.arrayContaining([{ rule, message: expect.stringMatching(message) as string }]));
  });

  test('code above the size that fits', async () => {
    const functionsDir = project({ 'a.ts': `${query}export const ballast = '${'x'.repeat(50_000)}';` });
    expect(await checkDeployable(functionsDir, { maximumBytes: 1_000_000 })).toEqual([]);
    expect(await checkDeployable(functionsDir, { maximumBytes: 50_000 })).toEqual([
      { rule: 'size', message: expect.stringMatching(/at most 50000 can be deployed/) as string },
    ]);
  });

  test('on the command line with each reason on a line and exit code 1', async () => {
    const functionsDir = project({ 'my-functions.ts': query, 'a b/c-d.ts': query, 'c-d.ts': query });
    const { code, stdout, stderr } = await runCommand(['check', '--functions', functionsDir]);
    expect([code, stderr]).toEqual([1, 'A Convex deployment would refuse these functions for 2 reasons.\n']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('settings files', () => {
  const settingsOf = (name: string, ...args: string[]) => [
    '--settings',
    join(root, 'examples/settings', name),
    ...args,
  ];

  test('say all that a configuration needs', () => {
    const [staging, loadTest] = ['staging.json', 'load-test.json'].map((name) =>
      readSettings(parse(settingsOf(name), 'serve').values),
    );
    for (const settings of [staging!, loadTest!])
      expect([settings.functionsDir, Object.keys(settings.env)]).toEqual([
        join(root, 'convex'),
        ['CLERK_JWT_ISSUER_DOMAIN'],
      ]);
    expect([staging!.logs, loadTest!.logs]).toEqual(['all', 'off']);
    const own = (settings: typeof staging) => [settings!.dataDir, settings!.port, settings!.sitePort];
    expect(new Set([...own(staging), ...own(loadTest)]).size).toBe(6);
  });

  test.each(['staging.json', 'load-test.json'])(
    '%s starts a deployment of convex/ that answers many at once',
    async (name) => {
      const dataDir = freshFolder();
      folders.push(dataDir);
      // The ports and the data of the file may be in use on this machine.
      const command = new Command([
        ...settingsOf(name, '--data', dataDir, '--port', '0', '--site-port', '0', '--json'),
      ]);
      commands.push(command);
      const { url } = await command.ready();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () =>
          new ConvexHttpClient(url, { logger: false })
            .query(api.profile.get, { handle: 'nobody' })
            .catch((error: unknown) => (error as { data?: { code: string } }).data?.code),
        ),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).not.toBeUndefined();
      expect((await command.stop()).code).toBe(0);
      if (name === 'load-test.json') expect(command.stderr).toBe('');
      else expect(command.stderr).toContain('"event":"deployment.ready"');
    },
    90_000,
  );
});
