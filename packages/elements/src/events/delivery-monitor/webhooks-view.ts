/** Partners' webhooks as they are drawn: the state of each, its deliveries, and the form for another. */
import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Delivery, Webhook } from '@gigsy/schema';
import { renderTable } from '../../client/stacked-table.ts';
import { items, text } from '../../untrusted.ts';
import type { Pages } from './pages.ts';
import {
  type MonitorView,
  type Step,
  code,
  numberText,
  renderFilter,
  renderStep,
  renderSteps,
  renderTitle,
  shown,
  timeText,
} from './view.ts';

/** The webhook whose deliveries are on show. */
export interface Opened {
  readonly webhook: string;
  readonly pages: Pages<Delivery>;
  /** The first page is there. */
  readonly isLoaded: boolean;
}

export interface WebhooksView extends MonitorView {
  /** Names by id. */
  readonly partners: ReadonlyMap<string, string>;
  readonly opened: Opened | undefined;
}

export function renderWebhooks(view: WebhooksView, webhooks: readonly Webhook[]): TemplateResult {
  const { said, filters, opened } = view;
  const known = items(webhooks);
  const states = new Map(known.map(({ state }) => [state as string, said.webhookState[state]]));
  const rows = known.filter(({ state }) => !filters.webhooks || state === filters.webhooks);
  const open = known.find(({ webhook }) => webhook === opened?.webhook);
  return html`${renderTitle(view, 'webhooks', said.webhooks)}
    ${renderFilter(view, 'webhooks', said.filterState, states, said.all)}
    ${rows.length > 0 ? renderWebhookTable(view, rows) : html`<p class="hint">${said.noWebhooks}</p>`}
    ${open && opened ? renderDeliveries(view, open, opened) : nothing}`;
}

function renderWebhookTable(view: WebhooksView, webhooks: readonly Webhook[]): TemplateResult {
  const { said } = view;
  const rows = repeat(
    webhooks,
    ({ webhook }) => webhook,
    (row) => renderWebhook(view, row),
  );
  return renderTable('webhooks', [said.address, said.partner, said.state, said.unsent, said.steps], rows);
}

function renderWebhook(view: WebhooksView, row: Webhook): TemplateResult {
  const { said, partners, opened } = view;
  const { webhook, partner, url, oldest, state } = row;
  const isOpen = opened?.webhook === webhook;
  const steps: readonly Step[] = [
    { act: 'deliveries', part: 'deliveries-of', words: isOpen ? said.close : said.deliveries, expanded: isOpen },
    state === 'active'
      ? { act: 'test', part: 'test', words: said.test }
      : { act: 'verify', part: 'verify', words: said.verify },
    { act: 'rotateWebhook', part: 'rotate', words: said.rotate },
    { act: 'removeWebhook', part: 'remove', words: said.remove, look: 'danger' },
  ];
  return html`<tr part="webhook" role="row">
    <th role="rowheader" scope="row">${code(url)}</th>
    <td role="cell" data-head=${said.partner}>${shown(view, partners.get(partner) ?? partner)}</td>
    <td role="cell" data-head=${said.state}><div class="states">${renderState(view, row)}</div></td>
    <td role="cell" data-head=${said.unsent}>${timeText(view, oldest)}</td>
    <td role="cell">${renderSteps(view, webhook, text(url), steps)}</td>
  </tr>`;
}

/** The state, the pause of one that fails again and again, its last fault, and whether deliveries are dead. */
function renderState(view: WebhooksView, { state, failures, fault, pausedUntil, dead }: Webhook): TemplateResult {
  const { said } = view;
  return html`<span class="tag ${state === 'disabled' ? 'bad' : ''}">${said.webhookState[state] ?? text(state)}</span>
    ${pausedUntil === null ? nothing : html`<span class="tag bad">${said.pausedUntil(written(view, pausedUntil))}</span>`}
    ${failures > 0 ? html`<span class="bad">${said.failing(failures, numberText(view, failures))}</span>` : nothing}
    ${fault === null ? nothing : html`<span>${said.fault[fault] ?? text(fault)}</span>`}
    ${dead ? html`<span class="bad">${said.dead}</span>` : nothing}`;
}

function written({ localize }: WebhooksView, at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return '–';
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'short', timeStyle: 'short' }).format(at);
}

function renderDeliveries(view: WebhooksView, { url }: Webhook, { pages, isLoaded }: Opened): TemplateResult {
  const { said } = view;
  const states = new Map(Object.entries(said.deliveryState));
  return html`<div class="inner" aria-busy=${!isLoaded}>
    ${renderTitle({ ...view, level: Math.min(view.level + 1, 6) }, 'deliveries', said.deliveriesOf(`\u2068${text(url)}\u2069`))}
    ${renderFilter(view, 'deliveries', said.filterState, states, said.all)}
    ${pages.rows.length > 0 ? renderDeliveryTable(view, pages.rows) : isLoaded ? html`<p class="hint">${said.noDeliveries}</p>` : nothing}
    ${pages.more ? renderStep(view, '', '', { act: 'earlierDeliveries', part: 'earlier', words: said.earlier }) : nothing}
  </div>`;
}

function renderDeliveryTable(view: WebhooksView, deliveries: readonly Delivery[]): TemplateResult {
  const { said } = view;
  const heads = [said.event, said.state, said.at, said.attempts, said.next, said.answer, said.steps];
  const rows = repeat(
    deliveries,
    ({ delivery }) => delivery,
    (row) => renderDelivery(view, row),
  );
  return renderTable('deliveries', heads, rows);
}

function renderDelivery(view: WebhooksView, row: Delivery): TemplateResult {
  const { said } = view;
  const { delivery, id, type, state, attempts, createdAt, dueAt, status, fault } = row;
  const isOver = state === 'dead' || state === 'delivered';
  return html`<tr part="delivery" role="row">
    <th role="rowheader" scope="row">${code(type)} <span class="hint">${code(id)}</span></th>
    <td role="cell" data-head=${said.state}><span class="tag ${state === 'dead' ? 'bad' : ''}">${said.deliveryState[state] ?? text(state)}</span></td>
    <td role="cell" data-head=${said.at}>${timeText(view, createdAt)}</td>
    <td role="cell" data-head=${said.attempts}>${numberText(view, attempts)}</td>
    <td role="cell" data-head=${said.next}>${timeText(view, dueAt)}</td>
    <td role="cell" data-head=${said.answer}>${answerOf(view, status, fault)}</td>
    <td role="cell">${isOver ? renderSteps(view, delivery, `${text(type)}, ${text(id)}`, [{ act: 'resend', part: 'replay', words: said.replay }]) : nothing}</td>
  </tr>`;
}

function answerOf({ said }: WebhooksView, status: number | null, fault: Delivery['fault']): string {
  const words = fault === null ? '' : (said.fault[fault] ?? text(fault));
  return [status === null ? '' : String(status), words].filter(Boolean).join(' · ') || '–';
}
