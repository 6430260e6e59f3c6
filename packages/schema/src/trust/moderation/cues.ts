/**
 * Cues: rules that find what a moderator should look at. Each gives its evidence in numbers, and none decides anything. Inputs
 * are plain data, and names in them are surrogates.
 */
import { hours } from '../../contract/retention.ts';

export interface Cue {
  readonly kind: 'copied' | 'burst' | 'reciprocity' | 'history';
  /** Numbers and names of places that the rule saw, for a moderator: no content. */
  readonly evidence: Readonly<Record<string, string | number>>;
}

/** Words of a shingle. Five words in a row are seldom the same by chance. */
const SHINGLE = 5;
/** Shortest text that is compared, in shingles. */
const MIN_SHINGLES = 8;
/** Share of common shingles (Jaccard index) from which a text counts as copied. */
export const COPIED_FROM = 0.6;

/**
 * The likeness of two texts, 0 to 1: the Jaccard index of their shingles of five words (Broder, On the resemblance and
 * containment of documents, 1997). Case, marks and signs between words do not count. 0 for texts that are too short.
 */
export function likeness(one: string, other: string): number {
  const [first, second] = [shinglesOf(one), shinglesOf(other)];
  if (Math.min(first.size, second.size) < MIN_SHINGLES) return 0;
  let common = 0;
  for (const shingle of first) if (second.has(shingle)) common += 1;
  return common / (first.size + second.size - common);
}

function shinglesOf(text: string): Set<string> {
  const words = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []; // prettier-ignore
  const found = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) found.add(words.slice(at, at + SHINGLE).join(' '));
  return found;
}

/** The text of another person that is most like this one, if it counts as copied. */
export function copiedCue(text: string, others: readonly { readonly of: string; readonly text: string }[]): Cue | null {
  const [closest] = others
    .map(({ of, text: compared }) => ({ of, like: likeness(text, compared) }))
    .sort((one, other) => other.like - one.like);
  if (!closest || closest.like < COPIED_FROM) return null;
  return { kind: 'copied', evidence: { of: closest.of, percent: Math.round(closest.like * 100) } };
}

/** Acts within `BURST_MS` that count as a burst. */
export const BURST = 10;
export const BURST_MS = hours(1);

/** The densest hour of acts, such as endorsements, if it is a burst. Times are Unix milliseconds, in any order. */
export function burstCue(times: readonly number[]): Cue | null {
  const sorted = [...times].sort((one, other) => one - other);
  let [from, most, at] = [0, 0, 0];
  sorted.forEach((time, index) => {
    while (time - sorted[from]! >= BURST_MS) from += 1;
    if (index - from + 1 > most) [most, at] = [index - from + 1, sorted[from]!];
  });
  return most >= BURST ? { kind: 'burst', evidence: { acts: most, from: at } } : null;
}

/** Acts of a person that go back and forth with one other, and their share of all that the person gave, from which it counts. */
const MUTUAL = 3;
const MUTUAL_SHARE = 0.8;

/** Whether what a person gave went almost wholly to those who gave it back. */
export function reciprocityCue(
  person: string,
  acts: readonly { readonly by: string; readonly to: string }[],
): Cue | null {
  const given = new Set(acts.filter(({ by, to }) => by === person && to !== person).map(({ to }) => to));
  const got = new Set(acts.filter(({ to }) => to === person).map(({ by }) => by));
  const mutual = [...given].filter((other) => got.has(other)).length;
  if (mutual < MUTUAL || mutual / given.size < MUTUAL_SHARE) return null;
  return { kind: 'reciprocity', evidence: { mutual, given: given.size } };
}

/** Time between two events of an account's life, with their days as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
interface Span {
  readonly place: string;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** Full-time entries at one time from which a history is improbable. */
const MOST_AT_ONCE = 4;

/** A history with an entry that ends before it starts or starts after `today`, or with many entries at once. */
export function historyCue(spans: readonly Span[], today: string): Cue | null {
  for (const { place, start, end } of spans) {
    if (start !== undefined && end !== undefined && isBefore(end, start))
      return { kind: 'history', evidence: { place, fault: 'ends before it starts' } };
    if (start !== undefined && isBefore(today, start))
      return { kind: 'history', evidence: { place, fault: 'starts in the future' } };
  }
  const known = spans.filter(({ start }) => start !== undefined);
  for (const { place, start } of known) {
    const atOnce = known.filter(
      (each) => !isBefore(start!, each.start!) && !isBefore(each.end ?? today, start!),
    ).length;
    if (atOnce >= MOST_AT_ONCE) return { kind: 'history', evidence: { place, fault: 'many at once', atOnce } };
  }
  return null;
}

/** Whether a day is before another as far as both are known: `2020` is not before `2020-05`. */
function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}
