/** The nearest match of `selector` among `element` and its ancestors, across shadow roots. */
export function enclosing<T extends Element>(element: Element, selector: string): T | undefined {
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as ShadowRoot).host) {
    const found = node.closest<T>(selector);
    if (found) return found;
  }
  return undefined;
}
