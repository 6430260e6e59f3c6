/**
 * Somebody who guesses at codes all day long by the public functions, with as many codes as there are to be had. The outbox of the
 * deployment tells the soak, and not the guesser, which code is right: so it knows which guesses could fit, and can enter the right
 * code when it must not count any more.
 */
import { CODE_ATTEMPTS, CODE_MS } from '@gigsy/schema';
import type { Chance } from '../../local/pairs/chance.ts';
import type { Answer, Clients } from '../clocked/clients.ts';
import type { Tally } from './tally.ts';

/** The door lets so many guesses of an account through at once, and refills in the hour between two rounds. */
export const GUESSES_A_ROUND = 25;

type Confirmed = Answer<{ confirmed: boolean }>;

export interface Guesser {
  subject: string;
  /** In its stored form. */
  mailbox: string;
  reader: string;
  /** Guesses by chance. Others enter wrong codes alone, which share many digits with the right one or none. */
  isBlind: boolean;
}

export class Round {
  readonly #clients: Clients;
  readonly #chance: Chance;
  readonly #tally: Tally;
  readonly #now: () => number;
  #keys = 0;

  constructor(clients: Clients, chance: Chance, tally: Tally, now: () => number) {
    this.#clients = clients;
    this.#chance = chance;
    this.#tally = tally;
    this.#now = now;
  }

  /** An hour's guesses of one account. */
  async pass(guesser: Guesser): Promise<void> {
    const code = await this.#asked(guesser);
    const until = this.#now() + CODE_MS;
    for (let n = 0; n < GUESSES_A_ROUND; n += 1) {
      const isLive = code !== undefined && n < CODE_ATTEMPTS && this.#now() < until;
      await this.#guess(guesser, code, { isLive, n });
    }
  }

  /** Asks for a code. Gives the one that was sent; undefined where none was. */
  async #asked({ subject, mailbox }: Guesser): Promise<string | undefined> {
    const given = { method: 'email', subject: mailbox, idempotencyKey: this.#key(subject) };
    const { refused } = await this.#clients.mutation('trust/verifications:start', given, subject);
    this.#tally.asked(refused?.code);
    if (refused) return undefined;
    const { value = [] } = await this.#clients.query<{ code: string }[]>('trust/verifications:outbox', {}, subject);
    if (value.length === 0) this.#tally.muted += 1;
    return value[0]?.code;
  }

  async #guess(
    guesser: Guesser,
    right: string | undefined,
    { isLive, n }: { isLive: boolean; n: number },
  ): Promise<void> {
    const { subject, isBlind, reader } = guesser;
    // The right code comes once it is locked, by turns with wrong ones.
    const isRight = right !== undefined && !isLive && n % 2 === 1;
    const isNear = n % 2 === 0;
    const code = isRight ? right : isBlind || right === undefined ? this.#random() : wrong(right, isNear);
    const given = { method: 'email', code, idempotencyKey: this.#key(subject) };
    const before = performance.now();
    const answer: Confirmed = await this.#clients.mutation('trust/verifications:confirm', given, subject);
    const ms = performance.now() - before;
    this.#tally.guessed(answer, { subject, reader, isLive, isRight, at: this.#now() });
    if (answer.refused || right === undefined) return;
    if (isLive && !isBlind) this.#tally.timed(isNear ? 'near' : 'far', ms);
    else if (!isLive) this.#tally.timed(isRight ? 'right, locked' : 'wrong, locked', ms);
  }

  #random(): string {
    return String(this.#chance.below(1_000_000)).padStart(6, '0');
  }

  #key(subject: string): string {
    this.#keys += 1;
    return `${subject}-${this.#keys}`;
  }
}

/** Another code: of the last digit alone, or of all digits. */
function wrong(right: string, isNear: boolean): string {
  const moved = (digit: string) => String((Number(digit) + 5) % 10);
  return isNear ? right.slice(0, -1) + moved(right.at(-1)!) : [...right].map(moved).join('');
}
