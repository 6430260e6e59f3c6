/** `gigsy events status`: how far consumers of the log are, and what stands against deliveries and events of the inbox. */
import {
  type ConsumerStatus,
  MAX_BEHIND,
  QUARANTINE_PAGE,
  type QuarantinedEvent,
  type RegisteredSource,
  type Webhook,
} from '@gigsy/schema';
import { readAction } from '../action.ts';
import { type Given, type Outcome, type Verb, connectionFlags } from '../command.ts';
import { connect } from '../connection.ts';
import { printable } from '../printable.ts';

export const events: Verb = {
  name: 'events',
  summary: 'Shows how far consumers of the log are, and the state of webhooks, sources and the quarantine',
  positionals: ['ACTION?'],
  flags: connectionFlags,
  notes: `Actions: status (default).
The status reads as an administrator and has no content of events. docs/events.md says what each part is; the page
/operations/events and the element <gigsy-delivery-monitor> show the same, and replay.`,
  run: act,
};

interface Status {
  consumers: readonly ConsumerStatus[];
  webhooks: readonly Webhook[];
  sources: readonly RegisteredSource[];
  quarantine: readonly QuarantinedEvent[];
}

async function act(given: Given): Promise<Outcome> {
  readAction('events', given.positionals[0] ?? 'status', ['status']);
  const client = connect(given).asAdministrator().events;
  const [consumers, webhooks, sources, quarantine] = await Promise.all([
    client.consumers.status(),
    client.webhooks.list({}),
    client.sources.list(),
    client.quarantine.list({}),
  ]);
  const status = { consumers, webhooks, sources, quarantine };
  return { text: told(status), json: { ...status } };
}

function told({ consumers, webhooks, sources, quarantine }: Status): string {
  return [
    ...part('Consumers of the log', consumers.map(consumerLine)),
    ...part('Webhooks', webhooks.map(webhookLine)),
    ...part('Sources', sources.map(sourceLine)),
    ...part(
      `Quarantine${quarantine.length === QUARANTINE_PAGE ? `, the newest ${QUARANTINE_PAGE}` : ''}`,
      reasons(quarantine),
    ),
  ].join('\n');
}

function part(title: string, lines: readonly string[]): string[] {
  return [title, ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`)];
}

function consumerLine({ consumer, behind, oldest, failures, deadLetters }: ConsumerStatus): string {
  return [
    `${consumer}: ${behind >= MAX_BEHIND ? `${behind} or more` : behind} behind`,
    ...(oldest === null ? [] : [`the oldest of ${instant(oldest)}`]),
    ...(failures > 0 ? [`failures in a row: ${failures}`] : []),
    ...(deadLetters.length > 0 ? [`dead letters: ${deadLetters.length}`] : []),
  ].join(', ');
}

function webhookLine({ url, state, failures, fault, pausedUntil, oldest, dead }: Webhook): string {
  return [
    `${printable(url)}: ${state}`,
    ...(failures > 0 ? [`failures in a row: ${failures}`] : []),
    ...(fault === null ? [] : [fault]),
    ...(pausedUntil === null ? [] : [`paused until ${instant(pausedUntil)}`]),
    ...(oldest === null ? [] : [`unsent since ${instant(oldest)}`]),
    ...(dead ? ['has dead deliveries'] : []),
  ].join(', ');
}

function sourceLine({ source, label, received, waiting, quarantined }: RegisteredSource): string {
  return `${source} ${printable(label)}: ${received} received, ${waiting} waiting, ${quarantined} in quarantine for their own faults`;
}

/** How many events are set aside for each reason. */
function reasons(quarantine: readonly QuarantinedEvent[]): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of quarantine) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort().map(([reason, count]) => `${reason}: ${count}`);
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
