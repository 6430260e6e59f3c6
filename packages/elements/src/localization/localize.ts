/**
 * Words, language and direction of one element: from the nearest `lang` around it, across shadow roots, followed when
 * it changes. Written here because libraries for this know only the page's language, and weigh twice as much.
 */
import { directionOf, localeOf } from '@gigsy/schema/rules';
import type { ReactiveController, ReactiveElement } from 'lit';
import { enclosing } from '../enclosing.ts';
import { en } from './en.ts';
import type { Part } from './part.ts';
import type { FurtherTerms, Terms } from './terms.ts';

type Words = Terms & Partial<FurtherTerms>;

/** Words at hand, by language and the parts that are among them: `de`, `de,profile`. English of parts comes with the code that says it. */
const tables: Record<string, Words | undefined> = { en };
/** Words on their way, or known to be missing. */
const asked: Record<string, Promise<void> | undefined> = {};
/** The elements of a page mostly have one language, which takes Intl as long to read as an element to be rendered. */
let lastRead: [known: string, dir: string, lang?: string] = ['', ''];
const connected = new Set<ReactiveElement>();
const observed = new WeakSet<Node>();
const formats: Record<string, unknown> = {};

/** A class whose elements have words of their own: names of parts. */
interface Speaking {
  parts?: readonly string[];
}

export class Localize implements ReactiveController {
  readonly #host: ReactiveElement;
  /** The reader's language where its words are here, else that of the words: one text is in one language. */
  #spoken = 'en';
  #dir = 'ltr';
  /** The words: English if there are none for the reader's language, or not yet. */
  table: Words = en;
  /** Settles when the words of the language have come or failed; undefined if they are at hand. */
  declare words?: Promise<void>;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The element's new place may have another language. */
  hostConnected(): void {
    connected.add(this.#host);
    watchLanguage(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    connected.delete(this.#host);
  }

  /** Takes `lang` from a server's caller: elements have no ancestors there. */
  hostUpdate(
    lang: string = enclosing<HTMLElement>(this.#host, '[lang]:not([lang=""])')?.lang ?? navigator.language,
  ): void {
    const [known, dir] = (lastRead = lastRead[2] === lang ? lastRead : read(lang));
    this.#dir = dir;
    const name = known.replace('en-XA', 'xa').split('-')[0]!;
    const parts = (this.#host.constructor as Speaking).parts ?? [];
    const key = name === 'en' ? name : [name, ...parts].join();
    const table = tables[key];
    this.table = table ?? en;
    this.#spoken = table ? known : 'en';
    this.words = table ? undefined : (asked[key] ??= loadWords(key));
  }

  /** The words of `part`, which the host's class names in its `parts`, in the language of the table. */
  terms<Said extends object>(part: Part<Said>): Said {
    return (this.table as unknown as Record<string, Said | undefined>)[part.name] ?? part.en;
  }

  /** Of the reader's language, whether there is a table for it or not: the page around reads that way. */
  get dir(): string {
    return this.#host.dir || this.#dir;
  }

  /** An Intl object in the language of the words. They are slow to make, so they are kept. */
  format<T, O>(Format: new (lang: string, options: O) => T, options: O): T {
    return (formats[Format.name + this.#spoken + JSON.stringify(options)] ??= new Format(this.#spoken, options)) as T;
  }
}

/** The language whose numbers and dates can be written, and the direction of the one that `lang` names. */
function read(lang: string): typeof lastRead {
  // Longer than any tag that says something.
  const locale = localeOf(lang.slice(0, 99));
  // Each kind of Intl object reads its languages once, which takes some 3 ms: the card writes numbers, and not dates.
  return [Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en', directionOf(locale), lang];
}

function update(): void {
  for (const host of connected) host.requestUpdate();
}

/** Updates every element when a `lang` changes in one of the trees that hold `element`; one observer a tree. */
function watchLanguage(element: Node): void {
  for (let root = element.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
    if (observed.has(root)) continue;
    observed.add(root);
    new MutationObserver(update).observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
}

/** Words that do not arrive leave English in place and are asked for again at the next update. */
function loadWords(key: string): Promise<void> {
  return import('./load.ts')
    .then(({ load }) => load(key))
    .then((table) => {
      if (table) tables[key] = table;
      update();
    })
    .catch(() => void delete asked[key]);
}
