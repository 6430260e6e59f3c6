/**
 * The embed entry, `gigsy.js`: loads the code of the elements that stand on the page, and of those added later. An
 * element whose code does not arrive keeps its fallback content; the code is asked for again when the next element is
 * added, which helps in browsers that do not remember a module's failure (whatwg/html#10327; Chromium still does).
 */
import { elements } from './embed.generated.ts';

/** Loads the elements that `node` is and contains. */
function load(node: Node): void {
  for (const tag in elements) {
    const code = elements[tag]!;
    if ((node as Element).localName !== tag && !(node as Element).querySelector?.(tag)) continue;
    delete elements[tag];
    code().then(
      (module) => {
        for (const name in module) customElements.get(tag) ?? customElements.define(tag, module[name]!);
      },
      () => (elements[tag] = code),
    );
  }
}

new MutationObserver((records) => records.forEach((record) => record.addedNodes.forEach(load))).observe(document, {
  childList: true,
  subtree: true,
});
load(document);
