/**
 * The architecture's rules, each broken once: small trees laid out like the repository go through dependency-cruiser
 * with its rule files, so that a rule without effect fails here.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ICruiseResult, cruise } from 'dependency-cruiser';
import { afterEach, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const PACKAGES = ['zod', 'lit', 'convex', 'ws', 'react', 'left-pad'];

/** Names of the rules that a tree of files breaks. Every npm package that the trees import is a stub in them. */
async function broken(files: Record<string, string>, rules = '.dependency-cruiser.cjs'): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-house-'));
  folders.push(folder);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write('package.json', JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0'])) }));
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'export {};');
  }
  for (const [file, text] of Object.entries(files)) write(file, text);
  const { forbidden, options } = require(path.resolve(rules));
  const { enhancedResolveOptions, ...rest } = options;
  const result = await cruise(
    [...new Set(Object.keys(files).map((file) => file.split('/')[0]!))],
    { ...rest, baseDir: folder, ruleSet: { forbidden }, validate: true },
    enhancedResolveOptions,
  );
  return [
    ...new Set((result.output as ICruiseResult).summary.violations.map((violation) => violation.rule.name)),
  ].sort();
}

const empty = 'export const x = 1;';
const uses = (...targets: string[]) => targets.map((target) => `import '${target}';`).join('\n');

test('a house in order breaks no rule', async () => {
  expect(
    await broken({
      'packages/schema/src/index.ts': `${uses('zod')} export type A = 1; export const a = 1;`,
      'packages/sdk/src/index.ts': `${uses('../../schema/src/index.ts', 'convex')} ${empty}`,
      'packages/elements/src/card.ts': `import type { A } from '../../schema/src/index.ts'; ${uses('lit', '../../sdk/src/index.ts')} export type B = A;`,
      'convex/model/trust/x.ts': `${uses('../profile/write.ts')}`,
      'convex/model/profile/write.ts': uses('../privacy/settings.ts', '../events/log.ts'),
      'convex/model/privacy/settings.ts': empty,
      'convex/model/events/log.ts': uses('../contract/errors.ts'),
      'convex/model/contract/errors.ts': uses('../../tables/contract.ts'),
      'convex/tables/contract.ts': empty,
      'convex/model/door/implement.ts': uses('../contract/errors.ts', '../operations/rate.ts', '../profile/write.ts'),
      'convex/model/operations/rate.ts': empty,
      'convex/privacy.ts': uses('./model/profile/write.ts'),
    }),
  ).toEqual([]);
});

const sdk = { 'packages/sdk/src/index.ts': empty };
const schema = { 'packages/schema/src/index.ts': empty };

