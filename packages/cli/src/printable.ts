/**
 * Foreign text for a terminal: characters that could move the cursor, colour lines or reorder them are shown as codes.
 */
import { DECEIVING } from '@gigsy/schema/rules';

const LONGEST = 300;

/** Characters that deceive, tab and newline, direction marks, line and paragraph separators. */
const UNPRINTABLE = new RegExp(`${DECEIVING.source}|[\\t\\n\\u200e\\u200f\\u2028\\u2029]`, 'gu');

/** One line of at most 300 UTF-16 code units and an ellipsis, cut between grapheme clusters and never within a code. */
export function printable(text: string): string {
  let shown = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text.slice(0, 2 * LONGEST))) {
    const next = segment.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
    if (shown.length + next.length > LONGEST) return `${shown}…`;
    shown += next;
  }
  return shown;
}
