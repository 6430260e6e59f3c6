/** Anchor files: heads of the audit log, one in a line as JSON, kept where the deployment's operators cannot change them. */
import { readFileSync } from 'node:fs';
import type { AnchoredHead } from '@gigsy/schema';
import { CliError } from './failure.ts';

/** The heads in a file, in its order. Throws for a file that cannot be read, has no line, or a line that is no head. */
export function readAnchors(file: string): AnchoredHead[] {
  const lines = textOf(file)
    .split('\n')
    .map((line, at) => ({ line: line.trim(), at: at + 1 }))
    .filter(({ line }) => line !== '');
  if (lines.length === 0) throw new CliError('invalid_argument', `The anchor file ${file} holds no head.`);
  return lines.map(({ line, at }) => headIn(line, `Line ${at} of the anchor file ${file}`));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown'})`;
    throw new CliError('invalid_argument', `The anchor file ${file} ${reason}.`);
  }
}

function headIn(line: string, where: string): AnchoredHead {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new CliError('invalid_argument', `${where} is not JSON.`);
  }
  const { number, head } = (given ?? {}) as Record<string, unknown>;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || typeof head !== 'string')
    throw new CliError('invalid_argument', `${where} is not a head: it needs "number" and "head".`);
  return { number, head };
}
