/** Reads a JSON file that a person wrote. Faults have the line and column that an editor shows. */
import { readFileSync, statSync } from 'node:fs';
import { findSyntaxError } from './json-position.ts';
import { CliError } from './failure.ts';
import { repeatedNames } from './repeated-names.ts';

/** The kind of document that is wanted: a larger file is the wrong one. */
export interface Wanted {
  /** Its name in a refusal: `is larger than 5 MB, which no résumé is`. */
  what: string;
  megabytes: number;
}

/** A long résumé has some tens of kilobytes. */
const RESUME: Wanted = { what: 'résumé', megabytes: 5 };

/** Most repeated names in a report. */
const MAX_REPEATED = 100;

export interface JsonFile {
  value: unknown;
  /** Paths of names that occur twice in one object; `value` holds the last occurrence. */
  repeated: string[];
}

export function readJsonFile(file: string, wanted = RESUME): JsonFile {
  const text = decode(file, readBytes(file, wanted));
  try {
    return { value: JSON.parse(text), repeated: repeatedNames(text, MAX_REPEATED) };
  } catch (error) {
    const { line, column, message } = findSyntaxError(text) ?? { line: 1, column: 1, message: String(error) };
    const where = `line ${line}, column ${column}`;
    throw new CliError('not_json', `${file} is not JSON: ${message} at ${where}.`, [{ path: where, message }]);
  }
}

function readBytes(file: string, { what, megabytes }: Wanted): Buffer {
  try {
    if (statSync(file).size > megabytes * 1_000_000)
      throw new CliError('too_large', `${file} is larger than ${megabytes} MB, which no ${what} is.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = (error as { code?: string }).code;
    if (code === 'ENOENT') throw new CliError('no_file', `There is no file ${file}.`);
    if (code === 'EISDIR') throw new CliError('no_file', `${file} is a folder, not a file.`);
    throw new CliError('no_file', `${file} can not be read (${code ?? 'unknown reason'}).`);
  }
}

/** UTF-8 or UTF-16, with or without a byte order mark. */
function decode(file: string, bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CliError('not_json', `${file} is not ${encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'} text.`);
  }
}

/** Decides by the byte order mark, else by a zero in the first two bytes: JSON starts with an ASCII character. */
function encodingOf([first, second]: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
