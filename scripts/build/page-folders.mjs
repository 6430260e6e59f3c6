/** The folders of examples that hold pages with scripts: an example itself, or a folder in it. */
import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Relative to the repository's root: `examples/partner`, `examples/hub/app`. */
export function pageFolders() {
  return globSync('examples/{*,*/*}/src', { cwd: root })
    .map((source) => path.dirname(source).replaceAll('\\', '/'))
    .filter((folder) => !folder.includes('node_modules'))
    .sort();
}
