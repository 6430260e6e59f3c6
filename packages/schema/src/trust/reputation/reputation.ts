/**
 * The reputation index: for each person the voices of others, each weighted by the trust in the one who speaks and by its age.
 *
 *     says(i, j, k) = trust(i) · voice(i, j, k) · 2^(-age / HALF_LIFE_MS)
 *     sum(j)        = praise - min(complaints, MOST_LOST · praise), the sums of says above 0 and below
 *     index(j)      = 100 · sum / (sum + HALF_VOICES)
 *
 * One person has one voice of a kind for another: the mean of what they did. The band around an index is that of a sum of
 * independent voices, of two standard deviations. Only acts that an audience may see may be given: an index tells of nothing else.
 */
import { type Act, type ActKind, actKinds, decayAt, isTie, voiceOf } from './acts.ts';
import { checkAct, checkPerson, checkSize, checkTime } from './input.ts';
import { Ties } from './ties.ts';
import { TrustWalk } from './trust-walk.ts';

/** Full voices that lead half the way up. */
export const HALF_VOICES = 8;

/**
 * The part of praise that complaints can take away. Ties that lead to made-up accounts can be bought one by one, and each such
 * account can complain: without a bound a rival's place would be for sale. Reviews themselves tell more of complaints.
 */
export const MOST_LOST = 0.07;

/** Voices below this number say little: more of them would help. */
export const FEW_VOICES = 5;

export interface ReputationPart {
  readonly kind: ActKind;
  /** The sum of the voices of the kind, in full voices. */
  readonly sum: number;
  /** People who spoke, and how much of a full voice all of them together are. */
  readonly people: number;
  readonly weight: number;
}

export interface Reputation {
  /** 0 to 100. */
  readonly index: number;
  /** Where the index may well lie, given how few spoke: 0 to 100. */
  readonly low: number;
  readonly high: number;
  readonly parts: readonly ReputationPart[];
  /** Ways to make the index higher or surer. */
  readonly wouldHelp: readonly Help[];
}

/** More people who speak; people who speak and are verified or tied to such; news, since what there is has aged; an own verification. */
export const helps = ['moreVoices', 'trustedVoices', 'recentVoices', 'verification'] as const;
export type Help = (typeof helps)[number];

/** The acts of one person for another, by kind: their number, the sums of their voices and of their times, and the part of a voice that its age leaves. */
interface Voice {
  readonly from: number;
  readonly kind: ActKind;
  count: number;
  voices: number;
  times: number;
  aged: number;
}

export class ReputationIndex {
  readonly #now: number;
  readonly #verified: ReadonlySet<number>;
  readonly #ties: Ties;
  readonly #walk: TrustWalk;
  /** By person: the voices for them, and those of them. */
  readonly #heard: Map<number, Voice>[];
  readonly #spoken: Set<number>[];

