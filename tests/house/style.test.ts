/** The house style's rules, each broken once: snippets go through ESLint with the repository's configuration. */
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/** Rules that read types need files on disk; they are left to `npm run lint`. */
const withoutTypes = {
  languageOptions: { parserOptions: { projectService: false } },
  rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/await-thenable': 'off' },
} as const;

async function broken(filePath: string, code: string): Promise<string[]> {
  const eslint = new ESLint({ overrideConfig: [withoutTypes] });
  const [result] = await eslint.lintText(code, { filePath });
  return [...new Set(result!.messages.map((message) => message.ruleId ?? message.message))];
}

const lines = (count: number) => `${'// line\n'.repeat(count - 1)}export {};`;

test.each<[rule: string, file: string, code: string]>([
  ['house/no-drawer', 'packages/sdk/src/utils.ts', 'export {};'],
  ['house/no-drawer', 'packages/cli/src/common/text.ts', 'export {};'],
  ['house/seven-domains', 'convex/model/billing/charge.ts', 'export {};'],
  ['house/seven-domains', 'convex/billing.ts', 'export {};'],
  ['house/seven-domains', 'packages/schema/src/billing/charge.ts', 'export {};'],
  ['house/long-file', 'packages/sdk/src/long.ts', lines(310)],
  ['max-lines', 'packages/sdk/src/long.ts', lines(360)],
  ['max-lines-per-function', 'packages/sdk/src/long.ts', `export function f() {\n${'f();\n'.repeat(61)}}`],
  ['no-console', 'packages/elements/src/card.ts', 'console.log(1);'],
  ['no-console', 'convex/profile.ts', 'console.log(1);'],
  ['no-restricted-syntax', 'convex/profile.ts', 'export enum A { b }'],
  ['no-restricted-syntax', 'packages/sdk/src/a.ts', "import { query } from 'convex/server'; query();"],
  ['no-restricted-syntax', 'packages/sdk/src/a.ts', "import { useQuery } from 'convex/react'; useQuery();"],
  ['no-restricted-syntax', 'packages/schema/src/profile/a.ts', "import { z } from 'zod'; z.string();"],
])('%s bites in %s', async (rule, file, code) => {
  expect(await broken(file, code)).toContain(rule);
});

test.each([
  "export const f = (ctx) => ctx.db.insert('profiles', {});",
  "export const f = (ctx) => ctx.db.patch('profileSkills', 1, {});",
  "export const f = ({ db }) => db.delete('users', 1);",
  'export const f = (ctx, id) => ctx.db.replace(id, {});',
  "export const f = (ctx) => { const store = ctx.db; return store.insert('profiles', {}); };",
  "export const f = (ctx) => (ctx.db as never)['insert']('profiles', {});",
  "export const f = (ctx) => ctx.db.table('profiles').insert({});",
])('profile tables are written by profile/write alone: %s', async (code) => {
  expect(await broken('convex/model/profile/edit.ts', code)).toEqual(['house/tables']);
});

test.each([
  "export const f = (ctx) => ctx.db.insert('profiles', {});",
  "export const f = (ctx, row) => ctx.db.patch('profiles', row._id, {});",
  'export const f = (ctx, section) => ctx.db.insert(itemTables[section], {});',
])('profile/write writes them: %s', async (code) => {
  expect(await broken('convex/model/profile/write.ts', code)).toEqual([]);
  expect(await broken('convex/model/profile/writePhoto.ts', code)).toEqual([]);
});

test('other tables may be written from their own rooms', async () => {
  expect(await broken('convex/model/events/log.ts', "export const f = (ctx) => ctx.db.insert('events', {});")).toEqual(
    [],
  );
});
