/**
 * The second column of the wide card: the introduction, levels of the first skills, links. A chunk of its own, loaded
 * where there is room for it. It keeps to the card's height: the introduction gives way.
 */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../../localization/localize.ts';
import { items, text, webUrl } from '../untrusted.ts';
import type { PanelTerms } from '../../localization/terms.ts';
import { partialDate } from '../partial-date.ts';
import { levelOf, levelStyles, renderLevel } from '../skill-level.ts';

const MOST_SKILLS = 4;
const MOST_LINKS = 4;

const english: PanelTerms = { links: 'Links', from: (date) => `From ${date}` };

interface NamedSkill {
  name: string;
  level: number;
}

/** Undefined when the profile holds nothing to show here. */
export function renderPanel(profile: ProfileView, localize: Localize): TemplateResult | undefined {
  const about = text(profile.about?.text);
  const levels = levelledSkills(profile);
  const links = safeLinks(profile);
  const words = localize.table.panel ?? english;
  const terms = termsOf(profile, localize, words);
  if (!about && !levels[0] && !links[0] && !terms[0]) return undefined;
  return html`<div class="panel">
    ${about && html`<p part="about" class="about" dir="auto">${about}</p>`}
    ${terms[0] && html`<p part="terms" class="terms">${terms.map((words) => html`<span><bdi>${words}</bdi></span>`)}</p>`}
    ${levels[0] && html`<ul part="levels" aria-label=${localize.table.skills}>${levels.map((skill) => leveled(skill, localize))}</ul>`}
    ${links[0] && html`<ul part="links" class="links" aria-label=${words.links}>
      ${links.map(({ label, url }) => html`<li><a href=${url} rel="noopener nofollow"><bdi>${label}</bdi></a></li>`)}
    </ul>`}
  </div>`;
}

function leveled({ name, level }: NamedSkill, localize: Localize): TemplateResult {
  return html`<li class="skill"><bdi>${name}</bdi>${renderLevel(level, localize)}</li>`;
}

/** The first skills that have a name and a level of 1 to 5. */
function levelledSkills({ skills }: ProfileView): NamedSkill[] {
  return items(skills)
    .map(({ name, level }) => ({ name: text(name), level: levelOf(level) }))
    .filter(({ name, level }) => name && level)
    .slice(0, MOST_SKILLS);
}

/** From when and how much somebody is available, each a few words. */
function termsOf({ availability }: ProfileView, localize: Localize, words: PanelTerms): string[] {
  const { status, from, hoursPerWeek } = availability ?? {};
  if (status !== 'open' && status !== 'limited') return [];
  const begins = partialDate(from, localize);
  return [
    begins && Date.parse(from!) > Date.now() ? words.from(begins) : '',
    hoursPerWeek! > 0 ? localize.format(Intl.NumberFormat, { style: 'unit', unit: 'hour-per-week' }).format(hoursPerWeek!) : '',
  ].filter(Boolean);
}

function safeLinks({ links }: ProfileView): { label: string; url: string }[] {
  return items(links).flatMap(({ label, url }) => {
    const safe = webUrl(url);
    return safe ? [{ label: text(label) || safe, url: safe }] : [];
  }).slice(0, MOST_LINKS);
}

const panelStyles: CSSResult = css`
  .panel { display: none }
  @container (inline-size >= 44em) {
    .panel {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: .75em;
      max-block-size: 17em;
      padding-inline-start: 1.5em;
      margin-inline-start: .5em;
      border-inline-start: 1px solid var(--_line);
      font-size: .875em;
      min-inline-size: 0;
    }
  }
  .about {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .terms > * + *::before { content: " · " }
  .skill { display: flex; align-items: center; gap: .75em; padding-block: .125em }
  .skill > bdi { flex: 1; min-inline-size: 0 }
  .skill > bdi, .links a { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
  .links { display: flex; column-gap: 1em }
  .links li { min-inline-size: 0 }
  .links a { position: relative; display: block; line-height: 24px; color: var(--_accent) }
  .links a::after { content: none }
`;

export const styles: CSSResult[] = [levelStyles, panelStyles];
