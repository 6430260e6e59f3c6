/** How far a page's content jumps, as browsers count it (Layout Instability: CLS), and what jumped. */
import type { Page } from 'playwright';

declare global {
  var shifts: { value: number; nodes: string[] }[];
}

/** Call it before the page is opened. */
export async function watchLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    type Shift = PerformanceEntry & {
      value: number;
      sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
    };
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        globalThis.shifts.push({
          value,
          nodes: sources.map(
            ({ node, previousRect, currentRect }) =>
              `${node?.nodeName} ${previousRect.y},${previousRect.height} -> ${currentRect.y},${currentRect.height}`,
          ),
        });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** All shifts so far; a frame is waited for, so that none is on its way. */
export function layoutShifts(page: Page): Promise<{ value: number; nodes: string[] }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(globalThis.shifts))));
      }),
  );
}
