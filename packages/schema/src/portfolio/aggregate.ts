/**
 * From events to entries. A register keeps what is known of one record of one source: the event that counts. Of two events
 * about a record, these rules name the one that counts, each where those before it do not decide:
 *
 * 1. the later `time` (that of the arrival, for an event without one);
 * 2. a revocation before a correction before an original;
 * 3. the greater id of the event, by code units;
 * 4. the greater canonical JSON of the data, for an id that was used twice.
 *
 * The rules order all events, and a register keeps the greatest. So events may come in any order and any number of times, one
 * by one or all at once, and the portfolio is the same. An event later than a revocation brings the record back.
 */
import { canonicalJson } from '../contract/canonical.ts';
import type { PortfolioSection, PortfolioView } from './document.ts';
import type { PortfolioInboundType, PortfolioRecord } from './inbound.ts';
import type { PortfolioEntries } from './project.ts';

export const recordKinds = ['courses', 'gigs', 'badges'] as const satisfies readonly PortfolioSection[];
export type RecordKind = (typeof recordKinds)[number];

const kinds = { course: 'courses', gig: 'gigs', badge: 'badges' } as const satisfies Record<string, RecordKind>;

/** An event about a portfolio, in the form of the latest version of its type. */
export interface PortfolioEvent {
  type: PortfolioInboundType;
  data: PortfolioRecord | { record: string };
  /** The system that sent it. The ids of its events and records are its own. */
  source: string;
  id: string;
  /** Unix milliseconds. */
  at: number;
}

export interface PortfolioRegister {
  kind: RecordKind;
  source: string;
  /** The sender's id of the record. */
  record: string;
  /** Of the event that counts. */
  type: PortfolioInboundType;
  event: string;
  at: number;
  /** None where the record is revoked. */
  data?: PortfolioRecord | undefined;
}

/** The register after this event alone. */
export function registerOf({ type, data, source, id: event, at }: PortfolioEvent): PortfolioRegister {
  const [thing, what] = type.split('.') as [keyof typeof kinds, string];
  const told = what === 'revoked' ? {} : { data: data as PortfolioRecord };
  return { kind: kinds[thing], source, record: data.record, type, event, at, ...told };
}

/** Names a register among those of a person. */
export function registerKey({ kind, source, record }: Pick<PortfolioRegister, 'kind' | 'source' | 'record'>): string {
  return JSON.stringify([kind, source, record]);
}

/** Of two registers of one record, the one that counts. */
export function laterOf<R extends Pick<PortfolioRegister, 'at' | 'type' | 'event' | 'data'>>(one: R, other: R): R {
  const order =
    one.at - other.at ||
    rankOf(one) - rankOf(other) ||
    byCodeUnits(one.event, other.event) ||
    byCodeUnits(canonicalJson(one.data ?? null), canonicalJson(other.data ?? null));
  return order >= 0 ? one : other;
}

/** The registers of one person after these events, by `registerKey`. */
export function aggregate(events: readonly PortfolioEvent[]): Map<string, PortfolioRegister> {
  const registers = new Map<string, PortfolioRegister>();
  for (const event of events) {
    const next = registerOf(event);
    const before = registers.get(registerKey(next));
    registers.set(registerKey(next), before ? laterOf(before, next) : next);
  }
  return registers;
}

/** A register with the id of its entry. */
export type Identified = Pick<PortfolioRegister, 'kind' | 'data'> & { id: string };

/**
 * The entries of these registers, without revoked ones. `placed` has the order that the owner chose: entries that it does not
 * name come first, the newest first, then those that it names.
 */
export function entriesOf(
  registers: readonly Identified[],
  placed: Readonly<Partial<Record<PortfolioSection, readonly string[]>>> = {},
): Pick<PortfolioEntries, RecordKind> {
  const sections = recordKinds.map((kind) => {
    const entries = registers.filter((each) => each.kind === kind).flatMap((each) => entryOf(each) ?? []);
    return [kind, inOrder(entries, placed[kind] ?? [])] as const;
  });
  return Object.fromEntries(sections.filter(([, entries]) => entries.length > 0));
}

type Entry = NonNullable<PortfolioView[PortfolioSection]>[number];

/** Entries of one section in the order in which they are shown; see `entriesOf`. */
export function inOrder<E extends Entry>(entries: readonly E[], placed: readonly string[]): E[] {
  const places = new Map(placed.map((id, place) => [id, place]));
  const place = ({ id }: E) => places.get(id) ?? -1;
  return [...entries].sort(
    (a, b) => place(a) - place(b) || byCodeUnits(dateOf(b), dateOf(a)) || byCodeUnits(a.id, b.id),
  );
}

/** The day of an entry; empty for a contribution without one. A day comes after its month, and a month after its year. */
function dateOf(entry: Entry): string {
  if ('awardedOn' in entry) return entry.awardedOn;
  return ('completedOn' in entry ? entry.completedOn : entry.date) ?? '';
}

function entryOf({ id, data }: Identified): Entry | undefined {
  if (!data) return undefined;
  const { record: _, skills, evidence, issuer, ...told } = data;
  const common = { id, ...(skills && { skills }), ...(evidence && { evidence }), issuer: named(issuer) };
  if ('course' in told) {
    const { course, ...rest } = told;
    return { ...common, ...withoutId(course), ...rest };
  }
  if ('gig' in told) {
    const { gig, client, ...rest } = told;
    return { ...common, ...withoutId(gig), ...(client && { client: named(client) }), ...rest };
  }
  const { badge, ...rest } = told;
  const { id: __, image, ...shown } = badge;
  return { ...common, ...shown, ...rest };
}

/** Without the sender's own id. */
function withoutId<T extends { id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> {
  return rest;
}

function named({ name, url }: PortfolioRecord['issuer']): { name: string; url?: string } {
  return { name, ...(url !== undefined && { url }) };
}

function rankOf({ type }: Pick<PortfolioRegister, 'type'>): number {
  if (type.endsWith('.revoked')) return 2;
  return type.endsWith('.corrected') ? 1 : 0;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