test.each<[rule: string, files: Record<string, string>]>([
  ['schema-packages', { 'packages/schema/src/a.ts': uses('left-pad') }],
  ['schema-storey', { 'packages/schema/src/a.ts': uses('../../sdk/src/index.ts'), ...sdk }],
  ['schema-no-node', { 'packages/schema/src/a.ts': uses('node:fs') }],
  ['convex-storey', { 'convex/profile.ts': uses('../packages/sdk/src/index.ts'), ...sdk }],
  ['convex-packages', { 'convex/profile.ts': uses('left-pad') }],
  ['convex-no-node', { 'convex/profile.ts': uses('node:fs') }],
  [
    'sdk-storey',
    { 'packages/sdk/src/a.ts': uses('../../../convex/_generated/api.js'), 'convex/_generated/api.js': empty },
  ],
  ['sdk-packages', { 'packages/sdk/src/a.ts': uses('zod') }],
  ['elements-storey', { 'packages/elements/src/a.ts': uses('../../../convex/schema.ts'), 'convex/schema.ts': empty }],
  ['elements-packages', { 'packages/elements/src/a.ts': uses('zod') }],
  ['react-in-its-room', { 'packages/elements/src/a.ts': uses('react') }],
  [
    'react-in-its-room',
    { 'packages/elements/src/a.ts': uses('./react/b.ts'), 'packages/elements/src/react/b.ts': uses('react') },
  ],
  ['elements-schema-types-only', { 'packages/elements/src/a.ts': uses('../../schema/src/index.ts'), ...schema }],
  [
    'elements-writing-apart',
    {
      'packages/elements/src/profile/card/card.ts': uses('../../writing/editor.ts'),
      'packages/elements/src/writing/editor.ts': empty,
    },
  ],
  [
    'elements-writing-apart',
    {
      'packages/elements/src/profile/card/card.ts': uses('../profile-form/profile-form.ts'),
      'packages/elements/src/profile/profile-form/profile-form.ts': empty,
    },
  ],
  [
    'writing-below-domains',
    {
      'packages/elements/src/writing/editor.ts': uses('../profile/identity.ts'),
      'packages/elements/src/profile/identity.ts': empty,
    },
  ],
  [
    'writing-below-domains',
    {
      'packages/elements/src/client/client-element.ts': uses('../profile/identity.ts'),
      'packages/elements/src/profile/identity.ts': empty,
    },
  ],
  ['local-storey', { 'packages/local/src/a.ts': uses('../../schema/src/index.ts'), ...schema }],
  ['local-packages', { 'packages/local/src/a.ts': uses('left-pad') }],
  [
    'cli-storey',
    { 'packages/cli/src/a.ts': uses('../../elements/src/index.ts'), 'packages/elements/src/index.ts': empty },
  ],
  ['cli-packages', { 'packages/cli/src/a.ts': uses('ws') }],
  [
    'nothing-imports-examples',
    { 'tests/a.test.ts': uses('../examples/hub/src/main.ts'), 'examples/hub/src/main.ts': empty },
  ],
  [
    'examples-published-entries',
    { 'examples/hub/src/main.ts': uses('../../../packages/sdk/src/inner.ts'), 'packages/sdk/src/inner.ts': empty },
  ],
  ['model-below-functions', { 'convex/model/profile/a.ts': uses('../../profile.ts'), 'convex/profile.ts': empty }],
  [
    'tables-below-model',
    { 'convex/tables/profile.ts': uses('../model/profile/a.ts'), 'convex/model/profile/a.ts': empty },
  ],
  [
    'matrix-rows-are-data',
    {
      'packages/schema/src/trust/matrix.ts': uses('./endorsements.ts'),
      'packages/schema/src/trust/endorsements.ts': empty,
    },
  ],
  [
    'contract-below-domains',
    { 'convex/model/contract/a.ts': uses('../operations/b.ts'), 'convex/model/operations/b.ts': empty },
  ],
  ['contract-below-domains', { 'convex/model/contract/a.ts': uses('../door/b.ts'), 'convex/model/door/b.ts': empty }],
  [
    'contract-below-domains',
    { 'convex/model/contract/a.ts': uses('../../tables/trust.ts'), 'convex/tables/trust.ts': empty },
  ],
  [
    'audit-by-the-door',
    { 'convex/trust.ts': uses('./model/privacy/audit.ts'), 'convex/model/privacy/audit.ts': empty },
  ],
  [
    'audit-by-the-door',
    { 'convex/model/trust/a.ts': uses('../privacy/audit.ts'), 'convex/model/privacy/audit.ts': empty },
  ],
  ['door-above-domains', { 'convex/model/operations/a.ts': uses('../door/b.ts'), 'convex/model/door/b.ts': empty }],
  ['no-circle', { 'packages/cli/src/a.ts': uses('./b.ts'), 'packages/cli/src/b.ts': uses('./a.ts') }],
  ['resolvable', { 'packages/cli/src/a.ts': uses('./gone.ts') }],
  [
    'domain-order-privacy',
    { 'convex/model/privacy/a.ts': uses('../profile/b.ts'), 'convex/model/profile/b.ts': empty },
  ],
  [
    'domain-order-events',
    { 'packages/schema/src/events/a.ts': uses('../profile/b.ts'), 'packages/schema/src/profile/b.ts': empty },
  ],
  [
    'domain-order-operations',
    { 'convex/tables/operations.ts': uses('./profile.ts'), 'convex/tables/profile.ts': empty },
  ],
  ['domain-order-profile', { 'convex/model/profile/a.ts': uses('../trust/b.ts'), 'convex/model/trust/b.ts': empty }],
  [
    'domain-order-portfolio',
    { 'convex/model/portfolio/a.ts': uses('../discovery/b.ts'), 'convex/model/discovery/b.ts': empty },
  ],
  [
    'domain-order-trust',
    { 'packages/sdk/src/trust/a.ts': uses('../discovery/b.ts'), 'packages/sdk/src/discovery/b.ts': empty },
  ],
])('%s is held', async (rule, files) => {
  expect(await broken(files)).toContain(rule);
});

test('an element that reaches zod through a module of the sdk is refused; a lazy import is not', async () => {
  const files = (statement: string) => ({
    'packages/elements/src/card.ts': uses('../../sdk/src/index.ts'),
    'packages/sdk/src/index.ts': `${statement} ${empty}`,
    'packages/sdk/src/live.ts': uses('convex'),
  });
  expect(await broken(files("import './live.ts';"), '.dependency-cruiser.static.cjs')).toEqual(['elements-stay-light']);
  expect(
    await broken(files("export const live = () => import('./live.ts');"), '.dependency-cruiser.static.cjs'),
  ).toEqual([]);
});
