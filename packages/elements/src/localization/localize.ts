/**
 * Words, language and direction of one element: from the nearest `lang` around it, across shadow roots, followed when
 * it changes. Written here because libraries for this know only the page's language, and weigh twice as much.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import { en } from './en.ts';
import type { Terms } from './terms.ts';

/** Tables at hand, by language. */
const tables: Record<string, Terms> = { en };
/** Tables to load when an element first needs them. */
const loaders: Record<string, (() => Promise<{ table: Terms }>) | undefined> = {
  ar: () => import('./ar.ts'),
  es: () => import('./es.ts'),
};
const connected = new Set<ReactiveElement>();
const observed = new WeakSet<Node>();
const formats = new Map<string, unknown>();

export class Localize implements ReactiveController {
  readonly #host: ReactiveElement;
  #lang = 'en';

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    connected.add(this.#host);
    watchLanguage(this.#host);
  }

  hostDisconnected(): void {
    connected.delete(this.#host);
  }

  hostUpdate(): void {
    this.#lang = supported(nearestLang(this.#host));
    loadTable(this.#lang.split('-')[0]!);
  }

  /** The language words come in: English where there is no table for the reader's, or not yet. */
  get table(): Terms {
    return tables[this.#lang.split('-')[0]!] ?? en;
  }

  /** Of the reader's language, whether there is a table for it or not: the page around reads that way. */
  get dir(): string {
    return this.#host.dir || (/^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(this.#lang) ? 'rtl' : 'ltr');
  }

  /** An Intl object in the reader's language. They are slow to make, so they are kept. */
  format<T, O>(Format: new (lang: string, options: O) => T, options: O): T {
    const key = Format.name + this.#lang + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Format(this.#lang, options));
    return formats.get(key) as T;
  }
}

function update(): void {
  for (const host of connected) host.requestUpdate();
}

function nearestLang(element: Element): string {
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as ShadowRoot).host) {
    const lang = node.closest<HTMLElement>('[lang]')?.lang;
    if (lang) return lang;
  }
  return navigator.language;
}

/** English where `lang` is no language tag, or one that the browser can't write. */
function supported(lang: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Updates every element when a `lang` changes in one of the trees that hold `element`; one observer a tree. */
function watchLanguage(element: Node): void {
  for (let root = element.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
    if (observed.has(root)) continue;
    observed.add(root);
    new MutationObserver(update).observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
}

/** A table that does not arrive leaves English in place and is asked for again at the next update. */
function loadTable(language: string): void {
  const load = loaders[language];
  loaders[language] = undefined;
  load?.().then(({ table }) => {
    tables[language] = table;
    update();
  }, () => {
    loaders[language] = load;
  });
}
