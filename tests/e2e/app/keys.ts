/** The Tab key as people use it who have no pointer. */
import type { Page } from '@playwright/test';

/** Most presses of the Tab key from one end of the page to the other. */
const MOST_TABS = 250;

/** The focused control as a person tells it: its row or label, and its own words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const row = at?.closest('[role=group]')?.querySelector('.label')?.textContent ?? '';
    const label = [...((at as HTMLInputElement | null)?.labels?.[0]?.childNodes ?? [])]
      .filter((node) => node instanceof Text)
      .map((node) => node.data)
      .join('');
    const words = at?.getAttribute('aria-label') ?? (at instanceof HTMLSelectElement ? '' : at?.textContent) ?? '';
    return [row, label, words]
      .map((each) => each.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join(' / ');
  });
}

/** Goes to a control as keyboards do. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let press = 0; press < MOST_TABS; press += 1) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`The Tab key does not lead to ${String(wanted)}.`);
}
