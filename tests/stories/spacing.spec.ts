/**
 * Text spacing loses no text (WCAG 1.4.12), under any line height and size of the host's page: text that is whole
 * without it is whole with it, and nothing overlaps. Text that ends in an ellipsis anyway may end earlier.
 */
import { type Catalogue, expect, stories, test } from './catalogue.ts';
import { cutBoxes, losses } from './losses.ts';

const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

const conditions = [
  { width: 320, locale: 'en' },
  { width: 960, locale: 'en' },
  { width: 400, locale: 'ar' },
];

for (const { id } of stories.filter(({ tags }) => !tags.includes('moving'))) {
  test(`text spacing: ${id}`, async ({ catalogue }) => {
    await catalogue.show(id);
    const lost: string[] = [];
    for (const { width, locale } of conditions) {
      await catalogue.page.setViewportSize({ width, height: 720 });
      await catalogue.set({ locale });
      const before = [...(await cutBoxes(catalogue)), ...(await losses(catalogue))];
      await space(catalogue, true);
      const after = [...(await cutBoxes(catalogue)), ...(await losses(catalogue))];
      await space(catalogue, false);
      const known = new Set(before.map(words));
      lost.push(...after.filter((loss) => !known.has(words(loss))).map((loss) => `${width} px in ${locale}: ${loss}`));
    }
    expect(lost).toEqual([]);
  });
}

test('a host’s line height in pixels cuts no large text', async ({ catalogue }) => {
  const { page } = catalogue;
  await page.setViewportSize({ width: 640, height: 720 });
  for (const id of [
    'profile-profile-card--default',
    'profile-profile-header--default',
    'profile-skill-matrix--default',
  ]) {
    await catalogue.show(id);
    const style = await page.addStyleTag({ content: 'html { font-size: 200% } body * { line-height: 24px }' });
    expect([...(await cutBoxes(catalogue)), ...(await losses(catalogue))], id).toEqual([]);
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('#storybook-root *')]
        .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('a, button, summary') ?? [])])
        .filter((control) => control.checkVisibility())
        .map((control) => control.getBoundingClientRect().height / parseFloat(getComputedStyle(control).fontSize)),
    );
    expect(Math.min(2, ...heights), id).toBeGreaterThanOrEqual(1.1);
    await style.evaluate((node) => (node as HTMLStyleElement).remove());
  }
});

/** The lost text. */
function words(loss: string): string {
  return /"(.*?)"/.exec(loss)?.[1] ?? loss;
}

/** Applies a reader's style sheet in every shadow root of the story on show, or removes it. */
async function space({ page }: Catalogue, spaced: boolean): Promise<void> {
  await page.evaluate(
    ([css, on]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css as string);
      for (const { shadowRoot } of document.querySelectorAll('#storybook-root *')) {
        if (on) shadowRoot?.adoptedStyleSheets.push(sheet);
        else shadowRoot?.adoptedStyleSheets.pop();
      }
    },
    [SPACING, spaced],
  );
}
