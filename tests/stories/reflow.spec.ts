/**
 * Narrow pages and large text lose nothing (WCAG 1.4.4, 1.4.10): no sideways scrolling, no text cut or overprinted.
 * Text in a line clamp may end early, and visually hidden text is not checked.
 */
import { expect, stories, test } from './catalogue.ts';
import { losses } from './losses.ts';

/** `percent`: size of the root's text. 640 px at 200 % has as many letters a line as a 1280 px page at 400 %. */
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
