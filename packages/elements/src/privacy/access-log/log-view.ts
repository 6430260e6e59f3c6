/** The log as it is drawn: the accesses that are open, with a button each, and all that there were. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Disclosure, GivenLease, LoggedAccess } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import { renderTable } from '../../client/stacked-table.ts';
import { items, text, texts } from '../../untrusted.ts';
import { fieldName } from '../field-name.ts';
import type { PrivacyTerms } from '../terms.ts';
import type { AccessLogTerms, SentPart } from './terms.ts';

export interface LogView {
  readonly said: AccessLogTerms;
  readonly shared: PrivacyTerms;
  readonly localize: Localize;
  /** Level of the tables' headings. */
  readonly level: number;
  /** True while a call is on its way. */
  readonly busy: boolean;
  /** Ends the access whose lease the button names. */
  readonly end: (event: Event) => void;
}

type Access = Pick<LoggedAccess, 'viewer' | 'purpose' | 'fields' | 'note' | 'endsAt'> & { at: number };

export function renderOpen(view: LogView, given: readonly GivenLease[]): TemplateResult {
  const { said, level } = view;
  const title = html`<div id="open" part="title" class="title" role="heading" aria-level=${level}>${said.open}</div>`;
  if (given.length === 0) return html`${title}<p class="hint">${said.noneOpen}</p>`;
  const rows = items(given).map((lease) =>
    renderRow(view, said.until, { ...lease, at: lease.openedAt }, renderEnd(view, lease)),
  );
  return html`${title}${renderAccesses(view, 'open', said.until, rows, true)}`;
}

export function renderHistory(view: LogView, accesses: readonly LoggedAccess[]): TemplateResult {
  const { said, level } = view;
  const rows = items(accesses).map((access) => renderRow(view, said.untilLatest, access));
  return html`<div id="history" part="title" class="title" role="heading" aria-level=${level}>${said.history}</div>
    ${renderAccesses(view, 'history', said.untilLatest, rows, false)}`;
}

/** Nothing where nothing was sent. */
export function renderSent(view: LogView, disclosures: readonly Disclosure[]): TemplateResult | typeof nothing {
  const { said, level } = view;
  const rows = items(disclosures).map(
    ({ to, told, at }) =>
      html`<tr part="disclosure" role="row">
        <th role="rowheader" scope="row" class="who">${Object.hasOwn(said.party, to) ? said.party[to] : text(to)}</th>
        <td role="cell" data-head=${said.what}>${renderFields(view, texts(told))}</td>
        <td role="cell" data-head=${said.when}>${timeOf(view, at)}</td>
      </tr>`,
  );
  if (rows.length === 0) return nothing;
  return html`<div id="sent" part="title" class="title" role="heading" aria-level=${level}>${said.sent}</div>
    <p class="hint">${said.sentMore}</p>
    ${renderTable('sent', [said.toWhom, said.what, said.when], rows)}`;
}

function renderAccesses(
  { said }: LogView,
  name: string,
  until: string,
  rows: readonly TemplateResult[],
  acts: boolean,
): TemplateResult {
  return renderTable(name, [said.who, said.what, said.why, said.when, until, ...(acts ? [said.end] : [])], rows);
}

function renderRow(view: LogView, until: string, access: Access, act?: TemplateResult): TemplateResult {
  const { said } = view;
  const words = text(access.note);
  return html`<tr part="access" role="row">
    <th role="rowheader" scope="row" class="who">${viewerName(view, access)}</th>
    <td role="cell" data-head=${said.what}>${renderFields(view, access.fields)}</td>
    <td role="cell" data-head=${said.why}>
      <div>${purposeText(view, access)}${words ? html`<p part="words" class="words" dir="auto">${words}</p>` : nothing}</div>
    </td>
    <td role="cell" data-head=${said.when}>${timeOf(view, access.at)}</td>
    <td role="cell" data-head=${until}>${timeOf(view, access.endsAt)}</td>
    ${act ? html`<td role="cell" class="act">${act}</td>` : nothing}
  </tr>`;
}

function renderEnd(view: LogView, lease: GivenLease): TemplateResult {
  const { said, shared, busy, end } = view;
  return html`<button part="end" type="button" data-lease=${lease.lease} aria-label=${shared.of(said.end, viewerName(view, lease))} aria-disabled=${busy ? 'true' : nothing} @click=${end}>${said.end}</button>`;
}

function purposeText({ said: { purposes } }: LogView, { purpose }: Access): string {
  return Object.hasOwn(purposes, purpose) ? purposes[purpose] : text(purpose);
}

/** Isolated, since a handle runs from left to right in every language. */
function viewerName({ said }: LogView, { viewer }: Pick<Access, 'viewer'>): string {
  const handle = text(viewer);
  return handle ? `\u2068@${handle}\u2069` : said.unnamed;
}

/** The places that were open, each once. */
function renderFields({ said, shared }: LogView, fields: readonly string[]): TemplateResult {
  const isPart = (path: string): path is SentPart => Object.hasOwn(said.part, path);
  const names = new Set(texts(fields).map((path) => (isPart(path) ? said.part[path] : fieldName(shared, path))));
  return html`<ul class="fields">
    ${[...names].map((name) => html`<li class="tag">${name}</li>`)}
  </ul>`;
}

function timeOf({ localize }: LogView, at: number): TemplateResult | typeof nothing {
  if (Number.isNaN(new Date(at).getTime())) return nothing;
  const written = localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' });
  return html`<time datetime=${new Date(at).toISOString()}>${written.format(at)}</time>`;
}
