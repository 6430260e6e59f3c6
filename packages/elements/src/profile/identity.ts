/** A person's identity, from a view that may hold anything: words about them and their picture, in the reader's language. */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../localization/localize.ts';
import { isolated, text, webUrl } from '../untrusted.ts';

/** Must equal the number of tints in the styles. */
const TINTS = 8;

/** First letters of the first and last word; only the first in scripts without capitals, which do not abbreviate so. */
function initials(name: string): string {
  const [first = name && '?', ...others] = name.match(/(?<=^|\s)\p{L}\p{M}*/gu) ?? [];
  return (/\p{Lo}/u.test(first) ? first : first + others.slice(-1)).toUpperCase();
}

/** 0 to 7: which tint stands behind the initials of `name`. */
function tint(name: string): number {
  return [...name].reduce((hash, character) => (hash * 31 + character.codePointAt(0)!) % TINTS, 0);
}

/** The words that are there, on one line. */
export function apart(words: (string | false | undefined)[], between = ' · '): string {
  return words.filter(Boolean).join(between);
}

/** Place, and remote work, in the reader's language. */
export function placeWords({ identity, availability }: ProfileView, localize: Localize): string {
  const { city, region, countryCode } = identity?.location ?? {};
  const country = text(countryCode);
  return apart([
    apart(
      [
        isolated(text(city) || text(region), localize),
        /^[A-Z]{2}$/.test(country) && localize.format(Intl.DisplayNames, { type: 'region' }).of(country),
      ],
      localize.table.comma,
    ),
    availability?.remote === true && localize.table.remote,
  ]);
}

/** Availability as a pill, and the place after it; it wraps. Undefined when there is neither. */
export function renderFacts(
  { availability }: ProfileView,
  place: string,
  { table }: Localize,
): TemplateResult | undefined {
  const status = text(availability?.status);
  const pill = /^(open|limited|closed)$/.test(status);
  return pill || place
    ? html`<p part="meta" class="meta">${pill ? html`<span part="availability" class="pill ${status}">${table[status as 'open']}</span> ` : ''}<span class="place">${place}</span></p>`
    : undefined;
}

/** Pronouns, to stand beside the name. */
export function renderPronouns({ identity }: ProfileView): TemplateResult | undefined {
  const pronouns = text(identity?.pronouns);
  return pronouns ? html`<bdi part="pronouns" class="pronouns">${pronouns}</bdi>` : undefined;
}

/**
 * The photo on the initials of `name`: it covers them when it has loaded; until then, and when it fails, they show. Empty
 * without a name, in a skeleton.
 */
export function renderAvatar(name: string, url?: unknown): TemplateResult {
  const safe = webUrl(url);
  const note = ({ type, target }: Event) => (target as Element).classList.toggle('seen', type === 'load');
  return html`<div part="avatar" class="avatar t${tint(name)}" aria-hidden="true">
    <span part="initials">${initials(name)}</span>
    ${safe && html`<img part="image" src=${safe} alt="" referrerpolicy="no-referrer" @load=${note} @error=${note}>`}
  </div>`;
}

/** Transparent borders become visible in forced colours, where fills vanish. */
export const identityStyles: CSSResult = css`
  .avatar {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    overflow: hidden;
  }
  .avatar, .pill {
    border: 1px solid transparent;
    --_tint: oklch(.6 .13 var(--_hue));
    background: color-mix(in oklab, var(--_tint, var(--_muted)) 20%, var(--_surface));
    color: color-mix(in oklab, var(--_tint, var(--_muted)) 35%, var(--_text));
    font-weight: 550;
  }
  .pill { display: inline-block; padding: .0625em .625em; margin-inline-end: .375em; border-radius: 1em; font-size: .857em }
  .t0 { --_hue: 20 }
  .t1, .limited { --_hue: 65 }
  .t2 { --_hue: 110 }
  .t3, .open { --_hue: 155 }
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
