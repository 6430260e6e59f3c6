/** Length of a text as readers see it: the measure of texts in the rules of strength. */

/** Format characters and default ignorable code points, but for the joiner, which makes one emoji of several. */
const UNSEEN = /(?!\u200d)[\p{Cf}\p{DI}]/gu;
/**
 * One character as readers see it: a flag, an emoji with its skin tone and those joined to it, or any other character that
 * `VISIBLE` counts. Written as a pattern, since `Intl.Segmenter` cuts differently in each version of Unicode's data: the
 * same text must have the same strength on a server and in a page.
 */
const SEEN =
  /\p{RI}\p{RI}|\p{ExtPict}\p{EMod}?(?:\u200d\p{ExtPict}\p{EMod}?)*|[^\p{M}\s\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800\u{1d159}]/gu;

/** `text` without characters that change nothing that a reader sees, in its composed form. */
export function seen(text: string): string {
  return text.replace(UNSEEN, '').normalize('NFC');
}

/**
 * The number of characters in `text` that readers see, about its grapheme clusters (Unicode TR29) without white space. At
 * most `most`. Zero for anything but text.
 */
export function visibleLength(text: unknown, most = Infinity): number {
  if (typeof text !== 'string') return 0;
  let length = 0;
  // Composed: a letter and its accent, or the parts of a Hangul syllable, are one character.
  for (const _ of seen(text).matchAll(SEEN)) {
    length += 1;
    if (length >= most) break;
  }
  return length;
}

/** True for text with a character that readers see. */
export function isVisible(text: unknown): boolean {
  return visibleLength(text, 1) > 0;
}
