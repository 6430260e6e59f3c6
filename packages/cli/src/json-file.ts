/** Reads a JSON file that a person wrote: what is wrong is told with line and column, as their editor counts them. */
import { readFileSync, statSync } from 'node:fs';
import { findSyntaxError } from './json-position.ts';
import { CliError } from './failure.ts';

/** A long résumé is a few ten kilobytes; whoever gives more has named the wrong file. */
const MAX_BYTES = 5_000_000;

export function readJsonFile(file: string): unknown {
  const text = decode(file, readBytes(file));
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column, message } = findSyntaxError(text) ?? { line: 1, column: 1, message: String(error) };
    const where = `line ${line}, column ${column}`;
    throw new CliError('not_json', `${file} is not JSON: ${message} at ${where}.`, [{ path: where, message }]);
  }
}

function readBytes(file: string): Buffer {
  try {
    if (statSync(file).size > MAX_BYTES) throw new CliError('too_large', `${file} is larger than 5 MB, which no résumé is.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = (error as { code?: string }).code;
    if (code === 'ENOENT') throw new CliError('no_file', `There is no file ${file}.`);
    if (code === 'EISDIR') throw new CliError('no_file', `${file} is a folder, not a file.`);
    throw new CliError('no_file', `${file} can not be read (${code ?? 'unknown reason'}).`);
  }
}

/** UTF-8, with or without a byte order mark. */
function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError('not_json', `${file} is not UTF-8 text.`);
  }
}
