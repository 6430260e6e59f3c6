/**
 * A vm context with a component's modules in it, each evaluated when it is first asked for. It notices when a call writes to
 * something that outlives the call (see bundle/state-writes.ts).
 */
import type { Script } from 'node:vm';
import { constants, createContext, runInContext } from 'node:vm';
import { BOOTSTRAP } from './bootstrap.ts';
import { Chunks } from './chunks.ts';
import { currentFrame, isDeterministic } from './frame.ts';
import { hostClasses, runtimeGlobals } from './globals.ts';
import type { Circumstances } from './globals.ts';
import { isForeignLocale } from './locale.ts';
import { importTimeRandom } from './random.ts';
import type { SyscallHost } from './syscall-host.ts';
import { checkUserTime, loopState } from './user-time.ts';

/** Convex evaluates modules at a time and with a seed that are fixed when functions are deployed. */
export interface ImportTime {
  now: number;
  seed: Uint8Array;
}

/** The time limit at start for code outside of functions. */
const LOAD_MS = 15_000;

export interface RealmOptions {
  name: string;
  env: Record<string, string>;
  convex: SyscallHost | undefined;
  importTime: ImportTime;
  /** Called once, before a call first writes to the realm's lasting state. */
  onWrite?: () => void;
}

/** Shared with the code inside: see bootstrap.ts. */
interface RealmState {
  loading: boolean;
  written: boolean;
}

export function newContext({ env, convex, importTime, onWrite }: RealmOptions, state: RealmState): object {
  // An ordinary global object: every look at a global of a contextified one would leave JavaScript.
  const context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: true } });
  const random = importTimeRandom(importTime.seed);
  const circumstances: Circumstances = {
    now: () => (state.loading ? importTime.now : (currentFrame.getStore()?.now() ?? importTime.now)),
    random: () => (state.loading ? random() : (currentFrame.getStore()?.random ?? random)()),
    isLoading: () => state.loading,
  };
  const globals = { ...runtimeGlobals(env, circumstances), ...(convex ? { Convex: convex } : {}) };
  const bootstrap = runInContext(BOOTSTRAP, context) as (host: object) => void;
  bootstrap({
    ...circumstances,
    classes: hostClasses(),
    isForeignLocale: isForeignLocale(),
    globals,
    loopState: loopState(),
    checkUserTime,
    state,
    wrote: () => {
      state.written = true;
      onWrite?.();
    },
  });
  return context;
}

export class Realm {
  readonly #state: RealmState = { loading: false, written: false };
  readonly #context: object;
  readonly #chunks: Chunks;
  readonly #entries: Record<string, string>;

  constructor(scripts: Map<string, Script>, entries: Record<string, string>, options: RealmOptions) {
    this.#entries = entries;
    this.#context = newContext(options, this.#state);
    this.#chunks = new Chunks(scripts, {
      run: (script) => script.runInContext(this.#context),
      outside: (specifier) => {
        throw new Error(`"${specifier}" can not be imported in this runtime.`);
      },
      beforeLazy: () => {
        if (isDeterministic(currentFrame.getStore())) throw new TypeError('dynamic module import unsupported');
      },
      url: '',
      given: [],
    });
  }

  module(name: string): Record<string, unknown> {
    const state = this.#state;
    const outer = state.loading;
    state.loading = true;
    try {
      return this.#chunks.load(this.#entries[name]!) as Record<string, unknown>;
    } finally {
      state.loading = outer;
    }
  }

  /** Evaluates all modules, in their order; a loop among them that does not end is stopped. */
  loadAll(): Record<string, Record<string, unknown>> {
    const modules: Record<string, Record<string, unknown>> = {};
    const evaluate = () => {
      for (const name of Object.keys(this.#entries)) modules[name] = this.module(name);
    };
    (
      runInContext('(evaluate) => { globalThis.__evaluate = evaluate }', this.#context) as (
        evaluate: () => void,
      ) => void
    )(evaluate);
    runInContext('__evaluate(); delete globalThis.__evaluate', this.#context, { timeout: LOAD_MS });
    return modules;
  }
}
