/** Sources of the inbox, and the events of theirs that are in quarantine. */
import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QuarantinedEvent, RegisteredSource } from '@gigsy/schema';
import { renderTable } from '../../client/stacked-table.ts';
import { items, text } from '../../untrusted.ts';
import type { Pages } from './pages.ts';
import {
  type MonitorView,
  code,
  numberText,
  renderFilter,
  renderStep,
  renderSteps,
  renderTitle,
  shown,
  timeText,
} from './view.ts';

export function renderSources(view: MonitorView, sources: readonly RegisteredSource[]): TemplateResult {
  const { said } = view;
  const rows = items(sources);
  return html`${renderTitle(view, 'sources', said.sources)}
    ${
      rows.length > 0
        ? html`${renderTable(
            'sources',
            [said.source, said.address, said.lastMinute, said.waiting, said.held, said.steps],
            repeat(
              rows,
              ({ source }) => source,
              (row) => renderSource(view, row),
            ),
          )}
            <p class="hint">${said.counted}</p>`
        : html`<p class="hint">${said.noSources}</p>`
    }`;
}

function renderSource(view: MonitorView, row: RegisteredSource): TemplateResult {
  const { said } = view;
  const { source, label, address, perMinute, waiting, quarantined } = row;
  const recent = numberText(view, view.recent(source));
  return html`<tr part="source" role="row">
    <th role="rowheader" scope="row">${shown(view, label)} <span class="hint">${code(source)}</span></th>
    <td role="cell" data-head=${said.address}>${code(address)}</td>
    <td role="cell" data-head=${said.lastMinute}>${said.ofMost(recent, numberText(view, perMinute))}</td>
    <td role="cell" data-head=${said.waiting}>${numberText(view, waiting)}</td>
    <td role="cell" data-head=${said.held}><span class=${quarantined > 0 ? 'bad' : ''}>${numberText(view, quarantined)}</span></td>
    <td role="cell">${renderSteps(view, source, text(label), [
      { act: 'rotateSource', part: 'rotate', words: said.rotate },
      { act: 'removeSource', part: 'remove', words: said.remove, look: 'danger' },
    ])}</td>
  </tr>`;
}

export function renderQuarantine(
  view: MonitorView,
  { rows, more }: Pages<QuarantinedEvent>,
  sources: readonly RegisteredSource[],
): TemplateResult {
  const { said, filters } = view;
  const labels = new Map(sources.map(({ source, label }) => [source, text(label)]));
  const nameOf = (source: string) => labels.get(source) ?? source;
  const kept = rows.filter(
    ({ source, reason }) =>
      (!filters.source || source === filters.source) && (!filters.reason || reason === filters.reason),
  );
  return html`${renderTitle(view, 'quarantine', said.quarantine)}
    <div class="bar">
      ${renderFilter(view, 'source', said.filterSource, new Map(rows.map(({ source }) => [source, nameOf(source)])), said.all)}
      ${renderFilter(view, 'reason', said.filterReason, new Map(rows.map(({ reason }) => [reason as string, said.reasons[reason]])), said.all)}
    </div>
    ${kept.length > 0 ? renderEvents(view, kept, nameOf) : html`<p class="hint">${said.noQuarantine}</p>`}
    ${more ? renderStep(view, '', '', { act: 'earlierEvents', part: 'earlier', words: said.earlier }) : nothing}`;
}

function renderEvents(
  view: MonitorView,
  events: readonly QuarantinedEvent[],
  nameOf: (source: string) => string,
): TemplateResult {
  const { said } = view;
  const rows = repeat(
    events,
    ({ event }) => event,
    (row) => renderEvent(view, row, nameOf(row.source)),
  );
  return renderTable('quarantine', [said.event, said.source, said.at, said.reason, said.steps], rows);
}

/** The places of faults are told in English, as the sender got them. */
function renderEvent(view: MonitorView, row: QuarantinedEvent, source: string): TemplateResult {
  const { said } = view;
  const { event, id, type, reason, fields, quarantinedAt, replayable } = row;
  const name = text(id) || '–';
  const drop = { act: 'drop', part: 'drop', words: said.drop, look: 'danger' } as const;
  const replay = { act: 'replayEvent', part: 'replay', words: said.replay } as const;
  return html`<tr part="quarantined" role="row">
    <th role="rowheader" scope="row">${code(name)} ${type === null ? nothing : html`<span class="hint">${code(type)}</span>`}</th>
    <td role="cell" data-head=${said.source}>${shown(view, source)}</td>
    <td role="cell" data-head=${said.at}>${timeText(view, quarantinedAt)}</td>
    <td role="cell" data-head=${said.reason}>
      <div>${said.reasons[reason] ?? text(reason)}${
        fields.length > 0
          ? html`<ul class="faults" lang="en" dir="ltr" translate="no">
              ${fields.map(({ path, message }) => html`<li>${text(path)} ${text(message)}</li>`)}
            </ul>`
          : nothing
      }</div>
    </td>
    <td role="cell">${renderSteps(view, event, name, replayable ? [replay, drop] : [drop])}</td>
  </tr>`;
}
