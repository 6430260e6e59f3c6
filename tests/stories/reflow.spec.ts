/**
 * Narrow pages and large text lose nothing (WCAG 1.4.4, 1.4.10): no scrolling sideways, no text cut or overprinted. Text
 * in a line clamp may end early, and what is hidden from sight on purpose is not looked at.
 */
import { type Catalogue, expect, stories, test } from './catalogue.ts';

/** Percent is the size of the root's text. 640 px at 200 % is what a 1280 px page zoomed to 400 % has per letter. */
const conditions = [{ width: 320, percent: 100 }, { width: 640, percent: 200 }, { width: 1280, percent: 200 }];

for (const { id } of stories) {
  test(`reflow: ${id}`, async ({ catalogue }) => {
    await catalogue.show(id);
    const lost: string[] = [];
    for (const { width, percent } of conditions) {
      await catalogue.page.setViewportSize({ width, height: 720 });
      await catalogue.page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), `${percent}%`);
      for (const locale of ['en', 'ar', 'en-XA']) {
        await catalogue.set({ locale });
        lost.push(...(await losses(catalogue)).map((loss) => `${width} px at ${percent} % in ${locale}: ${loss}`));
      }
    }
    await catalogue.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    expect(lost).toEqual([]);
  });
}

function losses({ page }: Catalogue): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways by ${scrollWidth - clientWidth} px`);
    const roots = [...document.querySelectorAll('#storybook-root *')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const texts = roots.flatMap((root) => visibleTexts(root));
    for (const { text, rect, clip } of texts) {
      if (rect.left < -1 || rect.right > clientWidth + 1) found.push(`"${text}" leaves the page`);
      if (clip && (rect.left < clip.left - 1 || rect.right > clip.right + 1 || rect.bottom > clip.bottom + 1 || rect.top < clip.top - 1)) found.push(`"${text}" is cut`);
    }
    texts.sort((a, b) => a.rect.top - b.rect.top).forEach((one, index) => {
      for (const other of texts.slice(index + 1)) {
        if (other.rect.top >= one.rect.bottom) break;
        if (other.node !== one.node && overlap(one.rect, other.rect)) found.push(`"${one.text}" and "${other.text}" overlap`);
      }
    });
    return found;

    /** Line boxes are higher than letters and may touch: a third of the smaller height counts. */
    function overlap(a: DOMRect, b: DOMRect): boolean {
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      return across > 1 && down > Math.min(a.height, b.height) / 3;
    }

    function visibleTexts(root: ShadowRoot) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const seen: { node: Node; text: string; rect: DOMRect; clip: DOMRect | undefined }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (!node.textContent!.trim() || parent.localName === 'style' || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const around = ancestors(parent);
        if (around.some((element) => getComputedStyle(element).clipPath !== 'none' || element.classList.contains('avatar'))) continue;
        const clamped = around.some((element) => getComputedStyle(element).webkitLineClamp !== 'none');
        const clip = clamped ? undefined : around.find((element) => getComputedStyle(element).overflow !== 'visible')?.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(node);
        if (clamped) continue;
        for (const rect of range.getClientRects()) seen.push({ node, text: node.textContent!.trim().slice(0, 40), rect, clip });
      }
      return seen;
    }

    function ancestors(element: Element): Element[] {
      return element.parentElement ? [element, ...ancestors(element.parentElement)] : [element];
    }
  });
}
