/** The files that a page loads for elements from the package beyond those of a card, from the manifest of dist/editing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './embed-files.ts';

const folder = path.resolve(import.meta.dirname, '../../dist/editing');

/** Words of other languages than English: pages in one load them for every element, and they are measured there. */
const LANGUAGES = 'packages/elements/dist/localization/load.js';

/** Crops and sends a picture; loads when a person chooses one. */
const CROPPING = 'packages/elements/dist/profile/profile-editor/picture/cropping.js';

/** Names inside dist/editing. The lists of countries and currencies, which load when a form shows them, count. */
export function editingFiles(): string[] {
  const files = filesOf();
  const card = loadedBy(files, 'card.js');
  return [...loadedBy(files, 'editor.js', [CROPPING])].filter((name) => !card.has(name));
}

/** The files that a page loads for the privacy matrix beyond those of a card. */
export function matrixFiles(): string[] {
  const files = filesOf();
  const card = loadedBy(files, 'card.js');
  return [...loadedBy(files, 'matrix.js')].filter((name) => !card.has(name));
}

/** The files that the editor loads for a picture, beside its own. */
export function croppingFiles(): string[] {
  const files = filesOf();
  const others = [...loadedBy(files, 'card.js'), ...editingFiles()];
  return [...loadedBy(files, 'editor.js')].filter((name) => !others.includes(name));
}

function filesOf(): Manifest['files'] {
  return (JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest).files;
}

function loadedBy(files: Manifest['files'], entry: string, without: readonly string[] = []): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    const file = files[name];
    const facade = file?.facade ?? '';
    if (!file || seen.has(name) || facade === LANGUAGES || without.includes(facade)) return;
    seen.add(name);
    [...file.imports, ...file.dynamicImports].forEach(visit);
  };
  visit(entry);
  return seen;
}
