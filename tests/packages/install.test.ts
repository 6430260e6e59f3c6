/**
 * The tarballs of `npm run pack`, installed in an empty project as the README says: they bring few packages, and they
 * work with those.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/build/stamp.ts';
import { type Packed, pack } from './pack.ts';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-install-'));
let packed: Packed[];

beforeAll(async () => {
  packed = await pack(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
  const tarballs = ['schema', 'sdk', 'elements'].map(
    (name) => packed.find((one) => one.name === `@gigsy/${name}`)!.tarball,
  );
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], {
    cwd: folder,
  });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Installed {
  dependencies?: Record<string, Installed & { version?: string }>;
}

/** Names of all packages in the tree; an optional peer that is not installed has no version. */
function names({ dependencies = {} }: Installed): string[] {
  return Object.entries(dependencies)
    .filter(([, { version }]) => version !== undefined)
    .flatMap(([name, inner]) => [name, ...names(inner)]);
}

test('a project that only shows profiles gets Lit and the contract, and no Convex client, bundler or formatter', async () => {
  const { stdout } = await run('npm', ['ls', '--all', '--json'], { cwd: folder });
  const tree = [...new Set(names(JSON.parse(stdout) as Installed))].sort();
  expect(tree).toEqual([
    '@gigsy/elements',
    '@gigsy/schema',
    '@gigsy/sdk',
    '@lit-labs/ssr-dom-shim',
    '@lit/react',
    '@lit/reactive-element',
    '@types/react',
    '@types/trusted-types',
    'csstype',
    // Unpacks an archive of LinkedIn, where somebody imports one.
    'fflate',
    'lit',
    'lit-element',
    'lit-html',
    'zod',
  ]);
  expect(existsSync(path.join(folder, 'node_modules/convex'))).toBe(false);
});

test('a bundler finds everything that the elements need, live ones too', async () => {
  const { warnings, outputFiles } = await build({
    stdin: {
      contents: "import '@gigsy/elements/profile-card/define'; import '@gigsy/elements/skill-matrix/define';",
      resolveDir: folder,
    },
    bundle: true,
    format: 'esm',
    splitting: true,
    write: false,
    outdir: folder,
    logLevel: 'silent',
  });
  expect(outputFiles.length).toBeGreaterThan(1);
  expect(warnings.filter(({ text }) => !/"convex\/browser"/.test(text))).toEqual([]);
});

test('a server imports them as they are, and a watch without convex says what to install', async () => {
  const script = `
    import { createServer } from 'node:http';
    import '@gigsy/elements';
    import { liveReader } from '@gigsy/sdk/live-reader';
    const site = createServer((_, response) => response.end(JSON.stringify({ name: 'gigsy', convex: 'http://127.0.0.1:9' }))).listen(0, () => {
      const failed = (error) => { console.log(error.message ?? error); site.close(); process.exit(); };
      liveReader({ api: 'http://127.0.0.1:' + site.address().port }).watch('ada', { next() {}, error: failed });
    });`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  expect(stdout).toContain('npm install convex');
});

/** Compiles a program of one module with strict options; throws the compiler's messages if it finds a fault. */
async function checked(name: string, program: string): Promise<string> {
  writeFileSync(path.join(folder, `${name}.ts`), program);
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const project = path.join(folder, `${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  return (await run(process.execPath, [tsc, '-p', project, '--extendedDiagnostics'])).stdout;
}

test('an element that is imported by its define entry alone has a typed tag, and no other has', async () => {
  await checked(
    'tag',
    `
    import '@gigsy/elements/profile-card/define';
    const card = document.querySelector('gigsy-profile-card')!;
    export const handle: string | undefined = card.handle;
    // @ts-expect-error A handle is text.
    card.handle = 1;
    card.addEventListener('gigsy-error', ({ detail }) => console.log(detail.code));
    // @ts-expect-error The matrix was not imported, so its tag is that of any element.
    document.querySelector('gigsy-skill-matrix')!.view;`,
  );
}, 60_000);

const programs = {
  'by a method of the client': `
    import { createGigsy } from '@gigsy/sdk';
    const view = await createGigsy({ url: 'https://happy-otter-123.convex.cloud' }).profile.get({ handle: 'ada' });`,
  'of a resource, by its name': `
    import { publicReader } from '@gigsy/sdk/reader';
    const { read } = publicReader({ api: 'https://happy-otter-123.convex.site' });
    const view = await read('profile.get', { handle: 'ada', sections: ['identity'] });`,
};

test.each(Object.entries(programs))(
  'a program with one read %s costs the type check few instantiations',
  async (_, read) => {
    const stdout = await checked(
      'read',
      `${read}
      export const name: string | undefined = view?.identity?.displayName;`,
    );
    const counted = Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]);
    expect(counted).toBeGreaterThan(500);
    expect(counted).toBeLessThanOrEqual(5_000);
  },
  60_000,
);

test('each package brings its licence and a README', () => {
  const licence = readFileSync(path.join(root, 'LICENSE'), 'utf8');
  expect(licence).toMatch(/Apache License\s+Version 2\.0, January 2004/);
  for (const { name, files, folder: source } of packed) {
    expect(files, name).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(readFileSync(path.join(source, 'LICENSE'), 'utf8')).toBe(licence);
    expect(readFileSync(path.join(source, 'README.md'), 'utf8')).toMatch(new RegExp(`^# ${name}\n`));
    expect(JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'))).toMatchObject({
      license: 'Apache-2.0',
    });
  }
});
