/**
 * Text, links and dates that people enter. Text that could deceive a reader or break a page is refused: control
 * characters, lone surrogates, characters that reorder the text around them, and link schemes that run code.
 */
import * as z from 'zod';
import { fault } from './field-code.ts';
import { DECEIVING, VISIBLE } from './rules/characters.ts';
import { lengthOf } from './rules/length.ts';
import { HANDLE, HANDLE_FORM } from './rules/names.ts';

/** The part of the platform's URL that this package needs. It is the same in browsers, Node and Convex. */
declare const URL: {
  new (value: string): { protocol: string; hostname: string; origin: string; username: string; password: string };
  canParse(value: string): boolean;
};

/** Controls that end a line or separate words: CR LF, CR, vertical tab, form feed, NEL; file to unit separator. */
const BREAKS = /\r\n|[\r\u000b\u000c\u0085]/g;
const SEPARATORS = /[\u001c-\u001f]/g;
/** Most marks above or below one letter. No orthography needs more: pointed Hebrew has up to five. */
const MAX_MARKS = 5;
/** Marks that take no room of their own. Subjoined Tibetan letters are letters and do not count. */
const MARK = /(?![\u0f90-\u0fbc])[\p{Mn}\p{Me}]/u;
/** Joiners and spacing marks do not move the mark after them to another letter. */
const MARKED = /[\p{M}\p{Cf}]{6,}/gu;

/** True if `value` has no character that every text refuses. */
export function isCleanText(value: string): boolean {
  return value.search(DECEIVING) < 0;
}

/** True if nobody would see `value`. Marks without a letter count as seen: renderers draw them on a dotted circle. */
export function isInvisible(value: string): boolean {
  return !VISIBLE.test(value.replace(DECEIVING, '')) && !/(?!\p{DI})\p{M}/u.test(value);
}

/** `value` with at most five marks on a letter: more marks paint over the lines around. */
export function withoutPiles(value: string): string {
  return value.replace(MARKED, (run) => {
    let marks = 0;
    return [...run].filter((sign) => !MARK.test(sign) || (marks += 1) <= MAX_MARKS).join('');
  });
}

/**
 * `value` without the characters that are refused, for importers that keep the rest. Controls between lines become
 * newlines, and controls between words become spaces, so that no words join.
 */
export function cleanText(value: string): string {
  return value.replace(BREAKS, '\n').replace(SEPARATORS, ' ').replace(DECEIVING, '').replaceAll('\ufffd', '').trim();
}

/**
 * The longest beginning of `value` that has at most `max` code points and ends between grapheme clusters (Unicode
 * TR29: a character as readers see it, such as an emoji of several people). Empty if the first cluster is longer.
 */
export function cutText(value: string, max: number): string {
  if (value.length <= max || lengthOf(value) <= max) return value;
  const end = [...value].slice(0, max).join('').length;
  const crossing = new Intl.Segmenter('en').segment(value).containing(end);
  return value.slice(0, crossing?.index).trimEnd();
}

function text(max: number) {
  return (
    z
      .string('must be text')
      .max(max, `must have at most ${max} characters`)
      .refine(isCleanText, fault('must not contain control, text-direction or broken characters', 'unsafe_text'))
      // Without `abort` on texts that are too long: with it, zod leaves out the faults of other fields.
      .refine(
        (value) => lengthOf(value) > max || withoutPiles(value) === value,
        fault(`must not have more than ${MAX_MARKS} marks on one letter`, 'unsafe_text'),
      )
  );
}

/** One line of 1 to `max` code points, at least one of them visible. */
export function line(max: number) {
  return text(max)
    .refine((value) => !isInvisible(value), fault('must not be empty', 'empty'))
    .refine((value) => !/[\n\t\u2028\u2029]/.test(value), fault('must be one line', 'unsafe_text'));
}

/** Text of one or more lines and 1 to `max` code points, at least one of them visible. */
export function prose(max: number) {
  return text(max).refine((value) => !isInvisible(value), fault('must not be empty', 'empty'));
}

/** Letters, digits and marks of any script, and the signs of RFC 5322's `atext`, in parts between single dots. */
const LOCAL_PART = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{M}][\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]$/u;

