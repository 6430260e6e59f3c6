/**
 * The whole change of a run of `npm run new`, known before any of it is written: new files, and lines in existing
 * files.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../build/stamp.ts';
import { NameError } from './names.ts';

export interface Insertion {
  file: string;
  /** The text before which the lines come. The first place counts. */
  before: string | RegExp;
  lines: string;
}

export interface Change {
  /** New files, by path from the repository's root. */
  files: Record<string, string>;
  insertions: Insertion[];
}

/** Makes the whole change, or refuses it if it would overwrite a file or the place of a line is missing. */
export async function make({ files, insertions }: Change): Promise<{ written: string[]; changed: string[] }> {
  const existing = Object.keys(files).find((file) => existsSync(path.join(root, file)));
  if (existing !== undefined) throw new NameError(`${existing} exists: choose another name, or remove it first.`);
  const changed = new Map<string, string>();
  for (const insertion of insertions) changed.set(insertion.file, inserted(insertion, changed.get(insertion.file)));
  for (const [file, text] of [...Object.entries(files), ...changed]) await write(file, text);
  return { written: Object.keys(files), changed: [...changed.keys()] };
}

function inserted({ file, before, lines }: Insertion, given?: string): string {
  const text = given ?? readFileSync(path.join(root, file), 'utf8');
  const at = text.search(typeof before === 'string' ? literal(before) : before);
  if (at < 0) throw new NameError(`${file} has no place for what is new: expected ${before}.`);
  return `${text.slice(0, at)}${lines}${text.slice(at)}`;
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

async function write(file: string, text: string): Promise<void> {
  const filepath = path.join(root, file);
  mkdirSync(path.dirname(filepath), { recursive: true });
  writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
