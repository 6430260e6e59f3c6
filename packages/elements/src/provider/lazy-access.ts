/** The accesses of a provider with a purpose: their code is loaded at the first reading, and pages without a purpose load none of it. */
import type { Gigsy } from '@gigsy/sdk';
import type { AccessSource } from '@gigsy/sdk/access';
import type { ReadOptions, ResourceSource } from '@gigsy/sdk/reader';

/** The ingredients of a source. */
type Made = readonly [client: Gigsy, purpose: string, note: string | null];
type Source = Required<ResourceSource> & { readonly live: true };

export class LazyAccess {
  readonly #changed: () => void;
  #made: Made | undefined;
  #source: Source | undefined;
  #ended = new AbortController();
  /** The source itself, once its code is there. */
  source: AccessSource | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The same source for the same client, purpose and words. */
  sourceFor(...made: Made): Source {
    if (this.#source && made.every((each, index) => each === this.#made![index])) return this.#source;
    this.end();
    this.#made = made;
    return (this.#source = this.#begin(made));
  }

  /** Closes every access. */
  end(): void {
    this.#ended.abort();
    this.#made = this.#source = this.source = undefined;
  }

  #begin([client, purpose, note]: Made): Source {
    const { signal } = (this.#ended = new AbortController());
    let loading: Promise<AccessSource> | undefined;
    const load = async () => {
      const { accessSource } = await import('@gigsy/sdk/access');
      const terms = { purpose: purpose as 'hiring', ...(note && { note }) };
      const source = accessSource(client, terms, () => signal.aborted || this.#changed());
      signal.addEventListener('abort', () => source.close());
      if (signal.aborted) source.close();
      else this.source = source;
      return source;
    };
    const loaded = () => (loading ??= load());
    return {
      live: true,
      read: (name, args, options?: ReadOptions) => loaded().then((source) => source.read(name, args, options)),
      watch: (name, args, observer) => {
        const left = new AbortController();
        const heard = AbortSignal.any([left.signal, ...(observer.signal ? [observer.signal] : [])]);
        loaded().then(
          (source) =>
            heard.aborted ||
            source.watch(name, args, {
              next: (answer) => observer.next(answer),
              error: (error) => observer.error?.(error),
              signal: heard,
            }),
          (thrown) => heard.aborted || observer.error?.(thrown as never),
        );
        return () => left.abort();
      },
    };
  }
}
