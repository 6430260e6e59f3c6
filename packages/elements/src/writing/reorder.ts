/**
 * Moves a row of a list by the pointer: a mark shows where it would go, and Escape leaves it where it is. Loaded when a pointer
 * presses a grip.
 */

/** Follows the pointer that `grip` has captured. `move` is called once, with the new position, if there is one. */
export function dragged(grip: HTMLElement, move: (id: string, to: number) => void): void {
  const row = grip.closest<HTMLElement>('[data-item]')!;
  const list = row.parentElement!;
  row.toggleAttribute('data-dragged', true);
  const window = row.ownerDocument.defaultView!;
  const ended = new AbortController();
  const options = { signal: ended.signal };
  let target: { row: HTMLElement; after: boolean } | undefined;
  const end = (): void => {
    ended.abort();
    row.removeAttribute('data-dragged');
    target?.row.removeAttribute('data-drop');
  };
  grip.addEventListener(
    'pointermove',
    ({ clientY }) => {
      target?.row.removeAttribute('data-drop');
      target = targetAt(rowsOf(list), clientY);
      target?.row.setAttribute('data-drop', target.after ? 'after' : 'before');
      target?.row.scrollIntoView({ block: 'nearest' });
    },
    options,
  );
  grip.addEventListener(
    'pointerup',
    () => {
      const found = target;
      end();
      if (found && found.row !== row) move(row.dataset.item!, positionOf(rowsOf(list), row, found));
    },
    options,
  );
  grip.addEventListener('pointercancel', end, options);
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), options);
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-item]')];
}

/** The row nearest to the height `y`, and the half of it. */
function targetAt(rows: readonly HTMLElement[], y: number): { row: HTMLElement; after: boolean } | undefined {
  const row = rows.find((each) => each.getBoundingClientRect().bottom > y) ?? rows.at(-1);
  if (!row) return undefined;
  const { top, height } = row.getBoundingClientRect();
  return { row, after: y > top + height / 2 };
}

/** The position among the others once `row` has left its own. */
function positionOf(
  rows: readonly HTMLElement[],
  row: HTMLElement,
  { row: target, after }: { row: HTMLElement; after: boolean },
): number {
  return rows.filter((each) => each !== row).indexOf(target) + (after ? 1 : 0);
}
