/** The delivery of events, for operators. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { ConsumerStatus, QuarantinedEvent, RegisteredSource, Webhook } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ActingElement, type Told } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { stackedTable } from '../../client/stacked-table.styles.ts';
import { dispatch } from '../../dispatch.ts';
import { renderConsumers, renderLetters } from './consumers-view.ts';
import { styles } from './delivery-monitor.styles.ts';
import { type FormsView, renderSecret, renderSourceForm, renderWebhookForm } from './forms-view.ts';
import { LastMinute } from './last-minute.ts';
import { OpenDeliveries } from './open-deliveries.ts';
import { Pages } from './pages.ts';
import { renderQuarantine, renderSources } from './sources-view.ts';
import { ADDED, CALLS, type CallingAct, type Done, REFUSALS, faultIn, filledIn } from './steps.ts';
import type { MonitorTerms } from './terms.ts';
import type { Act, Doubt, FilterName, Filters } from './view.ts';
import { type WebhooksView, renderWebhooks } from './webhooks-view.ts';
import { words } from './words.ts';

/** All that is followed. */
export interface Monitored {
  readonly consumers: readonly ConsumerStatus[];
  readonly webhooks: readonly Webhook[];
  readonly sources: readonly RegisteredSource[];
  readonly quarantine: readonly QuarantinedEvent[];
  readonly partners: readonly { readonly partner: string; readonly name: string }[];
}

/** An operator has taken a step. Does not bubble. */
export type OperateEvent = CustomEvent<{ step: string }>;

/** Steps that are asked about first. */
const DOUBTED: readonly Act[] = ['rotateWebhook', 'removeWebhook', 'rotateSource', 'removeSource', 'drop'];
const NO_FILTERS: Filters = { letters: '', webhooks: '', deliveries: '', source: '', reason: '' };
/** Milliseconds after which counts of the last minute are drawn anew. */
const TICK_MS = 5_000;

/**
 * @summary What happens to events, for administrators: how far the consumers of the log are and what they failed at, partners'
 * webhooks with their deliveries, the sources of the inbox, and the events in quarantine. Replays, and enters webhooks and
 * sources. Follows all of it as it changes.
 * @tag gigsy-delivery-monitor
 *
 * @event {CustomEvent<{ step: string }>} gigsy-operate - A step has been taken: `replayLetter`, `test`, `verify`, `rotateWebhook`,
 * `removeWebhook`, `resend`, `rotateSource`, `removeSource`, `replayEvent`, `drop`, `addWebhook` or `addSource`.
 *
 * @csspart title - The heading of a table.
 * @csspart filter - A choice that filters a table.
 * @csspart consumers - The table of consumers.
 * @csspart consumer - A consumer.
 * @csspart letters - The table of dead letters.
 * @csspart letter - A dead letter.
 * @csspart webhooks - The table of webhooks.
 * @csspart webhook - A webhook.
 * @csspart deliveries - The table of the deliveries to one webhook.
 * @csspart delivery - A delivery.
 * @csspart sources - The table of sources.
 * @csspart source - A source.
 * @csspart quarantine - The table of events in quarantine.
 * @csspart quarantined - An event in quarantine.
 * @csspart deliveries-of - The button that shows the deliveries to a webhook, and hides them.
 * @csspart replay - The button that hands an event over again, or sends a delivery again.
 * @csspart test - The button that sends a test.
 * @csspart verify - The button that sends a challenge.
 * @csspart rotate - The button that makes a new secret, after a question.
 * @csspart remove - The button that ends a webhook or a source, after a question.
 * @csspart drop - The button that deletes an event in quarantine, after a question.
 * @csspart yes - The button that answers a question with yes.
 * @csspart keep - The button that answers it with no.
 * @csspart earlier - The button that shows earlier rows.
 * @csspart add-webhook - The form that adds a webhook.
 * @csspart add-source - The form that adds a source.
 * @csspart fault - The words on a field that was refused.
 * @csspart secret - The secret of a webhook or a source, which is shown once.
 * @csspart stored - The button that hides it.
 * @csspart status - The line that tells the outcome of a step.
 */
export class GigsyDeliveryMonitor extends ActingElement<Monitored, MonitorTerms> {
  static override styles: CSSResultGroup = [ActingElement.styles, stackedTable, styles];

  static override parts: readonly string[] = [...ActingElement.parts, words.name];

  protected override readonly own = words;

