/** The folders of examples that hold pages with scripts: an example itself, or a folder in it. */
import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * By folder, relative to the repository's root, such as `examples/partner` and `examples/hub/app`: the scripts in its `src` that
 * browsers load by their names. These are pages' (`page.ts` and `*.page.ts`) and workers' (`*.worker.ts`).
 *
 * @returns {Map<string, string[]>}
 */
export function pageFolders() {
  const found = new Map();
  for (const file of globSync('examples/{*,*/*}/src/{page,*.page,*.worker}.ts', { cwd: root }).sort()) {
    const [folder, script] = file.replaceAll('\\', '/').split('/src/');
    found.set(folder, [...(found.get(folder) ?? []), script]);
  }
  return found;
}
