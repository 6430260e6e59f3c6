/** The facts from which the parts of the monitor are drawn, and their common pieces: titles, filters, buttons, times and numbers. */
import { type TemplateResult, html, nothing } from 'lit';
import type { FormView } from '../../client/form-fault.ts';
import type { Localize } from '../../localization/localize.ts';
import { isolated, text } from '../../untrusted.ts';
import type { DoubtedAct, MonitorTerms } from './terms.ts';

/** Steps that buttons take; `yes` and `keep` answer a question. */
export type Act =
  | DoubtedAct
  | 'yes'
  | 'keep'
  | 'stored'
  | 'replayLetter'
  | 'deliveries'
  | 'test'
  | 'verify'
  | 'resend'
  | 'earlierDeliveries'
  | 'replayEvent'
  | 'earlierEvents';

export type FilterName = 'letters' | 'webhooks' | 'deliveries' | 'source' | 'reason';
/** Empty: all. */
export type Filters = Readonly<Record<FilterName, string>>;

/** A step that is asked about, and the row that it is about. */
export interface Doubt {
  readonly act: DoubtedAct;
  readonly id: string;
}

/** Something said in the reader's language. */
interface Spoken {
  readonly localize: Localize;
}

export interface MonitorView extends FormView, Spoken {
  readonly said: MonitorTerms;
  /** Level of the headings within. */
  readonly level: number;
  readonly doubt: Doubt | undefined;
  readonly filters: Filters;
  /** Growth of a counter in the last minute. */
  readonly recent: (name: string) => number;
  /** Listens to all buttons; their data name act and row. */
  readonly press: (event: Event) => void;
  /** Listens to all filters, which are named by `FilterName`. */
  readonly choose: (event: Event) => void;
}

export function renderTitle({ level }: MonitorView, id: string, words: string): TemplateResult {
  return html`<div id=${id} part="title" class="title" role="heading" aria-level=${level}>${words}</div>`;
}

/** Nothing where there is no choice to make. */
export function renderFilter(
  { filters, choose }: MonitorView,
  name: FilterName,
  label: string,
  options: ReadonlyMap<string, string>,
  all: string,
): TemplateResult | typeof nothing {
  const chosen = filters[name];
  if (options.size < 2 && !chosen) return nothing;
  return html`<label class="filter">${label}
    <select part="filter" name=${name} @change=${choose}>
      <option value="" ?selected=${!chosen}>${all}</option>
      ${[...options].map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
    </select>
  </label>`;
}

/** A step of a row, with a name that tells it from those of other rows. */
export interface Step {
  readonly act: Act;
  /** The part of the button. */
  readonly part: string;
  readonly words: string;
  readonly look?: string;
  /** Of a button that shows and hides something. */
  readonly expanded?: boolean;
}

/** The buttons of a row; the question and its two answers while one of them is asked about. */
export function renderSteps(view: MonitorView, id: string, thing: string, steps: readonly Step[]): TemplateResult {
  const { said, doubt } = view;
  if (doubt?.id !== id) return html`<div class="bar">${steps.map((step) => renderStep(view, id, thing, step))}</div>`;
  const yes = steps.find(({ act }) => act === doubt.act);
  return html`<div class="bar">
    <p id="question" class="question">${said.questions[doubt.act]}</p>
    ${renderStep(view, id, thing, { act: 'keep', part: 'keep', words: said.keep })}
    ${yes ? renderStep(view, id, thing, { act: 'yes', part: 'yes', words: yes.words, look: 'danger' }) : nothing}
  </div>`;
}

export function renderStep(
  { said, busy, press, doubt }: MonitorView,
  id: string,
  thing: string,
  { act, part, words, look = '', expanded }: Step,
): TemplateResult {
  const isAnswer = doubt?.id === id;
  return html`<button part=${part} type="button" class=${look} data-act=${act} data-id=${id} aria-label=${thing ? said.of(words, thing) : words} aria-expanded=${expanded ?? nothing} aria-describedby=${isAnswer ? 'question' : nothing} aria-disabled=${busy ? 'true' : nothing} @click=${press}>${words}</button>`;
}

export function timeText({ localize }: Spoken, at: number | null): TemplateResult | string {
  if (at === null || Number.isNaN(new Date(at).getTime())) return '–';
  const written = localize.format(Intl.DateTimeFormat, { dateStyle: 'short', timeStyle: 'medium' });
  return html`<time datetime=${new Date(at).toISOString()}>${written.format(at)}</time>`;
}

export function numberText({ localize }: Spoken, value: number): string {
  return localize.format(Intl.NumberFormat, {}).format(value);
}

/** Words of a system or a person, isolated where they may run the other way. */
export function shown({ localize }: Spoken, words: unknown): string {
  return isolated(text(words), localize);
}

/** A name that runs from left to right in every language: an address, a type, an id. */
export function code(words: unknown): TemplateResult {
  return html`<bdi dir="ltr" translate="no" class="code">${text(words)}</bdi>`;
}
