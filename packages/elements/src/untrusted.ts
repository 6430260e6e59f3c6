/**
 * Reading data that anybody may have written: values of any shape become text, lists and addresses that are safe to
 * show. Values that cannot be shown become empty; nothing here throws.
 */
import { DECEIVING, VISIBLE } from '@gigsy/schema/rules';

/** Text that needs no look at each letter, as most names and skills. */
const PLAIN = /^[!-~]([ -~]*[!-~])?$/;

/** Empty for values that are not text, and for invisible text. */
export function text(value: unknown): string {
  if (typeof value !== 'string') return '';
  if (PLAIN.test(value)) return value;
  const words = value.replace(DECEIVING, '').trim();
  return VISIBLE.test(words) ? words : '';
}

/**
 * Letters written from right to left, the mark that acts as one, and the first halves of surrogate pairs of such
 * letters.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufefc\ud802\ud803\ud83a\ud83b]/;

/**
 * `words` from `text` for a line of direction `dir`, isolated (Unicode TR9) where they may run the other way. A `bdi` for each
 * would cost a list of cards a tenth of its time.
 */
export function isolated(words: string, { dir }: { dir: string }): string {
  return words && (dir === 'rtl' || RIGHT_TO_LEFT.test(words)) ? `\u2068${words}\u2069` : words;
}

/** More than any profile has: a list that a program made may be longer than a reader waits. */
const MOST_ITEMS = 10_000;

/** The items of a list; fields of items that are not objects read as undefined. */
export function items<T extends object>(value: readonly T[] | undefined): T[] {
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS).filter(Boolean) : [];
}

/** The texts that a list holds and that can be seen. */
export function texts(values: unknown): string[] {
  return items(values as object[])
    .map(text)
    .filter(Boolean);
}

/** `value` as an http or https address without credentials; absolute, unless there is a `base` to resolve it with. */
export function webUrl(value: unknown, base?: string): string | undefined {
  if (!value) return undefined;
  try {
    const { href, username, password } = new URL(value as string, base);
    return /^https?:/.test(href) && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
}
