/**
 * What the wide card has besides: the introduction, and a second column with levels of the first skills, which then stand for
 * the chips, and links. A chunk of its own, loaded where there is room for it. It keeps to the card's height.
 */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../../localization/localize.ts';
import { items, text, webUrl } from '../untrusted.ts';
import type { PanelTerms } from '../../localization/terms.ts';
import { apart } from '../identity.ts';
import { partialDate } from '../partial-date.ts';
import { levelOf, levelStyles, renderLevel } from '../skill-level.ts';

const MOST_SKILLS = 4;
const MOST_LINKS = 4;

const english: PanelTerms = { links: 'Links', from: (date) => `From ${date}` };

interface NamedSkill {
  name: string;
  level: number;
}

export function renderAbout({ about }: ProfileView): TemplateResult | undefined {
  const words = text(about?.text);
  return words ? html`<p part="about" class="about" dir="auto">${words}</p>` : undefined;
}

/** Undefined when the profile holds nothing to show here. `more` is an item that counts the skills not named. */
export function renderPanel(profile: ProfileView, localize: Localize, more: (count: number) => unknown): TemplateResult | undefined {
  const levels = levelledSkills(profile);
  const links = safeLinks(profile);
  const words = localize.table.panel ?? english;
  const terms = termsOf(profile, localize, words);
  if (!levels[0] && !links[0] && !terms) return undefined;
  return html`<div class="panel">
    ${terms && html`<p part="terms">${terms}</p>`}
    ${levels[0] && html`<ul part="levels" class="levels" aria-label=${localize.table.skills}>
      ${levels.slice(0, MOST_SKILLS).map((skill) => leveled(skill, localize))}
      ${more(items(profile.skills).filter(({ name }) => text(name)).length - Math.min(levels.length, MOST_SKILLS))}
    </ul>`}
    ${links[0] && html`<ul part="links" class="links" aria-label=${words.links}>
      ${links.map(({ label, url }) => html`<li><a href=${url} rel="noopener nofollow"><bdi>${label}</bdi></a></li>`)}
    </ul>`}
  </div>`;
}

function leveled({ name, level }: NamedSkill, localize: Localize): TemplateResult {
  return html`<li class="skill"><bdi>${name}</bdi>${renderLevel(level, localize)}</li>`;
}

/** The skills that have a name and a level of 1 to 5. */
function levelledSkills({ skills }: ProfileView): NamedSkill[] {
  return items(skills)
    .map(({ name, level }) => ({ name: text(name), level: levelOf(level) }))
    .filter(({ name, level }) => name && level);
}

/** From when and how much somebody is available, each a few words. */
function termsOf({ availability }: ProfileView, localize: Localize, words: PanelTerms): string {
  const { status, from, hoursPerWeek } = availability ?? {};
  if (status !== 'open' && status !== 'limited') return '';
  const begins = partialDate(from, localize);
  return apart([
    begins && Date.parse(from!) > Date.now() && words.from(begins),
    typeof hoursPerWeek === 'number' && hoursPerWeek > 0 && localize.format(Intl.NumberFormat, { style: 'unit', unit: 'hour-per-week' }).format(hoursPerWeek),
  ]);
}

function safeLinks({ links }: ProfileView): { label: string; url: string }[] {
  return items(links).flatMap(({ label, url }) => {
    const safe = webUrl(url);
    return safe ? [{ label: text(label) || safe, url: safe }] : [];
  }).slice(0, MOST_LINKS);
}

const panelStyles: CSSResult = css`
  .panel, .about { display: none }
  @container (inline-size >= 44em) {
    .panel {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: .75em;
      padding-inline-start: 1.5em;
      margin-inline-start: .5em;
      border-inline-start: 1px solid var(--_line);
      font-size: .875em;
      min-inline-size: 0;
    }
    .about { display: -webkit-box }
    .profile:has(.levels) .chips { display: none }
  }
  .about {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    margin-block-start: .75em;
    font-size: .875em;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .skill { display: flex; align-items: center; gap: .75em; padding-block: .125em }
  .skill > bdi { flex: 1; min-inline-size: 0 }
  .skill > bdi, .links a { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
  .links { display: flex; column-gap: 1em }
  .links li { min-inline-size: 0 }
  .links a { position: relative; display: block; line-height: 24px; color: var(--_accent); text-decoration: underline }
  .links a::after { content: none }
`;

export const styles: CSSResult[] = [levelStyles, panelStyles];
