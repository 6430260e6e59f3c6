/** Consumers of the log as they are drawn: how far each is, and the events that they went on without. */
import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsumerStatus } from '@gigsy/schema';
import { renderTable } from '../../client/stacked-table.ts';
import { items, text } from '../../untrusted.ts';
import { type MonitorView, code, numberText, renderFilter, renderSteps, renderTitle, timeText } from './view.ts';

/** Events that the status counts: `MAX_BEHIND` of the contract, which would bring its text. */
export const MOST_BEHIND = 1_000;

export function renderConsumers(view: MonitorView, consumers: readonly ConsumerStatus[]): TemplateResult {
  const { said } = view;
  const heads = [said.consumer, said.state, said.behind, said.oldest, said.lastMinute, said.letters];
  const rows = items(consumers).map((status) => renderConsumer(view, status));
  return html`${renderTitle(view, 'consumers', said.consumers)} ${renderTable('consumers', heads, rows)}
    <p class="hint">${said.counted}</p>`;
}

function renderConsumer(view: MonitorView, status: ConsumerStatus): TemplateResult {
  const { said } = view;
  const { consumer, behind, oldest, deadLetters } = status;
  const counted = numberText(view, behind);
  return html`<tr part="consumer" role="row">
    <th role="rowheader" scope="row">${code(consumer)}</th>
    <td role="cell" data-head=${said.state}>${stateOf(view, status)}</td>
    <td role="cell" data-head=${said.behind}>${behind >= MOST_BEHIND ? said.orMore(counted) : counted}</td>
    <td role="cell" data-head=${said.oldest}>${timeText(view, oldest)}</td>
    <td role="cell" data-head=${said.lastMinute}>${numberText(view, view.recent(consumer))}</td>
    <td role="cell" data-head=${said.letters}><span class=${deadLetters.length > 0 ? 'bad' : ''}>${numberText(view, deadLetters.length)}</span></td>
  </tr>`;
}

function stateOf(view: MonitorView, { failures, running }: ConsumerStatus): TemplateResult {
  const { said } = view;
  if (failures > 0) return html`<span class="tag bad">${said.failing(failures, numberText(view, failures))}</span>`;
  return html`<span class="tag">${running ? said.working : said.idle}</span>`;
}

export function renderLetters(view: MonitorView, consumers: readonly ConsumerStatus[]): TemplateResult {
  const { said, filters } = view;
  const failed = items(consumers).filter(({ deadLetters }) => deadLetters.length > 0);
  const names = new Map(failed.map(({ consumer }) => [consumer, text(consumer)]));
  const letters = failed
    .filter(({ consumer }) => !filters.letters || consumer === filters.letters)
    .flatMap(({ consumer, deadLetters }) => deadLetters.map((letter) => ({ consumer, ...letter })));
  return html`${renderTitle(view, 'letters', said.letters)}
    ${renderFilter(view, 'letters', said.filterConsumer, names, said.all)}
    ${letters.length > 0 ? renderLetterTable(view, letters) : html`<p class="hint">${said.noLetters}</p>`}`;
}

type Letter = ConsumerStatus['deadLetters'][number] & { consumer: string };

function renderLetterTable(view: MonitorView, letters: readonly Letter[]): TemplateResult {
  const { said } = view;
  const rows = repeat(
    letters,
    ({ letter }) => letter,
    ({ consumer, letter, type, at, attempts, event }) =>
      html`<tr part="letter" role="row">
        <th role="rowheader" scope="row">${code(type)} ${event ? html`<span class="hint">${code(event)}</span>` : nothing}</th>
        <td role="cell" data-head=${said.consumer}>${code(consumer)}</td>
        <td role="cell" data-head=${said.at}>${timeText(view, at)}</td>
        <td role="cell" data-head=${said.attempts}>${numberText(view, attempts)}</td>
        <td role="cell">${renderSteps(view, letter, `${text(type)}, ${text(event)}`, [{ act: 'replayLetter', part: 'replay', words: said.replay }])}</td>
      </tr>`,
  );
  return renderTable('letters', [said.event, said.consumer, said.at, said.attempts, said.steps], rows);
}
