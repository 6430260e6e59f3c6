/**
 * Styles of a shadow root. A constructed sheet serves no document but the one it was made for (CSSOM, "constructor document"),
 * and a shadow root that comes to another document loses its sheets.
 */
import type { CSSResult } from 'lit';

const made = new WeakMap<CSSResult, WeakMap<Document, CSSStyleSheet>>();

/**
 * Gives `root` the sheets of `styles`, made for its document; none in a document without a window, which is never
 * shown.
 */
export function adopt(root: ShadowRoot, styles: CSSResult[]): void {
  const { ownerDocument } = root;
  const { defaultView } = ownerDocument;
  if (!defaultView) return;
  root.adoptedStyleSheets = styles.map((style) => {
    if (!made.has(style)) made.set(style, new WeakMap());
    const sheets = made.get(style)!;
    let sheet = sheets.get(ownerDocument);
    if (!sheet) {
      sheets.set(ownerDocument, (sheet = new defaultView.CSSStyleSheet()));
      sheet.replaceSync(style.cssText);
    }
    return sheet;
  });
}
