/** What a page of the bench offers: one library that shows people as cards, measured in the same way as the others. */
import { type TemplateResult, render } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';

declare global {
  /** Milliseconds from data to painted, and every word that is then on show. */
  var measureCards: (people: ProfileView[]) => Promise<{ ms: number; words: string }>;
}

type Updating = Element & { updateComplete?: Promise<boolean> };

/** Each card is one `template`, put on the page as Lit does it: all libraries here are written with Lit. */
export function offer(template: (person: ProfileView) => TemplateResult): void {
  globalThis.measureCards = async (people) => {
    const main = document.createElement('main');
    document.body.replaceChildren(main);
    await painted();
    const started = performance.now();
    render(people.map(template), main);
    await Promise.all([...main.querySelectorAll<Updating>('*')].map((element) => element.updateComplete));
    await painted();
    return { ms: performance.now() - started, words: composedText(main).replace(/\s+/g, ' ') };
  };
}

/** Resolves when the next frame has been made: a message that is sent in its callback arrives after style, layout and paint. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });
}

/** Text as it is shown, shadow roots included, each element's once. */
function composedText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  const children = assigned.length > 0 ? assigned : ((node as Element).shadowRoot ?? node).childNodes;
  return [...children].map(composedText).join('');
}
