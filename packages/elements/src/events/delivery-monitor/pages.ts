/** A list that comes newest first and page by page: the first page is followed, and earlier ones are asked for. */

/** Rows of a full page: `QUARANTINE_PAGE` and `DELIVERY_PAGE` of the contract, which would bring its text. */
export const PAGE = 50;

export class Pages<Row> {
  rows: readonly Row[] = [];
  /** There may be earlier ones. */
  more = false;
  readonly #at: (row: Row) => number;

  /** `at` is the time by which rows are in order. */
  constructor(at: (row: Row) => number) {
    this.#at = at;
  }

  /** The time before which the next page begins. */
  get before(): number {
    return this.#at(this.rows.at(-1)!);
  }

  /** The first page as it is now. Earlier pages that were asked for stay. */
  take(page: readonly Row[]): void {
    const isAll = page.length < PAGE;
    const oldest = isAll ? -Infinity : this.#at(page.at(-1)!);
    const before = this.rows.filter((row) => this.#at(row) < oldest);
    this.rows = [...page, ...before];
    if (before.length === 0) this.more = !isAll;
  }

  add(page: readonly Row[]): void {
    this.rows = [...this.rows, ...page];
    this.more = page.length === PAGE;
  }

  /** Drops a row that is gone from an earlier page, which nobody follows. */
  drop(isGone: (row: Row) => boolean): void {
    this.rows = this.rows.filter((row) => !isGone(row));
  }
}
