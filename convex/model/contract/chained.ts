/** Several ranges of one table, read one after another as if they were one. */
import type { QueryCtx } from '../../_generated/server.js';
import type { Exported, ExportedRow } from './store.js';

interface Page<Row> {
  page: Row[];
  isDone: boolean;
  continueCursor: string;
}

export type Range<Row> = (ctx: QueryCtx, cursor: string | null) => Promise<Page<Row>>;

/**
 * A page of one range: a query may read one page alone. The cursor names the range before its own cursor. `exported` gives
 * null for a row that an earlier range has too.
 */
export async function chained<Row>(
  ranges: readonly Range<Row>[],
  ctx: QueryCtx,
  cursor: string | null,
  exported: (row: Row, range: number) => ExportedRow | null,
): Promise<Exported> {
  const [, place = '0', within] = /^(\d+):(.*)$/s.exec(cursor ?? '') ?? [];
  const at = Number(place);
  const { page, isDone, continueCursor } = await ranges[at]!(ctx, within || null);
  const rows = page.map((row) => exported(row, at)).filter((row) => row !== null);
  if (!isDone) return { rows, cursor: `${at}:${continueCursor}` };
  return { rows, cursor: at + 1 < ranges.length ? `${at + 1}:` : null };
}
