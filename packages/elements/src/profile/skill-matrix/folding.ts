/**
 * Folds words for comparison without regard to case, accents, width and points of reading. Unicode's normalization and
 * case mapping do most of it; they cover neither letters with strokes nor the accents of each script.
 */

/** Letters of their own, though Unicode composes them: the short, the barred and the soft ones of Cyrillic, and kana with their voicing. */
const WHOLE = /[^йїўѓќ\u3040-\u30ff]+/giu;

/**
 * Accents, points of Hebrew and Arabic, the stretching of Arabic, and invisible characters. Vowel signs of other
 * scripts are letters.
 */
const POINTS = /(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}\p{sc=Cyrl}\p{sc=Syrc}]|[\u0640\p{DI}]/gu;

/** Substitutes for letters that a keyboard lacks: pairs of the letter, in capitals, and its stand-in. */
const STAND_INS = new Map(
  'ĐD ÐD ƉD ŁL ØO ĦH ŦT ƗI ɃB ƁB ƊD ƘK ƳY ƵZ ǤG ÆAE ŒOE ÞTH ٱا ىي یي کك ةه'
    .split(' ')
    .map(([letter, ...typed]) => [letter, typed.join('')]),
);

export function folded(words: string): string {
  return (
    words
      .normalize('NFKC')
      .replace(WHOLE, (part) => part.normalize('NFKD').replace(POINTS, ''))
      // Down first, for the capital sharp s; then up, where sharp s is SS and the sigmas, and i with and without a dot, are one.
      .toLowerCase()
      .toUpperCase()
      .replace(/[^\p{ASCII}]/gu, (letter) => STAND_INS.get(letter) ?? letter)
  );
}
