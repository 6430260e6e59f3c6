/// <reference types="vite/client" />
/**
 * One door for public functions, one reader of profiles and one place that writes each table: ways around them, in many
 * disguises, each put into the backend and refused by lint.
 */
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import schema from '../../convex/schema.js';

/** Rules that read types need files on disk; the tested rules read none. */
const withoutTypes = {
  languageOptions: { parserOptions: { projectService: false } },
  rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/await-thenable': 'off' },
} as const;

async function refusals(filePath: string, code: string): Promise<string[]> {
  const [result] = await new ESLint({ overrideConfig: [withoutTypes] }).lintText(code, { filePath });
  return [...new Set(result!.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

const ROWS = '{ args: {}, handler: async (ctx) => loadEverybody(ctx) }';

describe('a public function without a contract is refused', () => {
  test.each<[disguise: string, file: string, code: string]>([
    [
      'a raw query',
      'convex/profile.ts',
      `import { query } from './_generated/server.js'; export const all = query(${ROWS});`,
    ],
    [
      'a raw mutation',
      'convex/profile/a.ts',
      `import { mutation } from '../_generated/server.js'; export const all = mutation(${ROWS});`,
    ],
    [
      'a raw action',
      'convex/profile/a.ts',
      `import { action } from '../_generated/server'; export const all = action(${ROWS});`,
    ],
    [
      'a raw route',
      'convex/http.ts',
      "import { httpAction } from './_generated/server.js'; export const all = httpAction(async () => new Response());",
    ],
    [
      'a raw query beside implement',
      'convex/model/door/extra.ts',
      `import { query } from '../../_generated/server.js'; export const open = query;`,
    ],
    [
      'another name',
      'convex/profile.ts',
      `import { query as internalQuery } from './_generated/server.js'; export const all = internalQuery(${ROWS});`,
    ],
    [
      'a name in quotes',
      'convex/profile.ts',
      `import { 'query' as make } from './_generated/server.js'; export const all = make(${ROWS});`,
    ],
    [
      'the whole module',
      'convex/profile.ts',
      `import * as server from './_generated/server.js'; export const all = server.query(${ROWS});`,
    ],
    [
      'a longer way to the same file',
      'convex/profile.ts',
      `import { query } from './model/../_generated/server.js'; export const all = query(${ROWS});`,
    ],
    ['a re-export', 'convex/model/door/open.ts', "export { query as open } from '../../_generated/server.js';"],
    ['a re-export of all', 'convex/model/door/open.ts', "export * from '../../_generated/server.js';"],
    [
      'a dynamic import',
      'convex/profile.ts',
      `const { query } = await import('./_generated/server.js'); export const all = query(${ROWS});`,
    ],
    [
      'require',
      'convex/profile.ts',
      `const { query } = require('./_generated/server.js'); export const all = query(${ROWS});`,
    ],
    [
      "Convex's own builder",
      'convex/profile.ts',
      `import { queryGeneric } from 'convex/server'; export const all = queryGeneric(${ROWS});`,
    ],
    [
      "Convex's own route builder",
      'convex/http.ts',
      "import { httpActionGeneric } from 'convex/server'; export const all = httpActionGeneric(async () => new Response());",
    ],
    [
      'all of convex/server',
      'convex/profile.ts',
      `import * as server from 'convex/server'; export const all = server.queryGeneric(${ROWS});`,
    ],
    [
      'a file within a package',
      'convex/profile.ts',
      `import { queryGeneric } from '../node_modules/convex/dist/esm/server/impl/registration_impl.js'; export const all = queryGeneric(${ROWS});`,
    ],
    [
      'a custom builder of convex-helpers',
      'convex/profile.ts',
      `import { zCustomQuery } from 'convex-helpers/server/zod4'; export const all = zCustomQuery()(${ROWS});`,
    ],
    [
      'another helper of convex-helpers',
      'convex/profile.ts',
      "import { crud } from 'convex-helpers/server/crud'; export const { read } = crud(schema, 'users');",
    ],
    [
      "a component's ready-made functions",
      'convex/operations/limits.ts',
      "import { RateLimiter } from '@convex-dev/rate-limiter'; export const { getRateLimit } = new RateLimiter({}).hookAPI('x');",
    ],
    ['a file that is not TypeScript', 'convex/leak.js', 'export const x = 1;'],
    ['JSX', 'convex/leak.jsx', 'export const x = 1;'],
    ['a module file', 'convex/profile/leak.mjs', 'export const x = 1;'],
    [
      'an address of a stored file',
      'convex/profile/photos.ts',
      'export const f = (ctx, id) => ctx.storage.getUrl(id);',
    ],
    ['the same by parts', 'convex/profile/photos.ts', 'export const f = ({ storage: { getUrl } }, id) => getUrl(id);'],
    [
      'a comment that switches lint off',
      'convex/profile.ts',
      `/* eslint-disable */\nimport { query } from './_generated/server.js'; export const all = query(${ROWS});`,
    ],
    [
      'the same for one line',
      'convex/profile.ts',
      `// eslint-disable-next-line\nimport { query } from './_generated/server.js'; export const all = query(${ROWS});`,
    ],
  ])('%s', async (_, file, code) => {
    expect(await refusals(file, code)).toContain('house/registered-by-contract');
  });
});

/** Ways to read a table of profiles that lint must see through. */
const reads = [
  "export const f = (ctx) => ctx.db.query('users').collect();",
  "export const f = (ctx) => ctx.db.query('profileViews').withIndex('by_handle_audience').take(1);",
  'export const f = (ctx, id) => ctx.db.get(id);',
  "export const f = (ctx, id) => ctx.db.get('users', id);",
  "export const f = (ctx, text) => ctx.db.normalizeId('profiles', text);",
  "export const f = (ctx) => ctx.db.query(['us', 'ers'].join('')).collect();",
  "const table = 'users' as const; export const f = (ctx) => ctx.db.query(table).collect();",
  'export const f = (ctx) => ctx.db.query(`users`).collect();',
  "export const f = (ctx) => ctx.db['query']('users').collect();",
  "export const f = (ctx) => ctx['db'].query('users').collect();",
  'export const f = (ctx) => ctx[`db`].query("users").collect();',
  "export const f = (ctx, key) => ctx[key].query('users').collect();",
  "export const f = (ctx) => (ctx.db as never).query('users').collect();",
  "export const f = (ctx) => ctx.db!.query('users').collect();",
  "export const f = ({ db }) => db.query('users').collect();",
  "export const f = ({ db: rows }) => rows.query('users').collect();",
  "export const f = ({ 'db': rows }) => rows.query('users').collect();",
  "export const f = (ctx) => { const { query } = ctx.db; return query('users').collect(); };",
  "export const f = (ctx) => ctx.db.query.call(ctx.db, 'users').collect();",
  'export const f = (ctx) => readAll(ctx.db);',
  "export const f = (ctx) => ctx.db.table('users').query().collect();",
  "export const f = (ctx) => { const { auth, ...rest } = ctx; return rest.db.query('users').collect(); };",
  "export const f = (ctx) => Object.values(ctx)[0].query('users').collect();",
  "export const f = (ctx) => Reflect.get(ctx, 'd' + 'b').query('users').collect();",
  "export const f = (ctx) => { const c = ctx; return c['d' + 'b'].query('users').collect(); };",
  "export const f = (ctx) => { const c = { ...ctx }; return c['d' + 'b'].query('users').collect(); };",
];

describe('a read of profile tables elsewhere is refused', () => {
  test.each(reads)('%s', async (code) => {
    for (const file of ['convex/profile.ts', 'convex/model/profile/edit.ts', 'convex/model/operations/keys.ts']) {
      expect([file, await refusals(file, code)]).toEqual([file, ['house/tables']]);
    }
  });

  test("the runtime's own door is refused as well", async () => {
    const code =
      "declare const Convex: { asyncSyscall(op: string, args: string): Promise<string> }; export const f = () => Convex.asyncSyscall('1.0/queryStream', '{}');";
    expect(await refusals('convex/profile.ts', code)).toContain('house/registered-by-contract');
    expect(
      await refusals('convex/profile.ts', "export const f = () => globalThis['Convex'].asyncSyscall('1.0/get', '{}');"),
    ).toContain('house/registered-by-contract');
  });

  test('profile/rows reads them, those of list sections too', async () => {
    const code =
      "export const f = (ctx, section) => [ctx.db.query('profiles'), ctx.db.query(itemTables[section]), ctx.db.get('users', 1)];";
    expect(await refusals('convex/model/profile/rows.ts', code)).toEqual([]);
  });

  test('profile/rows reads no views, and no table that only run time knows', async () => {
    for (const table of ["'profileViews'", 'table', 'model.table', 'itemTables[section, table]'])
      expect([
        table,
        await refusals('convex/model/profile/rows.ts', `export const f = (ctx) => ctx.db.query(${table});`),
      ]).toEqual([table, ['house/tables']]);
  });

  test('not even the write path reads them', async () => {
    expect(
      await refusals('convex/model/profile/write.ts', "export const f = (ctx) => ctx.db.query('profiles');"),
    ).toEqual(['house/tables']);
  });
});

describe("a write outside the model of the table's domain is refused", () => {
  const declared = Object.entries(
    import.meta.glob<Record<string, object>>(['../../convex/tables/**/*.ts', '!**/contract.ts'], { eager: true }),
  ).flatMap(([file, exported]) =>
    Object.entries(exported)
      .filter(([name]) => name.endsWith('Tables'))
      .flatMap(([, tables]) =>
        Object.keys(tables).map((table) => ({ table, domain: /tables\/(\w+)/.exec(file)![1]! })),
      ),
  );
  const WRITERS: Record<string, string> = { profile: 'write' };
  const writes = (table: string) => [
    `export const f = (ctx) => ctx.db.insert('${table}', {});`,
    `export const f = (ctx, id) => ctx.db.patch('${table}', id, {});`,
    `export const f = (ctx, id) => ctx.db.replace('${table}', id, {});`,
    `export const f = (ctx, id) => ctx.db.delete('${table}', id);`,
  ];

  test('every table of the schema is known here', () => {
    expect(declared.map(({ table }) => table).sort()).toEqual(Object.keys(schema.tables).sort());
  });

  test.each(declared)('$table', async ({ table, domain }) => {
    const isView = table.endsWith('Views');
    const own = isView ? 'convex/model/privacy/views.ts' : `convex/model/${domain}/${WRITERS[domain] ?? 'rows'}.ts`;
    const others = [
      `convex/${domain}.ts`,
      `convex/${domain}/rows.ts`,
      'convex/model/door/implement.ts',
      'convex/model/contract/errors.ts',
      'convex/model/readModels.ts',
      'convex/crons.ts',
      ...declared.filter((other) => other.domain !== domain).map((other) => `convex/model/${other.domain}/rows.ts`),
    ];
    for (const code of writes(table)) {
      expect([own, await refusals(own, code)]).toEqual([own, []]);
      for (const file of new Set(others))
        expect([file, code, await refusals(file, code)]).toEqual([file, code, ['house/tables']]);
    }
  });

  test.each([
    ...reads
      .filter((code) => code.includes('query'))
      .map((code) => code.replaceAll('query', 'insert').replaceAll('users', 'partners')),
    'export const f = (ctx, row) => ctx.db.patch(row._id, {});',
    'export const f = (ctx, id) => ctx.db.delete(id);',
    'export const f = (ctx, id) => ctx.db.replace(id, {});',
    "export const f = (ctx) => ctx.db.insert('part' + 'ners', {});",
    "export const f = (ctx) => ctx.db.insert(ok ? 'partners' : 'events', {});",
    "export const f = (ctx) => ctx.db.insert('unheardOf', {});",
    'export const f = (ctx, model) => ctx.db.insert(model.table, {});',
    'export const f = (ctx, section) => ctx.db.insert(itemTables[section], {});',
  ])('in disguise: %s', async (code) => {
    expect(await refusals('convex/model/events/log.ts', code)).toEqual(['house/tables']);
  });
});

test('code that the backend needs passes', async () => {
  expect(
    await refusals(
      'convex/operations/keys.ts',
      [
        "import { internalMutation } from '../_generated/server.js';",
        "import type { QueryCtx } from '../_generated/server.js';",
        "import { internal } from '../_generated/api.js';",
        "export const f = internalMutation({ handler: (ctx: QueryCtx, id) => [ctx.db.get('partners', id), ctx.db.query('partners'), ctx.db.vars.commitTs, internal] });",
      ].join('\n'),
    ),
  ).toEqual([]);
});
