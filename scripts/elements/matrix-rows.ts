/** The privacy matrix as `<gigsy-privacy-matrix>` shows it: without zod, and without the words that are for engineers. */
import { type MatrixKey, matrixKeys, placesOf, roles, rowOf } from '@gigsy/schema';
import { classOf } from '../contract/privacy-pages.ts';
import { GENERATED } from './sources.ts';

const HOUR_MS = 3_600_000;

/** By path from the repository's root. */
export function matrixRows(): Record<string, string> {
  const rows = matrixKeys.map((key) => JSON.stringify(shownRow(key)));
  return {
    'packages/elements/src/privacy/privacy-matrix/rows.generated.ts': `${GENERATED} The rows of the privacy matrix, one a line. */
import type { ShownRow } from './row.ts';

// prettier-ignore
export const rows: readonly ShownRow[] = [
${rows.map((row) => `  ${row},`).join('\n')}
];
`,
  };
}

/** An array, since the names of a row's parts would weigh more than the parts. */
function shownRow(key: MatrixKey): readonly unknown[] {
  const { defaults, widest, fixed, addressed, special, basis, kept } = rowOf(key);
  const who = fixed ? 'nobody' : addressed ? 'notNamed' : 'owner';
  return [
    key,
    roles.map((role) => defaults[role]),
    widest,
    who,
    basis,
    special ? 1 : 0,
    kept.map(shownClass(key)),
    placesOf(key),
  ];
}

/** Name of the class and hours for which it is kept; 0 for as long as the account is there. */
function shownClass(key: MatrixKey): (name: string) => [string, number] {
  return (name) => [name, (classOf(key, name).periodMs ?? 0) / HOUR_MS];
}
