/** The words of the monitor of deliveries. A table that lacks a term does not compile. */
import type { Delivery, QuarantineReason, Webhook } from '@gigsy/schema';

/** Steps that are asked about first, since nothing takes them back. */
export type DoubtedAct = 'rotateWebhook' | 'removeWebhook' | 'rotateSource' | 'removeSource' | 'drop';

/** The fields of the forms. */
export type FormField = 'url' | 'label' | 'address' | 'perMinute';

export interface MonitorTerms {
  title: string;
  intro: string;
  /** The parts: consumers of the log, events that they went on without, webhooks, sources, events that are set aside. */
  consumers: string;
  letters: string;
  webhooks: string;
  sources: string;
  quarantine: string;
  /** Over the deliveries of one webhook, which is named by its address. */
  deliveriesOf: (address: string) => string;
  /** Where a part is empty, also because of a filter. */
  noLetters: string;
  noWebhooks: string;
  noSources: string;
  noQuarantine: string;
  noDeliveries: string;
  /** Heads of columns. */
  consumer: string;
  state: string;
  behind: string;
  oldest: string;
  lastMinute: string;
  event: string;
  at: string;
  attempts: string;
  partner: string;
  address: string;
  unsent: string;
  next: string;
  answer: string;
  source: string;
  waiting: string;
  held: string;
  reason: string;
  steps: string;
  /** Under tables with a column of the last minute. */
  counted: string;
  /** A count that goes beyond what is counted. */
  orMore: (written: string) => string;
  /** A count, and the most of it in a minute. */
  ofMost: (written: string, most: string) => string;
  /** States of a consumer; the count of failures to choose the plural by, and as written. */
  working: string;
  idle: string;
  failing: (count: number, written: string) => string;
  webhookState: Readonly<Record<Webhook['state'], string>>;
  pausedUntil: (time: string) => string;
  dead: string;
  deliveryState: Readonly<Record<Delivery['state'], string>>;
  fault: Readonly<Record<NonNullable<Delivery['fault']>, string>>;
  reasons: Readonly<Record<QuarantineReason, string>>;
  /** Filters, and the choice of all. */
  filterState: string;
  filterConsumer: string;
  filterSource: string;
  filterReason: string;
  all: string;
  /** Buttons. */
  replay: string;
  deliveries: string;
  close: string;
  test: string;
  verify: string;
  rotate: string;
  remove: string;
  drop: string;
  keep: string;
  earlier: string;
  /** A button and what it is about. */
  of: (button: string, thing: string) => string;
  /** Asked before a step. */
  questions: Readonly<Record<DoubtedAct, string>>;
  /** Forms. */
  addWebhook: string;
  addSource: string;
  noPartners: string;
  label: string;
  addressHelp: string;
  perMinute: string;
  noPartner: string;
  add: string;
  wanted: Readonly<Record<FormField, string>>;
  /** Another source has the address. */
  taken: string;
  /** Over a secret, which is shown once, and the button that hides it. */
  secret: string;
  stored: string;
  /** Outcomes. */
  handedOver: string;
  sent: string;
  challenged: string;
  accepted: string;
  stays: (reason: string) => string;
  removed: string;
  dropped: string;
  rotated: string;
  added: string;
  gone: string;
  notVerified: string;
  tooMany: string;
}
