/** An employer's organisation: what it is, and where people ask about openings. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { text, webUrl } from '../../untrusted.ts';
import { words } from '../words.ts';

type Organisation = NonNullable<ProfileView['organisation']>;

/** `11-50` or `1001+`. */
const SIZE = /^\d+(-\d+|\+)$/;

/**
 * @summary The organisation that a person hires for: its name, industry, size and text, and ways to ask about openings.
 * @tag gigsy-organisation-section
 *
 * @csspart title - The organisation's name.
 * @csspart facts - The industry and the size.
 * @csspart text - The text about it.
 * @csspart openings - The list of ways to ask about openings.
 */
export class GigsyOrganisationSection extends SectionElement {
  static override sections: readonly ProfileSection[] = ['organisation'];

  static override styles: CSSResultGroup = [
    SectionElement.styles,
    css`
    .prose, .openings { margin-block-start: .5em }
    .openings { display: flex; flex-wrap: wrap; column-gap: 1.5em }
    .openings a { display: block; min-block-size: 24px; align-content: center }
  `,
  ];

  protected override get heading(): string {
    return this.localize.terms(words).organisation ?? 'Organisation';
  }

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const organisation = profile.organisation ?? {};
    const { name, website, industry, about } = organisation;
    const [title, prose] = [text(name), text(about)];
    const facts = [text(industry), this.#size(organisation)].filter(Boolean);
    const openings = this.#openings(organisation);
    const link = webUrl(website);
    const named = title || link;
    if (!named && !facts[0] && !prose && !openings[0]) return undefined;
    return html`<div>
      ${named && html`<div part="title" class="title" role="heading" aria-level=${this.innerLevel}>${linked(link, named)}</div>`}
      ${facts[0] && html`<p part="facts" class="meta">${facts.map((fact, index) => html`${index ? ' · ' : ''}<bdi>${fact}</bdi>`)}</p>`}
      ${prose && html`<p part="text" class="prose">${prose}</p>`}
      ${openings[0] && html`<ul part="openings" class="openings">${openings.map((way) => html`<li>${way}</li>`)}</ul>`}
    </div>`;
  }

  #size({ size }: Organisation): string {
    const written = text(size);
    if (!SIZE.test(written)) return '';
    const { people = (range: string) => `${range} people` } = this.localize.terms(words);
    const { format } = this.localize.format(Intl.NumberFormat, {});
    return people(written.replace(/\d+/g, (count) => format(Number(count))).replace('-', '–'));
  }

  #openings({ openingsUrl, openingsEmail }: Organisation): TemplateResult[] {
    const url = webUrl(openingsUrl);
    const email = text(openingsEmail);
    return [
      ...(url ? [linked(url, this.localize.terms(words).openings ?? 'Openings')] : []),
      ...(/^[^\s@]+@[^\s@]+$/.test(email) ? [linked(mailto(email), email)] : []),
    ];
  }
}

function linked(url: string | undefined, label: string): TemplateResult {
  const shown = html`<bdi>${label}</bdi>`;
  return url ? html`<a href=${url} rel="noopener nofollow">${shown}</a>` : shown;
}

/** The address alone (RFC 6068): its characters cannot add a subject, a text or another recipient. */
function mailto(email: string): string {
  return `mailto:${email.split('@').map(encodeURIComponent).join('@')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-organisation-section': GigsyOrganisationSection;
  }
}
