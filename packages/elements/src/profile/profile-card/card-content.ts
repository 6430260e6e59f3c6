/** What the card says, from a view that may hold anything: plain words and safe addresses, in the reader's language. */
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../../localization/localize.ts';
import { text } from '../untrusted.ts';

/** Must equal the number of tints in the styles. */
const TINTS = 8;

/** First letters of the first and last word; only the first in scripts without capitals, which do not abbreviate so. */
export function initials(name: string): string {
  const [first = '?', ...others] = name.match(/(?<=^|\s)\p{L}\p{M}*/gu) ?? [];
  return (/\p{Lo}/u.test(first) ? first : first + others.slice(-1)).toUpperCase();
}

/** 0 to 7: which tint stands behind the initials of `name`. */
export function tint(name: string): number {
  return [...name].reduce((hash, character) => (hash * 31 + character.codePointAt(0)!) % 65_521, 0) % TINTS;
}

/** Pronouns, place and availability, each a few words. */
export function metaWords({ identity, availability }: ProfileView, localize: Localize): string[] {
  const { city, region, countryCode } = identity?.location ?? {};
  const { status, remote } = availability ?? {};
  return [
    text(identity?.pronouns),
    [
      text(city) || text(region),
      /^[A-Z]{2}$/.test(countryCode!) && localize.format(Intl.DisplayNames, { type: 'region' }).of(countryCode!),
    ].filter(Boolean).join(localize.table.comma),
    /^(open|limited|closed)$/.test(status!) && localize.table[status!],
    remote === true && localize.table.remote,
  ].filter((words): words is string => !!words);
}
