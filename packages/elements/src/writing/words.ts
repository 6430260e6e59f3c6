/** Words of an element that come beside those of all elements: English at hand, other languages as they are needed. */
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Localize } from '../localization/localize.ts';

/** Tables by the code of their language; each is loaded once. */
export type Loaders<T> = Readonly<Record<string, () => Promise<T>>>;

const loaded = new WeakMap<object, Map<string, unknown>>();

export class Words<T> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #localize: Localize;
  readonly #english: T;
  readonly #loaders: Loaders<T>;
  #language = 'en';

  constructor(host: ReactiveElement, localize: Localize, english: T, loaders: Loaders<T>) {
    this.#host = host;
    this.#localize = localize;
    this.#english = english;
    this.#loaders = loaders;
    host.addController(this);
  }

  /** In the language of the other words; in English until that has arrived. */
  get table(): T {
    return (this.#tables.get(this.#language) as T | undefined) ?? this.#english;
  }

  hostUpdate(): void {
    const language = (this.#language = this.#localize.table.code);
    const load = this.#tables.has(language) ? undefined : this.#loaders[language];
    load?.().then(
      (table) => {
        this.#tables.set(language, table);
        this.#host.requestUpdate();
      },
      // English stays; the next update asks again.
      () => {},
    );
  }

  get #tables(): Map<string, unknown> {
    if (!loaded.has(this.#loaders)) loaded.set(this.#loaders, new Map());
    return loaded.get(this.#loaders)!;
  }
}
