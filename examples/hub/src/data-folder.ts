/**
 * The data folder. The hub marks it as its own, and never deletes or overwrites a folder without the mark. The mark
 * also records whether all made-up people are in, so that a start that was killed midway is continued.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '@gigsy/local';
import { HubError, systemCode } from './hub-error.ts';

const MARK = 'gigsy.json';
const FORMAT = 1;

export interface DataFolder {
  readonly path: string;
  /** The origin of the portraits once every made-up person is in; null before. */
  readonly portraits: string | null;
  markSeeded(portraits: string): void;
}

export function openDataFolder(path: string, fresh: boolean): DataFolder {
  try {
    if (fresh) clear(path);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const portraits = isEmpty(path) ? null : readMark(path);
    // Rewriting the mark shows whether the folder can be written, before anything else starts.
    writeMark(path, portraits);
    return { path, portraits, markSeeded: (origin) => writeMark(path, origin) };
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw new HubError(
      'data_unwritable',
      `The data folder ${path} can not be written (${systemCode(error) ?? 'unknown reason'}).`,
      { cause: error },
    );
  }
}

function isEmpty(path: string): boolean {
  return readdirSync(path).length === 0;
}

function clear(path: string): void {
  if (!existsSync(path) || isEmpty(path)) return;
  if (!existsSync(join(path, MARK))) {
    throw new HubError('not_ours', `${path} is not a data folder that Gigsy made, so --fresh deleted nothing.`);
  }
  // The mark goes last: a deletion that is cut short can be repeated.
  for (const name of readdirSync(path)) if (name !== MARK) rmSync(join(path, name), { recursive: true });
  rmSync(join(path, MARK));
}

function writeMark(path: string, portraits: string | null): void {
  writeDurably(join(path, MARK), `${JSON.stringify({ format: FORMAT, portraits })}\n`);
}

function readMark(path: string): string | null {
  const file = join(path, MARK);
  if (!existsSync(file)) {
    throw new HubError(
      'not_ours',
      `${path} has files in it that are not Gigsy's; name an empty or a new folder with --data.`,
    );
  }
  const mark = parse(readFileSync(file, 'utf8'));
  if (mark?.format !== FORMAT || !(mark.portraits === null || typeof mark.portraits === 'string')) {
    throw new HubError('data_damaged', `${file} is damaged or from another version of Gigsy; nothing was changed.`);
  }
  return mark.portraits;
}

function parse(text: string): { format?: unknown; portraits?: unknown } | null {
  try {
    return JSON.parse(text) as { format?: unknown; portraits?: unknown } | null;
  } catch {
    return null;
  }
}
