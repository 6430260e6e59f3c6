/**
 * Narrow pages and large text lose nothing (WCAG 1.4.4, 1.4.10): no scrolling sideways, no text cut or overprinted. Text
 * in a line clamp may end early, and what is hidden from sight on purpose is not looked at.
 */
import { expect, stories, test } from './catalogue.ts';
import { losses } from './losses.ts';

/** Percent is the size of the root's text. 640 px at 200 % is what a 1280 px page zoomed to 400 % has per letter. */
const conditions = [
  { width: 320, percent: 100 },
  { width: 640, percent: 200 },
  { width: 1280, percent: 200 },
];

for (const { id } of stories) {
  test(`reflow: ${id}`, async ({ catalogue }) => {
    await catalogue.show(id);
    const lost: string[] = [];
    for (const { width, percent } of conditions) {
      await catalogue.page.setViewportSize({ width, height: 720 });
      await catalogue.page.evaluate(
        (size) => document.documentElement.style.setProperty('font-size', size),
        `${percent}%`,
      );
      for (const locale of ['en', 'ar', 'en-XA']) {
        await catalogue.set({ locale });
        lost.push(...(await losses(catalogue)).map((loss) => `${width} px at ${percent} % in ${locale}: ${loss}`));
      }
    }
    await catalogue.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    expect(lost).toEqual([]);
  });
}
