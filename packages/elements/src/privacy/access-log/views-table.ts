/** How often the public has read the profile: the sum, and a table of the days with a bar each. */
import { type TemplateResult, html } from 'lit';
import type { DailyViews } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import type { AccessLogTerms } from './terms.ts';

export interface ViewsShown {
  readonly said: AccessLogTerms;
  readonly localize: Localize;
  /** Level of the heading. */
  readonly level: number;
}

export function renderViews({ said, localize, level }: ViewsShown, days: readonly DailyViews[]): TemplateResult {
  const numbers = localize.format(Intl.NumberFormat, {});
  const all = days.reduce((sum, { views }) => sum + views, 0);
  const most = Math.max(...days.map(({ views }) => views));
  return html`<div id="views" part="title" class="title" role="heading" aria-level=${level}>${said.views}</div>
    <p class="intro">${said.viewsIntro}</p>
    ${
      all === 0
        ? html`<p class="hint">${said.noViews}</p>`
        : html`<details class="by-day">
            <summary>${said.viewed(all, numbers.format(all))}</summary>
            <table part="views" class="views" role="table" aria-labelledby="views">
              <thead>
                <tr role="row"><th role="columnheader" scope="col">${said.day}</th><th role="columnheader" scope="col">${said.count}</th></tr>
              </thead>
              <tbody>
                ${days.map(
                  ({ day, views }) => html`<tr role="row">
                    <th role="rowheader" scope="row"><time datetime=${day}>${dateOf(localize, day)}</time></th>
                    <td role="cell" data-head=${said.count}>
                      <span><meter aria-hidden="true" max=${most} value=${views}></meter> ${numbers.format(views)}</span>
                    </td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </details>`
    }`;
}

/** Days are those of UTC, whatever the reader's clock says. */
function dateOf(localize: Localize, day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return '';
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
