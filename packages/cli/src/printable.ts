/** Text of others for a terminal: what could move the cursor, colour lines or reorder them is shown as its code. */

const LONGEST = 300;

/** Controls, direction controls (Unicode TR9), lone surrogates, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** One line of at most 300 characters. */
export function printable(text: string): string {
  const shown = text.slice(0, 2 * LONGEST).replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
