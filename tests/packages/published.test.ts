/** The packed packages: they hold what their package.json names, resolve in every ESM host, and describe their elements. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packages, root } from '../../scripts/build/stamp.ts';
import type { ElementsManifest } from '../../scripts/elements/manifest.ts';
import { type Packed, manifestOf, pack } from './pack.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-packed-'));
let packed: Map<string, Packed>;

beforeAll(async () => {
  packed = new Map((await pack(folder)).map((one) => [one.name, one]));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const names = packages.map((name) => `@gigsy/${name}`);

test.each(names)('%s passes publint', async (name) => {
  const { tarball } = packed.get(name)!;
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
    strict: true,
  });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test.each(names)(
  '%s has types for each entry, in every ESM host',
  (name) => {
    const attw = path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, stdout } = spawnSync(
      process.execPath,
      [attw, packed.get(name)!.tarball, '--profile', 'esm-only', '--no-color'],
      { encoding: 'utf8' },
    );
    expect(status, stdout).toBe(0);
  },
  60_000,
);

test.each(names)('%s holds the sources that its "convex" condition names, and no build output', (name) => {
  const one = packed.get(name)!;
  const { exports = {}, bin = {}, customElements, 'web-types': webTypes } = manifestOf(one);
  const named = [...targets(exports), ...Object.values(bin), customElements, webTypes].filter(
    (target) => target !== undefined,
  );
  const missing = named.map((target) => target.replace(/^\.\//, '')).filter((target) => !isIn(one.files, target));
  expect(missing).toEqual([]);
  expect(
    one.files.filter((file) => /tsbuildinfo|\.test\.(d\.)?[cm]?[jt]s|node_modules|(^|\/)samples\./.test(file)),
  ).toEqual([]);
});

/** A target with a star stands for all files of its form. */
function isIn(files: readonly string[], target: string): boolean {
  const [start, end] = target.split('*');
  return end === undefined
    ? files.includes(target)
    : files.some((file) => file.startsWith(start!) && file.endsWith(end));
}

function targets(exports: unknown): string[] {
  return typeof exports === 'string' ? [exports] : Object.values(exports as object).flatMap(targets);
}

test('@gigsy/schema brings each JSON Schema that its index lists, as plain JSON', () => {
  const { files, folder: unpacked } = packed.get('@gigsy/schema')!;
  const read = (file: string) => JSON.parse(readFileSync(path.join(unpacked, file), 'utf8')) as Record<string, unknown>;
  const { schemas } = read('dist/schemas/index.json') as { schemas: { file: string; $id: string }[] };
  const listed = schemas.map(({ file }) => `dist/schemas/${file}`);
  expect(files.filter((file) => file.startsWith('dist/schemas/')).sort()).toEqual(
    ['dist/schemas/index.json', ...listed].sort(),
  );
  expect(listed.map((file) => read(file).$id)).toEqual(schemas.map(({ $id }) => $id));
  expect(listed).toContain('dist/schemas/documents/profile-view.json');
});

const elementText = (file: string) =>
  readFileSync(path.join(packed.get('@gigsy/elements')!.folder, 'dist', file), 'utf8');
const elementFile = (file: string) => JSON.parse(elementText(file)) as unknown;

test('custom-elements.json names existing files, and has each element that an entry defines', () => {
  const { modules } = elementFile('custom-elements.json') as ElementsManifest;
  const { files } = packed.get('@gigsy/elements')!;
  const paths = [...JSON.stringify(modules).matchAll(/"(?:path|module)":"([^"]+)"/g)].map(([, file]) => file!);
  expect(paths.filter((file) => !files.includes(file))).toEqual([]);
  const defined = Object.keys(manifestOf(packed.get('@gigsy/elements')!).exports!)
    .filter((entry) => entry.endsWith('/define'))
    .map((entry) => entry.replace(/^\.\/(.*)\/define$/, 'gigsy-$1'));
  const described = modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []));
  expect(described.sort()).toEqual(defined.sort());
  expect(files).toContain('dist/tags.d.ts');
});

test('editors complete tags, attributes and values that hosts may set, not those that the element sets itself', () => {
  const { tags } = elementFile('vscode.html-custom-data.json') as {
    tags: { name: string; attributes: { name: string; values?: object[] }[] }[];
  };
  const matrix = tags.find(({ name }) => name === 'gigsy-skill-matrix')!;
  expect(matrix.attributes.map(({ name }) => name)).toEqual([
    'api',
    'handle',
    'heading-level',
    'hide-empty',
    'live',
    'theme',
    'ungrouped',
    'view',
  ]);
  expect(matrix.attributes.find(({ name }) => name === 'view')!.values).toEqual([{ name: 'grid' }, { name: 'table' }]);
  const { contributions } = elementFile('web-types.json') as {
    contributions: { html: { elements: { name: string; js: { events: object[] } }[] } };
  };
  expect(contributions.html.elements.map(({ name }) => name)).toEqual(tags.map(({ name }) => name));
});

test('each define entry brings the type of its tag', () => {
  const { modules } = elementFile('custom-elements.json') as ElementsManifest;
  const defining = modules.flatMap(({ path: file, exports }) =>
    exports.flatMap(({ kind, declaration }) =>
      kind === 'custom-element-definition' ? [[file.replace(/^dist\//, ''), declaration.name] as const] : [],
    ),
  );
  expect(defining.length).toBeGreaterThan(7);
  for (const [file, name] of defining)
    expect(elementText(file.replace(/\.js$/, '.d.ts')), file).toContain(`export type { ${name} }`);
});

test('there is a React component for each element, each in a client module of its own', () => {
  const wrappers = elementText('react/index.js');
  const { modules } = elementFile('custom-elements.json') as ElementsManifest;
  const classes = modules.flatMap(({ declarations }) =>
    declarations.flatMap(({ tagName, name }) => (tagName ? [name.replace('Gigsy', '')] : [])),
  );
  const exported = [...wrappers.matchAll(/export \{ (\w+) \} from ["'](.+)["']/g)].map(
    ([, name, module]) => [name!, elementText(`react/${module}`)] as const,
  );
  expect(exported.map(([name]) => name).sort()).toEqual(classes.sort());
  expect(exported.filter(([, text]) => !/^["']use client["'];/.test(text)).map(([name]) => name)).toEqual([]);
});
