/** From when to when something went, or the one date of it, in the reader's language. */
import { type TemplateResult, html } from 'lit';
import type { Localize } from '../localization/localize.ts';
import { partialDate } from '../localization/partial-date.ts';
import { words } from './words.ts';

/** Values of any shape. */
export interface Period {
  startDate?: unknown;
  /** Without a start: the one date of something that takes no time, such as an award. */
  endDate?: unknown;
  /** The reason for a missing end: `open`, `unknown`, or any other value if the period goes on. */
  endStatus?: unknown;
}

/** Undefined when there is no date. */
export function renderPeriod(
  { startDate, endDate, endStatus }: Period,
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
