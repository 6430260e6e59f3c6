/**
 * A component's modules for its calls. Every call finds them as they are after loading, as on Convex: calls share one
 * realm until one is about to write to its lasting state. That realm then serves no further call, and from then on that
 * function runs in a realm of its own each time, made ahead in idle time.
 */
import type { Script } from 'node:vm';
import type { SplitModules } from '../bundle/split.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { compileChunks } from './chunks.ts';
import { currentFrame } from './frame.ts';
import { Realm } from './realm.ts';
import type { RealmOptions } from './realm.ts';

export type ModuleExports = Record<string, Record<string, unknown>>;

export class Isolate {
  /** The modules as the component was loaded. They are read, never called. */
  readonly modules: ModuleExports;
  readonly #scripts: Map<string, Script>;
  readonly #entries: Record<string, string>;
  readonly #options: RealmOptions;
  #shared: Realm | null;
  /** Paths of the functions that were seen to write. */
  readonly #writers = new Set<string>();
  readonly #onWriter: (path: string) => void;
  /** Realms made ahead, by the module that they have loaded. */
  readonly #spares = new Map<string, Realm>();

  /** `onWriter` is told the path of each function that is seen to write to lasting state, once. */
  constructor(source: SplitModules, options: RealmOptions, onWriter: (path: string) => void) {
    this.#onWriter = onWriter;
    this.#scripts = compileChunks(source, [], (path) => ({
      filename: path.replace(/^out\//, options.name === '' ? '' : `${options.name}/`),
    }));
    this.#entries = source.entries;
    this.#options = options;
    this.#shared = this.#newRealm();
    try {
      this.modules = this.#shared.loadAll();
    } catch (error) {
      const what = options.name || 'the project';
      throw new LocalDeploymentError(
        'functions_invalid',
        `The functions of ${what} failed to load: ${errorText(error)}.`,
        { cause: error },
      );
    }
  }

  /** A module's exports for one call of the function at `path`. */
  forCall(module: string, path: string): Record<string, unknown> {
    if (!this.#writers.has(path)) return (this.#shared ??= this.#newRealm()).module(module);
    const realm = this.#spares.get(module) ?? this.#newRealm();
    this.#spares.delete(module);
    setImmediate(() => this.#prepare(module));
    return realm.module(module);
  }

  #prepare(module: string): void {
    if (this.#spares.has(module)) return;
    const realm = this.#newRealm();
    realm.module(module);
    this.#spares.set(module, realm);
  }

  #newRealm(): Realm {
    const realm: Realm = new Realm(this.#scripts, this.#entries, {
      ...this.#options,
      onWrite: () => {
        if (this.#shared === realm) this.#shared = null;
        const frame = currentFrame.getStore();
        if (!frame) return;
        frame.wroteState = true;
        if (this.#writers.has(frame.path)) return;
        this.#writers.add(frame.path);
        this.#onWriter(frame.path);
      },
    });
    return realm;
  }
}
