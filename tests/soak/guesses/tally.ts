/** The outcome of the guesses: how many could fit, how many did, and how long the answers took. */
import { ACCOUNT_CODES, CODES_WINDOW_MS, CODE_ATTEMPTS, READER_CODES, codeMethodNames } from '@gigsy/schema';
import type { Figure } from '../../../scripts/measure/figure.ts';
import { areaUnderCurve } from '../absence/area.ts';
import type { Answer } from '../clocked/clients.ts';

/** Guesses that can fit in 24 hours, as docs/trust.md says. */
const BOUNDS = {
  account: (ACCOUNT_CODES + codeMethodNames.length) * CODE_ATTEMPTS,
  reader: 2 * READER_CODES * CODE_ATTEMPTS,
};
const CODES = 1_000_000;

type Timed = 'near' | 'far' | 'right, locked' | 'wrong, locked';

interface Guess {
  subject: string;
  reader: string;
  /** It could fit: its code is there, and has guesses left. */
  isLive: boolean;
  isRight: boolean;
  /** The deployment's time. */
  at: number;
}

export class Tally {
  guesses = 0;
  /** Codes that were made without a message, since their reader has had too many. */
  muted = 0;
  #codes = 0;
  #refusedCodes = 0;
  #live = 0;
  #held = 0;
  #successes = 0;
  #lockedRight = 0;
  #lockedTaken = 0;
  readonly #answers = new Set<string>();
  readonly #liveAt = { account: new Map<string, number[]>(), reader: new Map<string, number[]>() };
  readonly #times = new Map<Timed, number[]>();

  asked(refused: string | undefined): void {
    if (refused === undefined) this.#codes += 1;
    else if (refused === 'rate_limited') this.#refusedCodes += 1;
    else throw new Error(`A code was refused: ${refused}.`);
  }

  guessed({ value, refused }: Answer<{ confirmed: boolean }>, { subject, reader, isLive, isRight, at }: Guess): void {
    this.guesses += 1;
    if (refused && refused.code !== 'rate_limited') throw new Error(`A guess was refused: ${refused.code}.`);
    if (refused) return void (this.#held += 1);
    if (value!.confirmed) this.#successes += 1;
    else this.#answers.add(JSON.stringify(value));
    if (isRight) this.#lockedRight += 1;
    if (isRight && value!.confirmed) this.#lockedTaken += 1;
    if (!isLive) return;
    this.#live += 1;
    append(this.#liveAt.account, subject, at);
    append(this.#liveAt.reader, reader, at);
  }

  timed(kind: Timed, ms: number): void {
    append(this.#times, kind, ms);
  }

  *figures(auc: number): Iterable<Figure> {
    const count = (name: string, value: number, goal?: Figure['goal']): Figure => ({
      name,
      value,
      unit: '1',
      ...(goal && { goal }),
    });
    const most = (value: number) => ({ at: 'most', value }) as const;
    const [account, reader] = [mostInADay(this.#liveAt.account), mostInADay(this.#liveAt.reader)];
    yield count('guesses', this.guesses);
    yield count('guesses that the door held back', this.#held);
    yield count('codes that were made', this.#codes);
    yield count('codes that were refused', this.#refusedCodes);
    yield count('codes without a message, since their mailbox had enough', this.muted);
    yield count('guesses that could fit', this.#live);
    yield count('of them of one account in 24 hours', account, most(BOUNDS.account));
    yield count('of them at one mailbox in 24 hours', reader, most(BOUNDS.reader));
    yield count('probability that one account succeeds in a day', account / CODES, most(1e-4));
    yield count('probability that one mailbox falls in a day', reader / CODES, most(1e-4));
    yield count('guesses that fitted', this.#successes, most(chanceBound(this.#live / CODES)));
    yield count('right codes after the lock-out', this.#lockedRight);
    yield count('of them taken', this.#lockedTaken, most(0));
    yield count('different answers to guesses that do not fit', this.#answers.size, most(1));
    yield {
      name: 'digits in common, by the time of the answer',
      value: this.#area('near', 'far'),
      unit: 'AUC',
      goal: most(auc),
    };
    const locked = this.#area('right, locked', 'wrong, locked');
    yield {
      name: 'a right code after the lock-out, by the time of the answer',
      value: locked,
      unit: 'AUC',
      goal: most(auc),
    };
  }

  #area(one: Timed, other: Timed): number {
    return Number(areaUnderCurve(this.#times.get(one) ?? [], this.#times.get(other) ?? []).toFixed(3));
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The most times of one key in any 24 hours. Times come in their order. */
function mostInADay(map: ReadonlyMap<string, readonly number[]>): number {
  let most = 0;
  for (const times of map.values()) {
    let from = 0;
    for (const [at, time] of times.entries()) {
      while (times[from]! <= time - CODES_WINDOW_MS) from += 1;
      most = Math.max(most, at - from + 1);
    }
  }
  return most;
}

/** The number of successes that chance passes less than once in a million runs (Poisson), where `expected` are expected. */
function chanceBound(expected: number): number {
  let [term, left, count] = [Math.exp(-expected), 1 - Math.exp(-expected), 0];
  while (left > 1e-6) {
    count += 1;
    term *= expected / count;
    left -= term;
  }
  return count;
}