/**
 * True for an e-mail address, international ones (RFC 6531) included. The part before the @ may have 64 UTF-8 bytes, the
 * whole 254 (RFC 5321, section 4.5.3.1). Quoted local parts and addresses in brackets are refused.
 */
export function isEmail(value: string): boolean {
  if (value.length > 254) return false;
  const at = value.lastIndexOf('@');
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)];
  return (
    at > 0 &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain) &&
    isCleanText(value) &&
    byteLength(local) <= 64 &&
    byteLength(value) <= 254
  );
}

/** In UTF-8. */
function byteLength(value: string): number {
  return encodeURIComponent(value).replace(/%../g, '-').length;
}

/** True for the target of a link: an absolute http or https address without credentials. */
export function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return !url.username && !url.password && (url.protocol === 'https:' || url.protocol === 'http:');
}

/** The host name in an address that `isSafeUrl` accepts. */
export function hostOf(url: string): string {
  return new URL(url).hostname;
}

/** True for an address that a page may load from: absolute https, or http on this machine for development. */
export function isSecureUrl(value: string): boolean {
  if (!isSafeUrl(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/** True for a page's origin as browsers send it in `Origin`: scheme, host and port of a secure address, and no path. */
export function isOrigin(value: string): boolean {
  return isSecureUrl(value) && new URL(value).origin === value;
}

/** An absolute http or https link of at most 2,048 characters. */
export const link = text(2048).refine(isSafeUrl, fault('must be an http:// or https:// address', 'invalid_format'));

/** An absolute https address of at most 2,048 characters, from which a page loads something. */
export const resourceUrl = text(2048).refine(isSecureUrl, fault('must be an https:// address', 'invalid_format'));

/** An e-mail address, also an international one (RFC 6531); at most 254 bytes of UTF-8. */
export const email = z
  .string('must be text')
  .max(254, 'must have at most 254 characters')
  .refine(isEmail, fault('must be an e-mail address', 'invalid_format'));

/** A language tag (BCP 47) of at most 35 characters in its canonical form: `pt-BR`, neither `pt-br` nor `iw`. */
export const languageTag = z
  .string('must be text')
  .max(35, 'must have at most 35 characters')
  .refine(isLanguageTag, fault('must be a language tag in its canonical form, such as en or pt-BR', 'invalid_format'));

export function isLanguageTag(value: string): boolean {
  return canonicalTag(value) === value;
}

/** The canonical form of a language tag; undefined for other text, and for `und`, which names no language. */
export function canonicalTag(value: string): string | undefined {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value)) return undefined;
  try {
    const tag = Intl.getCanonicalLocales(value)[0];
    return /^und\b/.test(tag ?? 'und') ? undefined : tag;
  } catch {
    return undefined;
  }
}

/** A zone of the IANA time zone database by its name, such as `Europe/Vienna`, or `UTC`. */
export const timeZone = z
  .string('must be text')
  .max(64, 'must have at most 64 characters')
  .refine(isTimeZone, fault('must be a time zone of the IANA database, such as Europe/Vienna', 'not_an_option'));

/** True for a zone that the runtime knows. Abbreviations and offsets are refused: they do not follow summer time. */
export function isTimeZone(value: string): boolean {
  if (!/^(?:UTC|[A-Z]\w+(?:\/[A-Z][\w+-]*){1,2})$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A date as precise as people know it: `2024`, `2024-05` or `2024-05-17`. */
export const partialDate = z
  .string('must be a date')
  .refine(isPartialDate, fault('must be a date: YYYY, YYYY-MM or YYYY-MM-DD', 'invalid_format'));

export function isPartialDate(value: string): boolean {
  const match = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= last));
}

/** The id of an item in a list. */
export const itemIdSchema = z
  .string('must be text')
  .regex(/^[A-Za-z0-9_-]{1,40}$/, 'must have 1 to 40 characters: letters, digits, - and _');

/** A profile's public name: 2 to 40 of a-z, 0-9 and inner hyphens. */
export const handleSchema = z.string('must be text').regex(HANDLE, `must have ${HANDLE_FORM}`);

/** Names one request, so that a retry has one effect: 8 to 100 of A-Z, a-z, 0-9, `-` and `_`. */
export const idempotencyKeySchema = z
  .string('must be text')
  .regex(/^[A-Za-z0-9_-]{8,100}$/, 'must have 8 to 100 characters: letters, digits, - and _');
