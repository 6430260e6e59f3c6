/**
 * Reading data that anybody may have written: values of any shape become text, lists and addresses that are safe to
 * show. What cannot be shown becomes nothing; nothing here throws.
 */

/** Lone surrogates, controls other than tab and newline, and characters that reorder the text around them (Unicode TR9). */
const DECEIVING = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\t\n])\p{Cc}/gu;

export function text(value: unknown): string {
  return typeof value === 'string' ? value.replace(DECEIVING, '').trim() : '';
}

/** What a list holds; fields of what is no object read as undefined. */
export function items<T extends object>(value: readonly T[] | undefined): T[] {
  return Array.isArray(value) ? value.filter(Boolean) : [];
}

/** `value` as an http or https address without credentials; absolute, unless there is a `base` to resolve it with. */
export function webUrl(value: unknown, base?: string): string | undefined {
  try {
    const { href, username, password } = new URL(value as string, base);
    return /^https?:/.test(href) && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
}
