/** Layout shifts of a page, as browsers count them (Layout Instability: CLS), with their sources. */
import type { Page } from 'playwright';

declare global {
  var shifts: { value: number; nodes: string[] }[];
}

/** Must be called before the page opens. */
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

/** All shifts so far. Waits for a frame, so that none is pending. */
export function layoutShifts(page: Page): Promise<{ value: number; nodes: string[] }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(globalThis.shifts))));
      }),
  );
}
