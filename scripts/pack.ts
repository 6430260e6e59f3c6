/**
 * `npm run pack`: the packages as npm would publish them, as tarballs. They are not on the registry yet; projects
 * install them from these files.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from './build.ts';
import { packages, root } from './build/stamp.ts';

const HELP = `npm run pack -- [--into DIR]

Builds the packages and writes a tarball of each into DIR (default dist/packages).
`;

export interface Packed {
  /** As in `@gigsy/sdk`. */
  name: string;
  folder: string;
  tarball: string;
  /** Paths inside the package. */
  files: string[];
}

/** Packs every published package into `folder`, as it is built. */
export async function pack(folder: string): Promise<Packed[]> {
  const workspaces = packages.flatMap((name) => ['--workspace', `packages/${name}`]);
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', folder, ...workspaces], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  return described(JSON.parse(stdout) as Description[]).map(({ name, filename, files }) => ({
    name,
    folder: path.join(root, 'packages', name.replace('@gigsy/', '')),
    tarball: path.join(folder, filename),
    files: files.map((file) => file.path),
  }));
}

interface Description {
  name: string;
  filename: string;
  files: { path: string }[];
}

/** npm 11 answers with a list, later ones with an object by name. */
function described(answer: Description[] | Record<string, Description>): Description[] {
  return Array.isArray(answer) ? answer : Object.values(answer);
}

async function main([option, given]: string[]): Promise<void> {
  if (option === '--help') return void process.stdout.write(HELP);
  if (option !== undefined && (option !== '--into' || !given))
    throw new Error('npm run pack takes --into DIR alone; see npm run pack -- --help.');
  const folder = path.resolve(given ?? path.join(root, 'dist/packages'));
  await build({ ifStale: true, tell: (line) => process.stderr.write(`  ${line}\n`) });
  if (!given) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = await pack(folder);
  const [schema, sdk, elements] = ['schema', 'sdk', 'elements'].map(
    (name) => packed.find((one) => one.name === `@gigsy/${name}`)!.tarball,
  );
  process.stdout.write(`${packed.map(({ name, tarball }) => `${name.padEnd(16)} ${tarball}`).join('\n')}

In a project that shows profiles:   npm install ${schema} ${sdk} ${elements}
One that calls or watches:          npm install convex ${schema} ${sdk}
`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
