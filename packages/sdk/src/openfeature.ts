/** Gigsy's flags as a provider for OpenFeature in pages: hosts ask their own OpenFeature client, wherever flags come from. */
import type { EvaluatedFlag } from '@gigsy/schema';
import {
  ErrorCode,
  type EvaluationContext,
  type JsonValue,
  OpenFeatureEventEmitter,
  type Provider,
  ProviderEvents,
  type ResolutionDetails,
} from '@openfeature/web-sdk';
import type { Gigsy } from './client.ts';

export interface FlagProviderOptions {
  /** Follow changes as they happen, by the client's live connection: true by default. Else flags are read once a context. */
  live?: boolean;
}

/**
 * `OpenFeature.setProvider(flagProvider(gigsy))`. A boolean flag is a boolean, a flag with variants of its own is the name of
 * the variant as a string; numbers and objects are type mismatches. A person with an account is targeted by it. For everybody
 * else the context's `targetingKey` decides: 1 to 128 printable ASCII characters that stay the same for the page's visitor.
 * The rest of the context is not sent.
 */
export function flagProvider(gigsy: Pick<Gigsy, 'operations'>, { live = true }: FlagProviderOptions = {}): Provider {
  return new FlagProvider(gigsy, live);
}

class FlagProvider implements Provider {
  readonly metadata = { name: 'gigsy' };
  readonly runsOn = 'client';
  readonly events = new OpenFeatureEventEmitter();
  readonly #flags: Gigsy['operations']['flags'];
  readonly #live: boolean;
  #known: ReadonlyMap<string, EvaluatedFlag> = new Map();
  #ended = new AbortController();

  constructor({ operations }: Pick<Gigsy, 'operations'>, live: boolean) {
    this.#flags = operations.flags;
    this.#live = live;
  }

  initialize(context: EvaluationContext = {}): Promise<void> {
    return this.#begin(context);
  }

  onContextChange(before: EvaluationContext, after: EvaluationContext): Promise<void> | void {
    // Without a live connection, a new context is how a host has flags read anew.
    if (!this.#live || before.targetingKey !== after.targetingKey) return this.#begin(after);
  }

  async onClose(): Promise<void> {
    this.#ended.abort();
  }

  /** Settles with the first answer, or the first failure. */
  async #begin({ targetingKey }: EvaluationContext): Promise<void> {
    this.#ended.abort();
    const { signal } = (this.#ended = new AbortController());
    const args = targetingKey === undefined ? {} : { targetingKey };
    if (!this.#live) return void this.#take(await this.#flags.evaluate(args, { signal }));
    await new Promise<void>((resolve, reject) => {
      let begun = false;
      let lost = false;
      this.#flags.watchEvaluate(args, {
        signal,
        next: (flags) => {
          const changed = this.#take(flags);
          if (lost) this.events.emit(ProviderEvents.Ready);
          else if (begun && changed.length > 0)
            this.events.emit(ProviderEvents.ConfigurationChanged, { flagsChanged: changed });
          lost = false;
          begun = true;
          resolve();
        },
        error: (error) => {
          lost = true;
          reject(error);
          if (begun) this.events.emit(ProviderEvents.Stale, { message: error.message });
        },
      });
    });
  }

  /** The names of flags that differ from before. */
  #take(flags: readonly EvaluatedFlag[]): string[] {
    const before = this.#known;
    this.#known = new Map(flags.map((flag) => [flag.name, flag]));
    const names = new Set([...before.keys(), ...this.#known.keys()]);
    return [...names].filter((name) => before.get(name)?.variant !== this.#known.get(name)?.variant);
  }

  resolveBooleanEvaluation(name: string, fallback: boolean): ResolutionDetails<boolean> {
    return this.#resolve(name, fallback, ({ kind, variant }) => (kind === 'boolean' ? variant === 'on' : undefined));
  }

  resolveStringEvaluation(name: string, fallback: string): ResolutionDetails<string> {
    return this.#resolve(name, fallback, ({ kind, variant }) => (kind === 'variant' ? variant : undefined));
  }

  resolveNumberEvaluation(name: string, fallback: number): ResolutionDetails<number> {
    return this.#resolve(name, fallback, () => undefined);
  }

  resolveObjectEvaluation<T extends JsonValue>(name: string, fallback: T): ResolutionDetails<T> {
    return this.#resolve(name, fallback, () => undefined);
  }

  /** `valueOf` gives undefined for a flag of another type. */
  #resolve<T>(name: string, fallback: T, valueOf: (flag: EvaluatedFlag) => T | undefined): ResolutionDetails<T> {
    const flag = this.#known.get(name);
    if (!flag) return { value: fallback, reason: 'ERROR', errorCode: ErrorCode.FLAG_NOT_FOUND };
    const value = valueOf(flag);
    if (value === undefined) return { value: fallback, reason: 'ERROR', errorCode: ErrorCode.TYPE_MISMATCH };
    return { value, variant: flag.variant, reason: flag.reason };
  }
}