  /**
   * `people` is their number, `verified` those of them whose identity was checked, and `now` the time for which voices are aged:
   * as all age alike, an order of people stays as it is while time goes on. Throws `ReputationInputError`, as `add` and `remove` do.
   */
  constructor(
    people: number,
    { verified, acts, now }: { verified: readonly number[]; acts: readonly Act[]; now: number },
  ) {
    checkSize(people, acts.length);
    checkTime(now);
    for (const person of verified) checkPerson(person, people);
    for (const act of acts) checkAct(act, people);
    [this.#now, this.#verified] = [now, new Set(verified)];
    this.#ties = new Ties(people);
    this.#heard = Array.from({ length: people }, () => new Map<number, Voice>());
    this.#spoken = Array.from({ length: people }, () => new Set<number>());
    for (const act of acts) {
      this.#note(act, 1);
      if (isTie(act)) this.#ties.hold(act.from, act.to);
    }
    this.#walk = new TrustWalk(this.#ties, verified);
  }

  /** Takes one more act into account. Returns the people whose index it changes: the one whom it is about, and those of whom people speak in whom it changes trust. */
  add(act: Act): ReadonlySet<number> {
    checkAct(act, this.#ties.people);
    this.#note(act, 1);
    return this.#changed(act, () => this.#ties.hold(act.from, act.to));
  }

  /** Takes an act out that was added. Returns the same as `add`. */
  remove(act: Act): ReadonlySet<number> {
    checkAct(act, this.#ties.people);
    this.#note(act, -1);
    return this.#changed(act, () => this.#ties.release(act.from, act.to));
  }

  /** The sum of the voices for a person, in full voices: 0 or more. */
  sumOf(person: number): number {
    let [praise, complaints] = [0, 0];
    for (const { from, count, voices, aged } of this.#heard[person]!.values()) {
      const says = (this.#walk.trustIn(from) * aged * voices) / count;
      if (says > 0) praise += says;
      else complaints -= says;
    }
    return praise - Math.min(complaints, MOST_LOST * praise);
  }

  trustIn(person: number): number {
    return this.#walk.trustIn(person);
  }

  reputationOf(person: number): Reputation {
    const voices = [...this.#heard[person]!.values()].map((voice) => ({ ...voice, ...this.#weighed(voice) }));
    const parts = actKinds.map((kind): ReputationPart => {
      const own = voices.filter((voice) => voice.kind === kind);
      return { kind, sum: total(own, 'says'), people: own.length, weight: total(own, 'weight') };
    });
    const sum = this.sumOf(person);
    // Of independent voices, with one more that could say anything: two standard deviations.
    const spread = 2 * Math.sqrt(1 + voices.reduce((squares, { says }) => squares + says * says, 0));
    const [low, high] = [sum - spread, sum + spread].map(indexOf) as [number, number];
    return { index: indexOf(sum), low, high, parts, wouldHelp: this.#help(person, voices) };
  }

  #help(person: number, voices: readonly { trust: number; aged: number; weight: number }[]): Help[] {
    const few = total(voices, 'weight') < FEW_VOICES;
    const many = voices.length >= FEW_VOICES;
    const found: Record<Help, boolean> = {
      moreVoices: few && !many,
      trustedVoices: few && many && total(voices, 'trust') < FEW_VOICES,
      recentVoices: few && many && total(voices, 'aged') < FEW_VOICES,
      verification: !this.#verified.has(person),
    };
    return helps.filter((help) => found[help]);
  }

  /** Notes an act, or takes it out. */
  #note({ from, to, kind, at, ...act }: Act, sign: 1 | -1): void {
    if (from === to) return;
    const key = from * actKinds.length + actKinds.indexOf(kind);
    const heard = this.#heard[to]!;
    const voice = heard.get(key) ?? { from, kind, count: 0, voices: 0, times: 0, aged: 0 };
    voice.count += sign;
    voice.voices += sign * voiceOf({ kind, ...act });
    voice.times += sign * at;
    voice.aged = decayAt(voice.times / voice.count, this.#now);
    if (voice.count > 0) heard.set(key, voice);
    else heard.delete(key);
    this.#spoken[from]!.add(to);
  }

  #changed(act: Act, change: () => void): ReadonlySet<number> {
    const moved = isTie(act) ? this.#walk.follow(act.from, act.to, change) : [];
    const about = new Set([act.to]);
    for (const person of moved) for (const heard of this.#spoken[person]!) about.add(heard);
    return about;
  }

  #weighed({ from, count, voices, aged }: Voice): { trust: number; weight: number; says: number } {
    const trust = this.#walk.trustIn(from);
    return { trust, weight: trust * aged, says: (trust * aged * voices) / count };
  }
}

function total<K extends string>(parts: readonly Readonly<Record<K, number>>[], name: K): number {
  return parts.reduce((sum, part) => sum + part[name], 0);
}

function indexOf(sum: number): number {
  const voices = Math.max(0, sum);
  return (100 * voices) / (voices + HALF_VOICES);
}
