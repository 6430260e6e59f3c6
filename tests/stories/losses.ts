/** Losses of the story on show: text that is cut, overprinted or off the page, and a page that scrolls sideways. */
import type { Catalogue } from './catalogue.ts';

export function losses({ page }: Catalogue): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways by ${scrollWidth - clientWidth} px`);
    const roots = [...document.querySelectorAll('#storybook-root *')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const texts = roots.flatMap((root) => visibleTexts(root));
    for (const { text, rect, clip } of texts) {
      if (rect.left < -1 || rect.right > clientWidth + 1) found.push(`"${text}" leaves the page`);
      if (
        clip &&
        (rect.left < clip.left - 1 ||
          rect.right > clip.right + 1 ||
          rect.bottom > clip.bottom + 1 ||
          rect.top < clip.top - 1)
      )
        found.push(`"${text}" is cut`);
    }
    texts
      .sort((a, b) => a.rect.top - b.rect.top)
      .forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          if (other.rect.top >= one.rect.bottom) break;
          if (other.node !== one.node && overlap(one.rect, other.rect))
            found.push(`"${one.text}" and "${other.text}" overlap`);
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
        if (
          !node.textContent!.trim() ||
          parent.localName === 'style' ||
          !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        )
          continue;
        const around = ancestors(parent);
        if (
          around.some(
            (element) => getComputedStyle(element).clipPath !== 'none' || element.classList.contains('avatar'),
          )
        )
          continue;
        const clamped = around.some((element) => getComputedStyle(element).webkitLineClamp !== 'none');
        const clip = clamped
          ? undefined
          : around.find((element) => getComputedStyle(element).overflow !== 'visible')?.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(node);
        if (clamped) continue;
        for (const rect of range.getClientRects())
          seen.push({ node, text: node.textContent!.trim().slice(0, 40), rect, clip });
      }
      return seen;
    }

    function ancestors(element: Element): Element[] {
      return element.parentElement ? [element, ...ancestors(element.parentElement)] : [element];
    }
  });
}

/**
 * Boxes that hide part of their text, by their words. An introduction may be cut, since a button beside it shows the
 * whole.
 */
export function cutBoxes({ page }: Catalogue): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#storybook-root *')]
      .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])])
      .filter((box) => {
        if (
          !box.checkVisibility() ||
          getComputedStyle(box).overflow === 'visible' ||
          box.closest('.avatar, style, .facts > .long')
        )
          return false;
        const text = document.createRange();
        text.selectNodeContents(box);
        const { bottom, left, right } = box.getBoundingClientRect();
        return [...text.getClientRects()].some(
          (rect) => rect.height && (rect.bottom > bottom + 2 || rect.left < left - 2 || rect.right > right + 2),
        );
      })
      .map((box) => `${box.className}: ${box.textContent!.trim().slice(0, 60)}`),
  );
}
