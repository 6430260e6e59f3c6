/** Entries of a life with their periods or dates, as lists of jobs, schools and awards show them. */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../appearance/css.ts';
import type { Localize } from '../localization/localize.ts';
import { partialDate } from '../localization/partial-date.ts';
import { text, texts, webUrl } from '../untrusted.ts';
import { words } from './words.ts';

/** Values of any shape. */
export interface TimelineEntry {
  title: unknown;
  /** An address that the title leads to. */
  titleUrl?: unknown;
  /** The organisation of the job or the lessons, its address on the web, and further words about it. */
  place?: unknown;
  url?: unknown;
  notes?: unknown[];
  startDate?: unknown;
  /** Without a start: the one date of something that takes no time, such as an award. */
  endDate?: unknown;
  /** The reason for a missing end: `open`, `unknown`, or any other value if the period goes on. */
  endStatus?: unknown;
  summary?: unknown;
  points?: unknown;
}

export interface TimelineSettings {
  localize: Localize;
  /** Level of the entries' headings. */
  level: number;
}

/** Undefined when no entry has a title or place. */
export function renderTimeline(entries: TimelineEntry[], settings: TimelineSettings): TemplateResult | undefined {
  const shown = entries.filter(({ title, place }) => text(title) || text(place));
  return (
    shown[0] &&
    html`<ul part="list" class="timeline">${shown.map((entry) => html`<li part="entry">${renderEntry(entry, settings)}</li>`)}</ul>`
  );
}

function renderEntry(
  { title, titleUrl, place, url, notes = [], summary, points, ...period }: TimelineEntry,
  { localize, level }: TimelineSettings,
): TemplateResult {
  const [name, where] = [text(title), text(place)];
  const linked = (label: string, address: unknown = url) => {
    const link = webUrl(address);
    const shown = html`<bdi>${label}</bdi>`;
    return link ? html`<a href=${link} rel="noopener nofollow">${shown}</a>` : shown;
  };
  const further = texts(notes);
  const lines = texts(points);
  return html`<div part="title" class="title" role="heading" aria-level=${level}>${name ? linked(name, titleUrl ?? '') : linked(where)}</div>
    ${renderPeriod(period, localize)}
    ${(name && where) || further[0] ? html`<p class="place">${name && where ? html`<span>${linked(where)}</span>` : ''}${further.map((note) => html`<span><bdi>${note}</bdi></span>`)}</p>` : ''}
    ${text(summary) && html`<p part="summary" class="prose">${text(summary)}</p>`}
    ${lines[0] ? html`<ul part="points" class="points">${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>` : ''}`;
}

function renderPeriod(
  { startDate, endDate, endStatus }: Pick<TimelineEntry, 'startDate' | 'endDate' | 'endStatus'>,
  localize: Localize,
): TemplateResult | undefined {
  const time = (value: unknown) => {
    const written = partialDate(value, localize, 'short');
    return written && html`<time datetime=${value as string}>${written}</time>`;
  };
  const [start, end] = [time(startDate), time(endDate)];
  const { present = 'present', endUnknown = 'end unknown' } = localize.terms(words);
  const last = end || (endDate || endStatus === 'unknown' ? endUnknown : endStatus === 'open' ? '' : present);
  if (!start && !end && endStatus !== 'ongoing') return undefined;
  return html`<p part="period" class="meta period">${start ? html`${start} – ${last}` : last}</p>`;
}

/** The period stands beside the title where there is room. */
export const timelineStyles: CSSResult = css`
  .timeline > li { display: grid; row-gap: .125em }
  .timeline > li + li {
    border-block-start: 1px solid var(--_line);
    margin-block-start: calc(var(--_space) * .75);
    padding-block-start: calc(var(--_space) * .75);
  }
  .place span + span::before { content: " · " }
  .place span + span { color: var(--_muted) }
  .period { font-variant-numeric: tabular-nums }
  .prose, .points { margin-block-start: .375em; font-size: .875em }
  .points { list-style: disc }
  .points li { margin-inline-start: 1.25em; max-inline-size: 48em }
  @container (inline-size >= 30em) {
    .timeline > li { grid-template-columns: 1fr auto; column-gap: 1.5em }
    .timeline > li > * { grid-column: 1 / 3 }
    .timeline > li > .title:not(:only-child) { grid-column: 1 }
    .timeline > li > .period { grid-column: 2 }
  }
`;
