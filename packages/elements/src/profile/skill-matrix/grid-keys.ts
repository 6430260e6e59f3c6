/**
 * Keyboard in a grid (ARIA Authoring Practices, "Grid"): one cell is in the tab order, arrows and their kin move it.
 * Works on the table as it stands, so that rows need no bindings for it; a cell with a button gives its focus to it. The
 * other cells can take focus.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const PAGE = 10;

interface Place {
  row: number;
  column: number;
}

/** An event in the table, and its target, which an event in a shadow root forgets afterwards. */
export type GridEvent = [event: Event, target: Element];

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

export class GridKeys implements ReactiveController {
  readonly #host: Host;
  #place: Place = { row: 0, column: 0 };
  #active: HTMLElement | undefined;
  /** Before an update: the key of the row that is meant, and whether focus is in the grid. */
  #before: { key: string | undefined; focused: boolean } = { key: undefined, focused: false };

  /**
   * `host` shows a table, which may be a grid. Rows of content have a `data-key`, the same one wherever they stand. Makes up
   * for the `early` events.
   */
  constructor(host: Host, early: GridEvent[]) {
    this.#host = host;
    host.addController(this);
    const stop = this.#grid()?.querySelector<HTMLElement>('[tabindex="0"]');
    if (stop) stop.tabIndex = -1;
    this.hostUpdated();
    for (const event of early) this.take(...event);
  }

  #grid(): HTMLTableElement | null {
    return this.#host.renderRoot.querySelector('[role=grid]');
  }

  hostUpdate(): void {
    const table = this.#grid();
    this.#before = {
      key: table?.rows[this.#place.row]?.dataset['key'],
      focused: Boolean(table?.querySelector(':focus')),
    };
  }

  /** Rows may have gone, come or moved: the tab stop follows its row; without it, it stays at the place, or at the nearest. */
  hostUpdated(): void {
    const table = this.#grid();
    if (!table) {
      this.#active = undefined;
      return;
    }
    const { key, focused } = this.#before;
    const { rows } = table;
    if (key && rows[this.#place.row]?.dataset['key'] !== key) {
      const moved = [...rows].findIndex(({ dataset }) => dataset['key'] === key);
      if (moved >= 0) this.#place = { ...this.#place, row: moved };
    }
    const active = this.#activate(table);
    if (focused && !active?.matches(':focus')) active?.focus({ preventScroll: true });
  }

  take(...[event, target]: GridEvent): void {
    if (event.type === 'keydown') this.#onKey(event as KeyboardEvent);
    else this.#onFocus(target);
  }

  /** For clicks and for focus that came by other means. Where focus was sent, the column that was left stays meant. */
  #onFocus(target: Element): void {
    const cell = target.closest<HTMLTableCellElement>('td, th');
    const table = this.#grid();
    if (!cell || !table || cell.contains(this.#active ?? null)) return;
    this.#place = { row: (cell.parentElement as HTMLTableRowElement).rowIndex, column: cell.cellIndex };
    this.#activate(table);
  }

  #onKey(event: KeyboardEvent): void {
    const table = this.#grid();
    const next = table && !event.altKey && !event.metaKey && this.#next(event, table);
    if (!next) return;
    event.preventDefault();
    this.#place = next;
    this.#activate(table)?.focus();
  }

  /** Up and down keep the column that was meant, also past rows that have fewer. */
  #next({ key, ctrlKey }: KeyboardEvent, table: HTMLTableElement): Place | undefined {
    const { rows } = table;
    const ahead = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
    const far = ctrlKey ? Infinity : 0;
    const steps: Record<string, [rows: number, columns: number] | undefined> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      PageDown: [PAGE, 0],
      PageUp: [-PAGE, 0],
      ArrowRight: [0, ahead],
      ArrowLeft: [0, -ahead],
      Home: [-far, -Infinity],
      End: [far, Infinity],
    };
    const step = steps[key];
    if (!step) return undefined;
    const within = (place: number, { length }: ArrayLike<unknown>) => Math.max(0, Math.min(place, length - 1));
    const first = firstRow(table);
    const at = Math.max(first, within(this.#place.row, rows));
    const row = Math.max(first, within(at + step[0], rows));
    const column = within(this.#place.column, rows[at]!.cells) + step[1];
    return { row, column: step[1] ? within(column, rows[row]!.cells) : this.#place.column };
  }

  #activate(table: HTMLTableElement): HTMLElement | undefined {
    const { rows } = table;
    const cells = rows[Math.min(Math.max(firstRow(table), this.#place.row), rows.length - 1)]?.cells;
    const cell = cells?.[Math.min(this.#place.column, cells.length - 1)];
    const active = cell && (cell.querySelector('button') ?? cell);
    if (active !== this.#active && this.#active) this.#active.tabIndex = -1;
    this.#active = active;
    if (!active) return undefined;
    active.tabIndex = 0;
    // Not to scroll to where the group's heading, which sticks, covers it (WCAG 2.2, 2.4.11).
    const heading = cell.closest('tbody')?.querySelector<HTMLElement>('.group');
    if (heading) table.style.setProperty('--_covered', `${heading.offsetHeight}px`);
    return active;
  }
}

/** The headers are not there where the table is narrow. */
function firstRow({ tHead }: HTMLTableElement): number {
  return tHead!.checkVisibility() ? 0 : 1;
}
