/**
 * The card's further content: the introduction, the start of availability, and skills with their levels. The wide
 * layout shows a second column, whose levels replace the chips, and the first lines of the introduction; the reader can
 * open all of it. A chunk of its own, loaded if there is room or when it is opened.
 */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../../localization/localize.ts';
import { items, text } from '../../untrusted.ts';
import type { PanelTerms } from '../../localization/terms.ts';
import { apart } from '../identity.ts';
import { partialDate } from '../../localization/partial-date.ts';
import { levelOf, levelStyles, renderLevel } from '../skill-level.ts';

/** Skills with a level that the second column names; the opened content has room for more. */
const WIDE_SKILLS = 4;
const OPEN_SKILLS = 50;

/** An introduction this short, in letters, is shown whole, however its lines break. */
const SHORT_ABOUT = 160;

const english: PanelTerms = { from: (date) => `From ${date}` };

interface NamedSkill {
  name: string;
  /** 0 when not given. */
  level: number;
}

type More = (count: number) => unknown;

export function renderAbout({ about }: ProfileView): TemplateResult | undefined {
  const words = text(about?.text);
  return words
    ? html`<p part="about" class="about ${words.length > SHORT_ABOUT ? 'long' : ''}" dir="auto">${words}</p>`
    : undefined;
}

/** The second column. Undefined when the profile holds nothing to show here. `more` is an item that counts the skills not named. */
export function renderPanel(profile: ProfileView, localize: Localize, more: More): TemplateResult | undefined {
  const skills = namedSkills(profile);
  const leveled = skills.filter(({ level }) => level).slice(0, WIDE_SKILLS);
  const terms = termsOf(profile, localize);
  if (!leveled[0] && !terms) return undefined;
  return html`<div class="panel">
    ${terms && html`<p part="terms">${terms}</p>`}
    ${leveled[0] && html`<ul part="levels" class="levels" aria-label=${localize.table.skills}>${renderSkills(leveled, localize)}${more(skills.length - leveled.length)}</ul>`}
  </div>`;
}

/** The opened content. */
export function renderRest(profile: ProfileView, localize: Localize, more: More): TemplateResult {
  const skills = namedSkills(profile);
  const [about, terms] = [text(profile.about?.text), termsOf(profile, localize)];
  return html`<div class="rest">
    ${about && html`<p class="about" dir="auto">${about}</p>`}
    ${terms && html`<p>${terms}</p>`}
    ${skills[0] && html`<ul aria-label=${localize.table.skills}>${renderSkills(skills.slice(0, OPEN_SKILLS), localize)}${more(skills.length - OPEN_SKILLS)}</ul>`}
  </div>`;
}

function renderSkills(skills: NamedSkill[], localize: Localize): TemplateResult[] {
  return skills.map(
    ({ name, level }) => html`<li class="skill"><bdi>${name}</bdi>${level ? renderLevel(level, localize) : ''}</li>`,
  );
}

function namedSkills({ skills }: ProfileView): NamedSkill[] {
  return items(skills)
    .map(({ name, level }) => ({ name: text(name), level: levelOf(level) }))
    .filter(({ name }) => name);
}

/** From when and how much somebody is available, each a few words. */
function termsOf({ availability }: ProfileView, localize: Localize): string {
  const words = localize.table.panel ?? english;
  const { status, from, hoursPerWeek } = availability ?? {};
  if (status !== 'open' && status !== 'limited') return '';
  const begins = partialDate(from, localize);
  const terms = apart([
    begins && Date.parse(from!) > Date.now() && words.from(begins),
    typeof hoursPerWeek === 'number' &&
      hoursPerWeek > 0 &&
      localize
        .format(Intl.NumberFormat, { style: 'unit', unit: 'hour-per-week', unitDisplay: 'long' })
        .format(hoursPerWeek),
  ]);
  return terms && apart([localize.table[status], terms]);
}

const panelStyles: CSSResult = css`
  .panel, .facts > .about { display: none }
  .panel, .rest {
    display: flex;
    flex-direction: column;
    gap: .75em;
  }
  .rest { padding-block-start: .5em }
  .panel { display: none; font-size: .875em }
  .about { color: var(--_muted); white-space: pre-line; text-wrap: pretty }
  .skill { display: flex; flex-wrap: wrap; align-items: center; column-gap: .75em; padding-block: .125em }
  .skill > bdi { flex: 1; min-inline-size: 40% }
  @container (inline-size >= 44em) {
    .panel {
      display: flex;
      flex: 1;
      padding-inline-start: 1.5em;
      margin-inline-start: .5em;
      border-inline-start: 1px solid var(--_line);
      min-inline-size: 0;
    }
    /* They come with the introduction above them, so that they do not move. */
    .facts > .links { display: flex }
    .facts > details { display: block }
    .facts > .about { display: block; margin-block-start: .25em; font-size: .875em; white-space: normal }
    .facts > .long {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    .profile:has(.levels) .chips, .profile:has([open]) :is(.panel, .facts > .about) { display: none }
    .profile:has([open]) .who { flex: 1 }
    .long .panel bdi { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
  }
`;

export const styles: CSSResult[] = [levelStyles, panelStyles];
