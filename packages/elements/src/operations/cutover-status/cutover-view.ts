/** The cutover as it is drawn: drift, and for each cohort its phases, its proof and its buttons. */
import type { CohortStatus, CutoverStatus } from '@gigsy/schema';
import { type TemplateResult, html, nothing } from 'lit';
import type { Localize } from '../../localization/localize.ts';
import type { CutoverWords } from './words.ts';

type Cohort = CohortStatus['cohort'];
type Phase = CohortStatus['phase'];

const PHASES: readonly Phase[] = ['dual-write', 'shadow-read', 'normalized', 'retired'];

export interface CutoverView {
  readonly words: CutoverWords;
  readonly localize: Localize;
  /** Level of the cohorts' headings. */
  readonly headingLevel: number;
  /** The cohort whose retirement is asked about, and the one that is moving. */
  readonly asked: Cohort | undefined;
  readonly moving: Cohort | undefined;
  /** Listens to all buttons; their data name cohort and action. */
  press(event: Event): void;
  keys(event: KeyboardEvent): void;
}

export function renderCutover(view: CutoverView, { drift, cohorts }: CutoverStatus): TemplateResult {
  const { words } = view;
  return html`<p part="drift" class="drift ${drift.count > 0 ? 'bad' : ''}">
      ${drift.count > 0 ? words.drift(drift.count, counted(view, drift)) : words.noDrift}
    </p>
    <ul class="cohorts" @keydown=${view.keys}>
      ${cohorts.map((cohort) => renderCohort(view, cohort))}
    </ul>`;
}

function renderCohort(view: CutoverView, status: CohortStatus): TemplateResult {
  const { words, headingLevel } = view;
  const { cohort, phase } = status;
  const { name, who } = words.cohorts[cohort];
  return html`<li part="cohort" class="cohort">
    <div class="names">
      <div class="name" role="heading" aria-level=${headingLevel}>${name}</div>
      <p class="who">${who}</p>
    </div>
    <ol part="phases" class="phases" aria-label="${words.progress}: ${name}">
      ${PHASES.map((each) => renderPhase(words, each, phase))}
    </ol>
    ${renderFacts(view, status)} ${renderObstacles(view, status)}
    <div class="bar">${view.asked === cohort ? renderQuestion(view, cohort) : renderSteps(view, status)}</div>
  </li>`;
}

function renderPhase(words: CutoverWords, each: Phase, now: Phase): TemplateResult {
  const place = PHASES.indexOf(each) - PHASES.indexOf(now);
  return html`<li
    class="phase ${place < 0 ? 'past' : place === 0 ? 'now' : ''}"
    aria-current=${place === 0 ? 'step' : nothing}
  >
    ${words.phases[each]}
  </li>`;
}

/** Since when, how far the walk is, and the parts that are read differently. */
function renderFacts(view: CutoverView, { phase, since, walked, differences }: CohortStatus): TemplateResult {
  const { words, localize } = view;
  const date = localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' });
  const gone = phase === 'retired' ? words.emptied : words.compared;
  return html`<div class="facts">
    ${since === null ? '' : html`<p>${words.since(date.format(since))}</p>`}
    ${
      walked
        ? html`<p>${gone(walked.profiles, number(view, walked.profiles))}${walked.complete ? '' : ` (${words.going})`}</p>`
        : ''
    }
    ${
      differences.count > 0
        ? html`<p class="bad">
            ${words.differences(differences.count, counted(view, differences))}
            ${differences.parts.map(
              ({ name, profiles }) =>
                html`<code dir="ltr" lang="en" translate="no">${name} ${number(view, profiles)}</code> `,
            )}
          </p>`
        : ''
    }
  </div>`;
}

function renderObstacles({ words }: CutoverView, { cohort, forward }: CohortStatus): TemplateResult | '' {
  if (!forward?.obstacles.length) return '';
  return html`<ul id="obstacles-${cohort}" part="obstacles" class="obstacles">
    ${forward.obstacles.map((each) => html`<li>${words.obstacles[each]}</li>`)}
  </ul>`;
}

/** A step that is not possible yet stays in the order of focus, and says what stands against it. */
function renderSteps(view: CutoverView, { cohort, forward, back }: CohortStatus): TemplateResult {
  const { words, moving, press } = view;
  const { name } = words.cohorts[cohort];
  const busy = moving !== undefined;
  const blocked = !!forward?.obstacles.length;
  const onward = forward ? words.forward(words.phases[forward.to]) : '';
  const backward = back ? words.back(words.phases[back]) : '';
  return html`${
    back
      ? html`<button part="back" data-act="back" data-cohort=${cohort} aria-label="${backward} (${name})" aria-disabled=${busy ? 'true' : nothing} @click=${press}>${backward}</button>`
      : ''
  }${
    forward
      ? html`<button part="forward" class="forward" data-act="forward" data-cohort=${cohort} aria-label="${onward} (${name})" aria-disabled=${busy || blocked ? 'true' : nothing} aria-describedby=${blocked ? `obstacles-${cohort}` : nothing} @click=${press}>${onward}</button>`
      : ''
  }`;
}

function renderQuestion({ words, press }: CutoverView, cohort: Cohort): TemplateResult {
  return html`<p id="question" class="question">${words.ask}</p>
    <button part="keep" class="keep" data-act="keep" data-cohort=${cohort} aria-describedby="question" @click=${press}>${words.keep}</button>
    <button part="retire" class="retire" data-act="retire" data-cohort=${cohort} aria-describedby="question" @click=${press}>${words.retire}</button>`;
}

function counted(view: CutoverView, { count, more }: { count: number; more: boolean }): string {
  return more ? view.words.moreThan(number(view, count)) : number(view, count);
}

function number({ localize }: CutoverView, value: number): string {
  return localize.format(Intl.NumberFormat, {}).format(value);
}
