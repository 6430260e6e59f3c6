/**
 * The embed entry, `gigsy.js`: loads the code of the elements that stand on the page, and of those added later. One
 * whose code does not arrive keeps showing its fallback content; it is asked for again when the next one is added, which
 * helps in browsers that do not remember a module's failure (whatwg/html#10327; Chromium still does).
 */

/** Each module's one export is the element's class. Modules, not their `define` entries: what they share with the card is one file. */
const elements = new Map<string, () => Promise<object>>([
  ['profile-card', () => import('./profile/profile-card/profile-card.ts')],
  ['skill-matrix', () => import('./profile/skill-matrix/skill-matrix.ts')],
  ['profile-header', () => import('./profile/profile-header/profile-header.ts')],
  ['about-section', () => import('./profile/about-section/about-section.ts')],
  ['experience-list', () => import('./profile/experience-list/experience-list.ts')],
  ['education-list', () => import('./profile/education-list/education-list.ts')],
  ['language-list', () => import('./profile/language-list/language-list.ts')],
  ['provider', () => import('./provider/provider.ts')],
]);

/** Loads what `node` is and holds. */
function load(node: Node): void {
  for (const [name, code] of elements) {
    const tag = `gigsy-${name}`;
    if ((node as Element).localName !== tag && !(node as Element).querySelector?.(tag)) continue;
    elements.delete(name);
    code().then(
      (module) =>
        customElements.get(tag) ?? customElements.define(tag, Object.values(module)[0] as CustomElementConstructor),
      () => elements.set(name, code),
    );
  }
}

new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(load);
}).observe(document, { childList: true, subtree: true });
load(document);
