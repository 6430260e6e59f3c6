/**
 * Comma-separated values as RFC 4180 has them, read leniently: line ends of every kind, quotes that are left open, rows that
 * are too short or too long.
 */

/** One row by the names in the header; without cells that are empty. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a text with a header, at most `max`. */
export function rowsOfCsv(text: string, max: number): CsvRow[] {
  const cells = cellsOf(text.replace(/^\ufeff/, ''));
  const first = cells.next();
  const header = first.done ? [] : first.value.map((name) => name.trim());
  const rows: CsvRow[] = [];
  for (const row of cells) {
    if (rows.length === max) break;
    const named = header.flatMap((name, at) => (row[at]?.trim() ? [[name, row[at].trim()] as const] : []));
    if (named.length > 0) rows.push(Object.fromEntries(named));
  }
  return rows;
}

/** A quoted cell, whose quotes are doubled inside, or a plain one; and the end of it. */
const CELL = /(?:"((?:[^"]|"")*)(?:"|$)([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\r|\n|$)/y;

function* cellsOf(text: string): Generator<string[], void> {
  const cell = new RegExp(CELL);
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const [, quoted, rest = '', plain = '', end] = cell.exec(text)!;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest);
    if (end === ',' && cell.lastIndex < text.length) continue;
    yield row;
    row = [];
  }
}
