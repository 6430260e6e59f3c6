/** The files that a page loads for elements from the package beyond those of a card, from the manifests of their builds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './embed-files.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');

/** Words of other languages than English: pages in one load them for every element, and they are measured there. */
const LANGUAGES = 'packages/elements/dist/localization/load.js';

/** Crops and sends a picture; loads when a person chooses one. */
const CROPPING = 'packages/elements/dist/profile/profile-editor/picture/cropping.js';

/** Sends files, and makes small pictures of them; both load when a person chooses one, or has one. */
const SENDING = 'packages/elements/dist/portfolio/portfolio-editor/files/queue.js';
const PICTURES = 'packages/elements/dist/portfolio/small-picture.js';

/** Moves a row by the pointer; loads when one presses a grip. */
const DRAGGING = 'packages/elements/dist/writing/reorder.js';

/** Names inside dist/editing. The lists of countries and currencies, which load when a form shows them, count. */
export function editingFiles(): string[] {
  const files = filesOf();
  const card = loadedBy(files, 'card.js');
  return [...loadedBy(files, 'editor.js', [CROPPING, DRAGGING])].filter((name) => !card.has(name));
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
  return [...loadedBy(files, 'editor.js', [DRAGGING])].filter((name) => !others.includes(name));
}

/** The files of the editor of a portfolio, inside dist/portfolio-editing; and those that it loads to send files. */
export function portfolioEditingFiles(): { readonly editor: string[]; readonly sending: string[] } {
  const files = filesOf('portfolio-editing');
  const card = loadedBy(files, 'card.js');
  const editor = loadedBy(files, 'editor.js', [SENDING, PICTURES, DRAGGING]);
  return {
    editor: [...editor].filter((name) => !card.has(name)),
    sending: [...loadedBy(files, 'editor.js', [DRAGGING])].filter((name) => !card.has(name) && !editor.has(name)),
  };
}

/** The code that drags rows, which both editors load. */
export function draggingFiles(): string[] {
  const files = filesOf();
  const others = [...loadedBy(files, 'card.js'), ...loadedBy(files, 'editor.js', [DRAGGING])];
  return [...loadedBy(files, 'editor.js')].filter((name) => !others.includes(name));
}

function filesOf(build = 'editing'): Manifest['files'] {
  return (JSON.parse(readFileSync(path.join(dist, build, 'manifest.json'), 'utf8')) as Manifest).files;
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
