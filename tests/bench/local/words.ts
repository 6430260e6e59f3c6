/**
 * Fixed sequences of texts and searches with the word frequencies of natural language: the r-th commonest word is 1/r
 * as frequent as the commonest (Zipf).
 */

/** A fixed sequence of numbers in [0, 1), so that both sides of a ratio do the same work (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const VOCABULARY = 20_000;
const WORDS_OF_A_TEXT = 30;
/** Words such as "the" and "of": nearly every text has them and nobody searches for them. */
const UNSEARCHED = 50;
const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
  'tu',
  'va',
  'we',
  'xi',
  'yo',
  'zu',
];

/** Three or four syllables. A word may be the beginning of a longer one, for the prefix search on the last term. */
export function word(rank: number): string {
  let rest = rank + SYLLABLES.length ** 2;
  let text = '';
  while (rest > 0) {
    text += SYLLABLES[rest % SYLLABLES.length]!;
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return text;
}

/** A rank from `least` on: the continuous form of Zipf's law with exponent 1. */
function rank(random: () => number, least: number): number {
  return Math.min(VOCABULARY, Math.floor((least + 1) * (VOCABULARY / (least + 1)) ** random())) - 1;
}

export function text(random: () => number): string {
  return Array.from({ length: WORDS_OF_A_TEXT }, () => word(rank(random, 0))).join(' ');
}

/** One to three words. */
export function searched(random: () => number): string {
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => word(rank(random, UNSEARCHED))).join(' ');
}
