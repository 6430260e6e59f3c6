/** The committed files of packages/elements that are made from its elements, formatted as lint wants them. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../build/stamp.ts';
import type { ElementDescriptor } from './descriptors.ts';
import { exportsOf } from './exports.ts';
import { GENERATED, elementSources } from './sources.ts';
import { findWords, wordSources } from './words.ts';

const folder = 'packages/elements';

/** By path from the repository's root. */
export async function elementOutputs(elements: ElementDescriptor[]): Promise<Record<string, string>> {
  const sources = Object.entries({ ...elementSources(elements), ...wordSources(findWords()) }).map(
    ([file, text]) => [`${folder}/src/${file}`, text] as const,
  );
  const texts = [...sources, [`${folder}/package.json`, withExports(elements)] as const];
  return Object.fromEntries(await Promise.all(texts.map(async ([file, text]) => [file, await formatted(file, text)])));
}

/** Generated sources in this tree that `outputs` no longer has, such as those of an element that was renamed. */
export function leftOver(outputs: Record<string, string>): string[] {
  return globSync(`${folder}/src/**/*.ts`, { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !(file in outputs) && isGenerated(readFileSync(path.join(root, file), 'utf8')))
    .sort();
}

function isGenerated(text: string): boolean {
  return text.replace(/^'use client';\n/, '').startsWith(GENERATED);
}

function withExports(elements: ElementDescriptor[]): string {
  const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as { exports: object };
  return JSON.stringify({ ...manifest, exports: exportsOf({ ...manifest.exports }, elements) }, null, 2);
}

async function formatted(file: string, text: string): Promise<string> {
  const filepath = path.join(root, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
