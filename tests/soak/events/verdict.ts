/** The conditions once all is quiet: every effect once, each subject's news in their order, and nothing left between two states. */
import {
  type EventType,
  type PortfolioEvent,
  type PortfolioRegister,
  aggregate,
  canonicalJson,
  entriesOf,
  isPublicEvent,
  recordKinds,
} from '@gigsy/schema';
import type { Clients } from '../clocked/clients.ts';
import type { FailingReceiver } from './failing-receiver.ts';
import type { SentEvent, Source } from './sender.ts';

interface LogPage {
  events: { id: string; type: EventType; subject: { id: string } }[];
  cursor: string;
  isDone: boolean;
}

interface ConsumerStatus {
  consumer: string;
  behind: number;
  deadLetters: unknown[];
}

const PAGE = 500;

/** Portfolios that are not what the pure function makes of all events about their person. */
export async function wrongPortfolios(clients: Clients, sent: readonly SentEvent[]): Promise<string[]> {
  const people = new Map<string, PortfolioEvent[]>();
  for (const { handle, event } of sent) people.set(handle, [...(people.get(handle) ?? []), event]);
  const wrong: string[] = [];
  for (const [handle, events] of people) {
    const { value } = await clients.query<object>('portfolio:mine', {}, handle);
    const registers = [...aggregate(events).values()];
    if (entriesIn(value ?? {}) !== entriesIn(shownOf(registers))) wrong.push(`The portfolio of ${handle} is wrong.`);
  }
  return wrong;
}

function shownOf(registers: readonly PortfolioRegister[]): object {
  return entriesOf(registers.map(({ kind, data }, index) => ({ kind, data, id: String(index) })));
}

/** The entries of all sections without their ids, in an order of their own: those of a day stand by their ids. */
function entriesIn(portfolio: object): string {
  const sections = recordKinds.map((kind) => {
    const entries = ((portfolio as Record<string, object[] | undefined>)[kind] ?? []).map((entry) =>
      canonicalJson({ ...entry, id: '' }),
    );
    return [kind, entries.sort()];
  });
  return canonicalJson(sections);
}

/** Events whose outcomes do not say that they were stored once. An answer that a crash cut off was not told. */
export function wrongOutcomes(sources: readonly Source[]): string[] {
  return sources.flatMap(({ told }) =>
    [...told].flatMap(([id, outcomes]) => {
      const accepted = outcomes.filter((outcome) => outcome === 'accepted').length;
      const other = outcomes.filter((outcome) => outcome !== 'accepted' && outcome !== 'duplicate');
      return accepted > 1 || other.length > 0 ? [`The event ${id} had the outcomes ${outcomes.join()}.`] : [];
    }),
  );
}

/** News that the receiver did not take, or took in another order than the log has them, subject by subject. */
export async function wrongNews(
  clients: Clients,
  receiver: FailingReceiver,
): Promise<{ news: number; wrong: string[] }> {
  const bySubject = new Map<string, string[]>();
  const subjectOf = new Map<string, string>();
  for await (const { id, type, subject } of logOf(clients)) {
    if (!isPublicEvent(type)) continue;
    subjectOf.set(id, subject.id);
    bySubject.set(subject.id, [...(bySubject.get(subject.id) ?? []), id]);
  }
  const taken = new Map<string, string[]>();
  for (const id of receiver.taken) {
    const subject = subjectOf.get(id) ?? 'nobody';
    taken.set(subject, [...(taken.get(subject) ?? []), id]);
  }
  const wrong = [...new Set([...bySubject.keys(), ...taken.keys()])].filter(
    (subject) => taken.get(subject)?.join() !== bySubject.get(subject)?.join(),
  );
  return {
    news: subjectOf.size,
    wrong: wrong.map((subject) => `The news of ${subject} did not come once, in their order.`),
  };
}

async function* logOf(clients: Clients): AsyncIterable<LogPage['events'][number]> {
  let page: LogPage | undefined;
  do {
    const more = page && { cursor: page.cursor };
    page = (await clients.query<LogPage>('events/log:page', { count: PAGE, ...more })).value!;
    yield* page.events;
  } while (!page.isDone);
}

/** Events and deliveries that are between two states; empty once all is quiet. */
export async function unsettled(clients: Clients, webhook: string): Promise<string[]> {
  const sources = (await clients.query<{ waiting: number; quarantined: number }[]>('events/sources:list', {}, 'root'))
    .value!;
  const consumers = (await clients.query<ConsumerStatus[]>('events/consumers:status', {}, 'root')).value!;
  // By their states: the list shows the newest alone, and what waits longest is old.
  const deliveries: { state: string }[] = [];
  for (const state of ['waiting', 'queued'])
    deliveries.push(...(await clients.query<never[]>('events/webhooks:deliveries', { webhook, state }, 'root')).value!);
  return [
    ...sources.flatMap(({ waiting, quarantined }) => (waiting + quarantined > 0 ? ['inbox'] : [])),
    ...consumers.flatMap(({ consumer, behind, deadLetters }) => (behind + deadLetters.length > 0 ? [consumer] : [])),
    ...deliveries.map(({ state }) => `delivery ${state}`),
  ];
}
