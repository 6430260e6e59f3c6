/** Files that the build makes from the elements' class comments. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import { elementsApi } from './api.ts';
import { vscodeData, webTypes } from './editors.ts';
import { takeManifest } from './manifest.ts';
import { tagsDeclaration } from './tags.ts';

/** Returns the files written, from the repository's root. */
export async function writeElementFiles(): Promise<string[]> {
  const folder = path.join(root, 'packages/elements');
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const manifest = await takeManifest();
  const api = elementsApi(manifest);
  const files = {
    'custom-elements.json': json(manifest),
    'vscode.html-custom-data.json': json(vscodeData(api)),
    'web-types.json': json(webTypes(api, { name, version })),
    'tags.d.ts': tagsDeclaration(api),
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, 'dist', file), text);
  return Object.keys(files).map((file) => `packages/elements/dist/${file}`);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
