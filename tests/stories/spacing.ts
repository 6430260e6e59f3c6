/** Text spacing (WCAG 1.4.12), as a reader sets it, under any line height of the host's page. */
import type { Catalogue } from './catalogue.ts';
import { cutBoxes, losses } from './losses.ts';

const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/**
 * Text of the story on show that is whole without the spacing and is not whole with it, or overlaps. Text that ends in an
 * ellipsis anyway may end earlier.
 */
export async function lostToSpacing(catalogue: Catalogue): Promise<string[]> {
  const before = [...(await cutBoxes(catalogue)), ...(await losses(catalogue))];
  await space(catalogue, true);
  const after = [...(await cutBoxes(catalogue)), ...(await losses(catalogue))];
  await space(catalogue, false);
  const known = new Set(before.map(words));
  return after.filter((loss) => !known.has(words(loss)));
}

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
