/** The files that a page loads for the editor beyond those of a card, from the manifest of dist/editing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './embed-files.ts';

const folder = path.resolve(import.meta.dirname, '../../dist/editing');

/** Words of other languages than English: pages in one load them for every element, and they are measured there. */
const LANGUAGES = 'packages/elements/dist/localization/load.js';

/** Names inside dist/editing. The lists of countries and currencies, which load when a form shows them, count. */
export function editingFiles(): string[] {
  const { files } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const loadedBy = (entry: string) => {
    const seen = new Set<string>();
    const visit = (name: string) => {
      const file = files[name];
      if (!file || seen.has(name) || file.facade === LANGUAGES) return;
      seen.add(name);
      [...file.imports, ...file.dynamicImports].forEach(visit);
    };
    visit(entry);
    return seen;
  };
  const card = loadedBy('card.js');
  return [...loadedBy('editor.js')].filter((name) => !card.has(name));
}
