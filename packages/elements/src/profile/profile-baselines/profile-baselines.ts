/** Baselines of profiles, for operators: charts, each with its table. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { Baselines } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { ClientElement } from '../../client/client-element.ts';
import { type Figures, bars, columns, table } from './charts.ts';
import { styles } from './profile-baselines.styles.ts';
import type { ProfileBaselinesTerms } from './terms.ts';
import { words } from './words.ts';

/**
 * @summary How complete profiles are, how long people take to complete theirs, and how often each section is edited: for moderators
 * and administrators. Follows the figures as they are counted.
 * @tag gigsy-profile-baselines
 *
 * @csspart title - The heading of a chart.
 * @csspart chart - A chart.
 * @csspart table - The table of a chart, opened by a press.
 */
export class GigsyProfileBaselines extends ClientElement<Baselines> {
  static override styles: CSSResultGroup = [ClientElement.styles, styles];

  static override parts: readonly string[] = [...ClientElement.parts, words.name];

  get #words(): ProfileBaselinesTerms {
    return this.localize.terms(words);
  }

  protected override get heading(): string {
    return this.#words.title;
  }

  protected override get emptyText(): string {
    return this.#words.none;
  }

  protected override follow({ profile }: Gigsy, observer: WatchObserver<Baselines | null>): void {
    profile.watchBaselines({}, observer);
  }

  protected override renderValue(baselines: Baselines): TemplateResult {
    const { upTo, none, completeness, timeToComplete, edits } = this.#words;
    if (baselines.upTo === null) return html`<p class="meta">${none}</p>`;
    const time = this.localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' });
    return html`<p class="meta">${upTo(time.format(baselines.upTo))}</p>
      ${this.#renderChart(completeness, columns, this.#byRole(baselines, 'completeness', this.#bands))}
      ${this.#renderChart(timeToComplete, bars, this.#byRole(baselines, 'timeToComplete', this.#words.times))}
      ${this.#renderChart(edits, bars, this.#bySection(baselines))}`;
  }

  #renderChart(title: string, draw: (figures: Figures) => TemplateResult, figures: Figures): TemplateResult {
    return html`<div part="title" class="title" role="heading" aria-level=${this.innerLevel}>${title}</div>
      ${figures.rows.length > 0 ? this.#renderFigures(title, draw, figures) : html`<p class="meta">${this.#words.none}</p>`}`;
  }

  #renderFigures(title: string, draw: (figures: Figures) => TemplateResult, figures: Figures): TemplateResult {
    return html`<div part="chart" aria-hidden="true">${draw(figures)}</div>
      <details part="table">
        <summary aria-label="${this.#words.table}: ${title}">${this.#words.table}</summary>
        ${table(figures, title)}
      </details>`;
  }

  get #bands(): string[] {
    return Array.from({ length: 10 }, (_, band) =>
      this.#words.band(this.#number(band * 10), this.#number(band === 9 ? 100 : band * 10 + 9)),
    );
  }

  /** A row for each band, a column for each role. */
  #byRole({ roles }: Baselines, measure: 'completeness' | 'timeToComplete', labels: readonly string[]): Figures {
    const { role: names, profiles, all } = this.#words;
    return {
      number: this.#number,
      corner: profiles,
      heads: [all, ...roles.map(({ role }) => names[role])],
      rows: labels.map((label, band) => {
        const counts = roles.map((each) => each[measure][band] ?? 0);
        return { label, values: [sum(counts), ...counts] };
      }),
      charted: labels.map((label, band) => ({
        label,
        short: this.#number(band * 10),
        value: sum(roles.map((each) => each[measure][band] ?? 0)),
      })),
    };
  }

  /** A row for each day, newest first, a column for each section that was edited. */
  #bySection({ days }: Baselines): Figures {
    const { section: names, day: corner, all } = this.#words;
    const written = this.localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeZone: 'UTC' });
    const totals = new Map<keyof typeof names, number>();
    for (const { section, count } of days.flatMap(({ edits }) => edits))
      totals.set(section, (totals.get(section) ?? 0) + count);
    const sections = [...totals].sort(([, a], [, b]) => b - a);
    return {
      number: this.#number,
      corner,
      heads: [all, ...sections.map(([section]) => names[section])],
      rows: [...days].reverse().map(({ day, edits }) => {
        const counts = sections.map(([section]) => edits.find((each) => each.section === section)?.count ?? 0);
        return { label: written.format(Date.parse(day)), values: [sum(counts), ...counts] };
      }),
      charted: sections.map(([section, value]) => ({ label: names[section], value })),
    };
  }

  readonly #number = (value: number): string => this.localize.format(Intl.NumberFormat, {}).format(value);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-profile-baselines': GigsyProfileBaselines;
  }
}