  readonly #recent = new LastMinute();
  #pages = new Pages<QuarantinedEvent>(({ quarantinedAt }) => quarantinedAt);
  #filters = NO_FILTERS;
  #doubt: Doubt | undefined;
  #opened: OpenDeliveries | undefined;
  #secret: string | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  protected override get emptyText(): string {
    return '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), TICK_MS);
  }

  /** A secret is not kept for a page that comes back. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#close();
    this.#secret = undefined;
  }

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#close();
    this.#recent.clear();
    this.#pages = new Pages<QuarantinedEvent>(({ quarantinedAt }) => quarantinedAt);
    this.#filters = NO_FILTERS;
    this.#doubt = this.#secret = undefined;
  }

  protected override questions({ events, operations }: Gigsy): Questions<Monitored> {
    return {
      consumers: (observer) => events.consumers.watchStatus({}, observer),
      webhooks: (observer) => events.webhooks.watchList({}, observer),
      sources: (observer) => events.sources.watchList({}, observer),
      quarantine: (observer) => events.quarantine.watchList({}, observer),
      partners: (observer) => operations.partners.watchList({}, observer),
    };
  }

  protected override shownOf(monitored: Monitored): Monitored {
    const now = performance.now();
    for (const { consumer, taken } of monitored.consumers) this.#recent.note(consumer, taken, now);
    for (const { source, received } of monitored.sources) this.#recent.note(source, received, now);
    this.#pages.take(monitored.quarantine);
    if (!monitored.webhooks.some(({ webhook }) => webhook === this.#opened?.webhook)) this.#close();
    return monitored;
  }

  protected override renderValue({ consumers, webhooks, sources, partners }: Monitored): TemplateResult {
    const view = this.#view(partners);
    return html`<p class="intro">${view.said.intro}</p>
      <div @keydown=${this.#keys}>
        ${renderSecret(view, this.#secret)} ${renderConsumers(view, consumers)} ${renderLetters(view, consumers)}
        ${renderWebhooks(view, webhooks)} ${renderWebhookForm(view)} ${renderSources(view, sources)}
        ${renderSourceForm(view)} ${renderQuarantine(view, this.#pages, sources)}
      </div>
      ${this.renderStatus()}`;
  }

  #view(partners: Monitored['partners']): WebhooksView & FormsView {
    const { said, localize, busy } = this;
    const now = performance.now();
    return {
      ...{ said, localize, busy, level: this.innerLevel, doubt: this.#doubt, filters: this.#filters },
      fault: this.fault,
      partners: new Map(partners.map(({ partner, name }) => [partner, name])),
      recent: (name) => this.#recent.count(name, now),
      ...{ opened: this.#opened, press: this.#press, choose: this.#choose, send: this.#send },
    };
  }

  readonly #press = ({ currentTarget }: Event): void => {
    const { act, id = '' } = (currentTarget as HTMLElement).dataset as { act: Act; id?: string };
    const doubt = this.#doubt;
    this.#doubt = undefined;
    if (act === 'keep') this.#keep(doubt);
    else if (act === 'yes') void this.#call(doubt!.act, id);
    else if (act === 'stored') this.#hideSecret();
    else if (act === 'deliveries') this.#toggle(id);
    else if (act === 'earlierDeliveries') void this.act(() => this.#earlierDeliveries());
    else if (act === 'earlierEvents') void this.act((client) => this.#earlierEvents(client));
    else if (DOUBTED.includes(act)) this.#ask({ act: act as Doubt['act'], id });
    else void this.#call(act as CallingAct, id);
  };

  /** Escape answers a question as the button does that leaves all as it is. */
  readonly #keys = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !this.#doubt) return;
    const doubt = this.#doubt;
    this.#doubt = undefined;
    this.#keep(doubt);
  };

  #ask(doubt: Doubt): void {
    this.#doubt = doubt;
    this.tell(undefined);
    this.focusNext('[data-act=keep]');
  }

  #keep(doubt: Doubt | undefined): void {
    if (doubt) this.focusNext(`[data-act=${doubt.act}][data-id="${CSS.escape(doubt.id)}"]`);
  }

  async #call(act: CallingAct, id: string): Promise<void> {
    await this.act(async (client) => {
      try {
        const done = await CALLS[act](client, id, this.#opened?.webhook ?? '');
        if (done.left) this.#pages.drop(({ event }) => event === id);
        return this.#outcomeOf(client, act, done);
      } catch (error) {
        // Earlier pages are not followed: an event that is not found has left them.
        if (isGigsyError(error, 'not_found')) this.#pages.drop(({ event }) => event === id);
        throw error;
      }
    }, REFUSALS);
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const act = form.dataset.form as keyof typeof ADDED;
    this.refused = undefined;
    const add = async (client: Gigsy) => {
      try {
        const done = await ADDED[act](client, filledIn(form));
        form.reset();
        return this.#outcomeOf(client, act, done);
      } catch (error) {
        const fault = faultIn(error);
        if (!fault) throw error;
        this.refuse(fault.field, fault.said, `form [name=${fault.field}]`);
        return undefined;
      }
    };
    void this.act(add, REFUSALS);
  };

  /** A secret comes into sight only for the operator who asked for it. */
  #outcomeOf(client: Gigsy, step: string, { said, secret }: Done): Told<MonitorTerms> {
    if (secret && client === this.asked && this.isConnected) {
      this.#secret = secret;
      this.focusNext('[part=secret]');
    }
    dispatch(this, 'gigsy-operate', { step });
    return said;
  }

  #hideSecret(): void {
    this.#secret = undefined;
    this.requestUpdate();
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    const { name, value } = currentTarget as HTMLSelectElement;
    this.#filters = { ...this.#filters, [name as FilterName]: value };
    if (name === 'deliveries' && this.#opened) this.#open(this.#opened.webhook);
    this.requestUpdate();
  };

  #toggle(webhook: string): void {
    const isOpen = this.#opened?.webhook === webhook;
    this.#close();
    this.#filters = { ...this.#filters, deliveries: '' };
    if (!isOpen) this.#open(webhook);
    this.requestUpdate();
  }

  #open(webhook: string): void {
    const client = this.asked;
    this.#close();
    if (!client) return;
    this.#opened = new OpenDeliveries(client, webhook, this.#filters.deliveries, (error) => {
      if (error !== undefined) dispatch(this, 'gigsy-error', error);
      this.requestUpdate();
    });
  }

  #close(): void {
    this.#opened?.end();
    this.#opened = undefined;
  }

  async #earlierDeliveries(): Promise<undefined> {
    await this.#opened?.earlier();
  }

  async #earlierEvents(client: Gigsy): Promise<undefined> {
    const pages = this.#pages;
    const { before } = pages;
    const page = await client.events.quarantine.list({ before });
    // The first page has changed meanwhile.
    if (pages.before === before) pages.add(page);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-delivery-monitor': GigsyDeliveryMonitor;
  }
  interface HTMLElementEventMap {
    'gigsy-operate': OperateEvent;
  }
}
