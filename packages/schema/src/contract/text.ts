/**
 * Text, links and dates as people give them. What could deceive a reader or break a page is refused at the door:
 * control characters, lone surrogates, characters that reorder the text around them, and link schemes that run code.
 */
import * as z from 'zod';

/** The part of the platform's URL this package needs; it is the same in browsers, Node and Convex. */
declare const URL: {
  new (value: string): { protocol: string; hostname: string; origin: string; username: string; password: string };
  canParse(value: string): boolean;
};

/** C0 and C1 controls except tab and newline. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
/** Bidi embeddings, overrides and isolates (Unicode TR9): they reorder text outside their own field. */
export const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

/** True if `value` has none of the characters that are refused in every text. */
export function isCleanText(value: string): boolean {
  return value.isWellFormed() && !CONTROLS.test(value) && !BIDI_CONTROLS.test(value);
}

/** `value` without the characters that are refused, for importers that keep the rest of what a person wrote. */
export function cleanText(value: string): string {
  return value.toWellFormed()
    .replace(new RegExp(CONTROLS.source, 'g'), '')
    .replace(new RegExp(BIDI_CONTROLS.source, 'g'), '')
    .replace(/\ufffd/g, '')
    .trim();
}

function text(max: number) {
  return z.string('must be text')
    .max(max, `must have at most ${max} characters`)
    .refine(isCleanText, 'must not contain control, text-direction or broken characters');
}

/** One line, 1 to `max` UTF-16 units, not blank. */
export function line(max: number) {
  return text(max)
    .refine((value) => value.trim().length > 0, 'must not be empty')
    .refine((value) => !/[\n\t]/.test(value), 'must be one line');
}

/** Several lines, 1 to `max` UTF-16 units, not blank. */
export function prose(max: number) {
  return text(max).refine((value) => value.trim().length > 0, 'must not be empty');
}

/** True for an absolute http or https address without credentials: what a link may lead to. */
export function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return !url.username && !url.password && (url.protocol === 'https:' || url.protocol === 'http:');
}

/** The host name in an address that `isSafeUrl` accepts. */
export function hostOf(url: string): string {
  return new URL(url).hostname;
}

/** True for an absolute https address, or http on this machine for development: what a page may load. */
export function isSecureUrl(value: string): boolean {
  if (!isSafeUrl(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/** True for a page's origin as browsers write it in `Origin`: scheme, host and port of a secure address, nothing after. */
export function isOrigin(value: string): boolean {
  return isSecureUrl(value) && new URL(value).origin === value;
}

/** An absolute http or https link of at most 2,048 characters. */
export const link = text(2048).refine(isSafeUrl, 'must be an http:// or https:// address');

/** An absolute https address that is loaded from, of at most 2,048 characters. */
export const resourceUrl = text(2048).refine(isSecureUrl, 'must be an https:// address');

/** A date as people know it: `2024`, `2024-05` or `2024-05-17`. */
export const partialDate = z.string('must be a date').refine(isPartialDate, 'must be a date: YYYY, YYYY-MM or YYYY-MM-DD');

export function isPartialDate(value: string): boolean {
  const match = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= last));
}

/** A profile's public name: 2 to 40 of a-z, 0-9 and inner hyphens. */
export const handleSchema = z.string('must be text')
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/, 'must have 2 to 40 characters: a-z, 0-9 and inner hyphens');

/** Names one request, so that a retry has one effect: 8 to 100 of A-Z, a-z, 0-9, `-` and `_`. */
export const idempotencyKeySchema = z.string('must be text')
  .regex(/^[A-Za-z0-9_-]{8,100}$/, 'must have 8 to 100 characters: letters, digits, - and _');
