/** The published packages as npm would publish them, for tests that want what a partner installs. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { packages, root } from '../../scripts/build/stamp.ts';

export interface Packed {
  /** As in `@gigsy/sdk`. */
  name: string;
  folder: string;
  tarball: string;
  /** Paths inside the package. */
  files: string[];
}

/** Packs every published package into `folder`. */
export async function pack(folder: string): Promise<Packed[]> {
  const workspaces = packages.flatMap((name) => ['--workspace', `packages/${name}`]);
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', folder, ...workspaces], { cwd: root, maxBuffer: 2 ** 26 });
  return described(JSON.parse(stdout)).map(({ name, filename, files }) => ({
    name, folder: path.join(root, 'packages', name.replace('@gigsy/', '')), tarball: path.join(folder, filename), files: files.map((file) => file.path),
  }));
}

interface Description { name: string; filename: string; files: { path: string }[] }

/** npm 11 answers with a list, later ones with an object by name. */
function described(answer: Description[] | Record<string, Description>): Description[] {
  return Array.isArray(answer) ? answer : Object.values(answer);
}

/** The fields of a package.json that tests read. */
export interface Manifest {
  exports?: Record<string, unknown>;
  bin?: Record<string, string>;
  customElements?: string;
  'web-types'?: string;
}

export function manifestOf({ folder }: Packed): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}
