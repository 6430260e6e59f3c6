/**
 * Words, language and direction of one element: from the nearest `lang` around it, across shadow roots, followed when
 * it changes. Written here because libraries for this know only the page's language, and weigh twice as much.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import { enclosing } from '../enclosing.ts';
import { en } from './en.ts';
import type { PartTerms, Terms } from './terms.ts';

/** Tables at hand, by language. The parts of English come with the code that shows them. */
const tables: Record<string, Terms & Partial<PartTerms>> = { en };
/** Tables on their way, or that there are none. */
const asked: Record<string, Promise<void> | undefined> = {};
/** The elements of a page mostly have one language, which takes Intl as long to read as an element to be rendered. */
let lastRead: [known: string, dir: string, lang?: string] = ['', ''];
const connected = new Set<ReactiveElement>();
const observed = new WeakSet<Node>();
const formats = new Map<string, unknown>();

/** How the names of scripts begin (ISO 15924) that are in use and run from right to left, from Adlam and Arabic to Yezidi. */
const RIGHT_TO_LEFT = /A(d|ra|rmi|v)|Gar|Heb|Man[di]|Mend|Nk|Roh|Samr|Syr|Thaa|Yez/;

export class Localize implements ReactiveController {
  readonly #host: ReactiveElement;
  /** The reader's language where its words are here, else that of the words: one text is in one language. */
  #spoken = 'en';
  #dir = 'ltr';
  /** The language words come in: English where there is no table for the reader's, or not yet. */
  table: Terms & Partial<PartTerms> = en;
  /** Settles when the words of the language are here, or do not come; undefined where nothing is to be waited for. */
  declare words?: Promise<void>;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What stands around the element may be of another language than before. */
  hostConnected(): void {
    connected.add(this.#host);
    watchLanguage(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    connected.delete(this.#host);
  }

  /** Takes `lang`, which a server's caller says: nothing stands around an element there. */
  hostUpdate(
    lang: string = enclosing<HTMLElement>(this.#host, '[lang]:not([lang=""])')?.lang ?? navigator.language,
  ): void {
    const [known, dir] = (lastRead = lastRead[2] === lang ? lastRead : read(lang));
    this.#dir = dir;
    const name = known.replace('en-XA', 'xa').split('-')[0]!;
    this.table = tables[name] ?? en;
    this.#spoken = tables[name] ? known : 'en';
    this.words = tables[name] ? undefined : (asked[name] ??= loadTable(name));
  }

  /** Of the reader's language, whether there is a table for it or not: the page around reads that way. */
  get dir(): string {
    return this.#host.dir || this.#dir;
  }

  /** An Intl object in the language of the words. They are slow to make, so they are kept. */
  format<T, O>(Format: new (lang: string, options: O) => T, options: O): T {
    const key = Format.name + this.#spoken + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Format(this.#spoken, options));
    return formats.get(key) as T;
  }
}

/** The language whose numbers and dates can be written, and the direction of the one that `lang` names. */
function read(lang: string): typeof lastRead {
  // Longer than any tag that says something.
  const locale = localeOf(lang.slice(0, 99));
  // Browsers and servers know the script of languages that they can't write, and not all of them a direction.
  const dir = RIGHT_TO_LEFT.test(locale.maximize().script!) ? 'rtl' : 'ltr';
  return [Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en', dir, lang];
}

function update(): void {
  for (const host of connected) host.requestUpdate();
}

/** What can be read of a language tag, by leaving off its end (RFC 4647, 3.4 "Lookup"); English where nothing can. */
function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return localeOf(/(.+)[-_]/.exec(tag)?.[1] ?? 'en');
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
function loadTable(language: string): Promise<void> {
  return import('./by-language.ts')
    .then(({ byLanguage }) => byLanguage[language]?.())
    .then((loaded) => {
      if (!loaded) return;
      tables[language] = loaded.table;
      update();
    })
    .catch(() => void delete asked[language]);
}
