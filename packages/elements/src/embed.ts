/**
 * The embed entry, `gigsy.js`: loads the code of the elements that stand on the page, and of those added later. One
 * whose code does not arrive keeps showing its fallback content; it is asked for again when the next one is added.
 */
const elements = new Map<string, () => Promise<unknown>>([
  ['gigsy-profile-card', () => import('./profile/profile-card/profile-card.define.ts')],
]);

/** Loads what `node` is and holds. */
function load(node: Node): void {
  for (const [tag, code] of elements) {
    if ((node as Element).localName !== tag && !(node as Element).querySelector?.(tag)) continue;
    elements.delete(tag);
    code().catch(() => elements.set(tag, code));
  }
}

new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(load);
}).observe(document, { childList: true, subtree: true });
load(document);
