/** A person's identity, from a view that may hold anything: words about them and their picture, in the reader's language. */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../localization/localize.ts';
import { isolated, text, webUrl } from './untrusted.ts';

/** Must equal the number of tints in the styles. */
const TINTS = 8;

/** First letters of the first and last word; only the first in scripts without capitals, which do not abbreviate so. */
function initials(name: string): string {
  const [first = '?', ...others] = name.match(/(?<=^|\s)\p{L}\p{M}*/gu) ?? [];
  return (/\p{Lo}/u.test(first) ? first : first + others.slice(-1)).toUpperCase();
}

/** 0 to 7: which tint stands behind the initials of `name`. */
function tint(name: string): number {
  return [...name].reduce((hash, character) => (hash * 31 + character.codePointAt(0)!) % TINTS, 0);
}

/** What there is of `words`, on one line. */
export function apart(words: (string | false | undefined)[], between = ' · '): string {
  return words.filter(Boolean).join(between);
}

/** More letters than this of a place may take the line that says whether somebody is available. */
const LONG_PLACE = 50;

/** Place, availability and pronouns; a long place comes after availability, which a card then never cuts. */
export function metaWords({ identity, availability }: ProfileView, localize: Localize): string {
  const { city, region, countryCode } = identity?.location ?? {};
  const country = text(countryCode);
  const status = text(availability?.status);
  const place = apart(
    [
      isolated(text(city) || text(region), localize),
      /^[A-Z]{2}$/.test(country) && localize.format(Intl.DisplayNames, { type: 'region' }).of(country),
    ],
    localize.table.comma,
  );
  return apart([
    place.length <= LONG_PLACE && place,
    /^(open|limited|closed)$/.test(status) && localize.table[status as 'open'],
    availability?.remote === true && localize.table.remote,
    place.length > LONG_PLACE && place,
    isolated(text(identity?.pronouns), localize),
  ]);
}

/** The photo on the initials of `name`: it covers them when it has loaded; until then, and when it fails, they show. */
export function renderAvatar(name: string, url: unknown): TemplateResult {
  const safe = webUrl(url);
  const note = ({ type, target }: Event) => (target as Element).classList.toggle('seen', type === 'load');
  return html`<div part="avatar" class="avatar t${tint(name)}" aria-hidden="true">
    <span part="initials">${initials(name)}</span>
    ${safe && html`<img part="image" src=${safe} alt="" referrerpolicy="no-referrer" @load=${note} @error=${note}>`}
  </div>`;
}

/** The avatar's transparent border becomes visible in forced colours, where fills vanish. */
export const identityStyles: CSSResult = css`
  .avatar {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    overflow: hidden;
    border: 1px solid transparent;
    --_tint: oklch(.6 .13 var(--_hue));
    background: color-mix(in oklab, var(--_tint) 22%, var(--_surface));
    color: color-mix(in oklab, var(--_tint) 35%, var(--_text));
    font-weight: 550;
  }
  .t0 { --_hue: 20 }
  .t1 { --_hue: 65 }
  .t2 { --_hue: 110 }
  .t3 { --_hue: 155 }
  .t4 { --_hue: 200 }
  .t5 { --_hue: 245 }
  .t6 { --_hue: 290 }
  .t7 { --_hue: 335 }
  img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    opacity: 0;
  }
  .seen { opacity: 1; background: var(--_surface) }
`;
