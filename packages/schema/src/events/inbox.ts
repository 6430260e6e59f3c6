/**
 * How the inbox judges an event: by its own text and by its source's registration alone, so that no outcome tells whether
 * a person is known.
 */
import * as z from 'zod';
import { type FieldError, fieldErrorSchema, fieldErrors } from '../contract/errors.ts';
import { HANDLE } from '../contract/rules/names.ts';
import { plainMessage } from '../contract/wording.ts';
import { partnerUserSchema } from '../operations/sessions.ts';
import { isCleanText } from '../contract/text.ts';
import { MAX_ATTRIBUTE, type ReceivedEvent, cloudEventSchema, schemaNamed } from './envelope.ts';
import { type InboundContracts, upcastInbound } from './inbound.ts';
import { type JsonObject, depthOf } from './json.ts';

/** Most events in one request. */
export const MAX_BATCH = 100;
/** Longest request, in UTF-8 bytes. */
export const MAX_REQUEST = 512 * 1024;
/** Longest event, in characters of JSON without white space between its parts. */
export const MAX_EVENT = 16 * 1024;
/** Deepest nesting of an event, its own object and that of its data among them. */
export const MAX_DEPTH = 8;
/** Faults of one event that are kept and told. */
export const MAX_FAULTS = 20;
/** Accepted events of one source that may wait to be processed. */
export const MAX_WAITING_EVENTS = 10_000;
/** Events of one source that may be in quarantine for faults of their own. */
export const MAX_QUARANTINED = 1_000;

/** Faults that an event's own text shows, in the order in which they are looked for. */
export const eventFaults = [
  'too_deep',
  'too_large',
  'invalid_envelope',
  'wrong_source',
  'unknown_type',
  'unknown_schema',
  'invalid_subject',
  'invalid_data',
] as const;
export type EventFault = (typeof eventFaults)[number];

/**
 * Reasons found behind the answer: nobody has the subject, the person has as much as one may have, or the event could not be
 * used. The sender does not learn of them.
 */
export const laterFaults = ['unknown_subject', 'too_many_records', 'mapping_failed'] as const;
export type LaterFault = (typeof laterFaults)[number];

/** Reasons for quarantine. */
export const quarantineReasons = [...eventFaults, ...laterFaults] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** An event that may be processed. */
export interface InboundEvent<Type extends string = string> {
  type: Type;
  /** The version of `data`: the latest that its type had when it was read. */
  version: number;
  subject: string;
  /** Unix milliseconds: the event's own time. Undefined for an event that tells none. */
  time?: number | undefined;
  data: JsonObject;
  traceparent?: string | undefined;
}

export interface FaultyEvent {
  fault: EventFault;
  faults: FieldError[];
  /** As far as they can be read. */
  type?: string | undefined;
  subject?: string | undefined;
}

/** The source of an event, as it is registered. */
export interface Registered {
  address: string;
  /** Whether the source is an organisation's, whose events may name people by the organisation's ids. */
  ofPartner: boolean;
}

/** An event of the inbox from its parsed JSON, or its first kind of fault with the places of it, at most `MAX_FAULTS`. */
export function readEvent<Catalog extends InboundContracts>(
  given: unknown,
  source: Registered,
  catalog: Catalog,
): InboundEvent<Extract<keyof Catalog, string>> | FaultyEvent {
  const text = eventText(given);
  if (text === undefined) return { fault: 'too_deep', faults: [] };
  if (text.length > MAX_EVENT) return { fault: 'too_large', faults: [], subject: subjectIn(given) };
  const parsed = cloudEventSchema.safeParse(given, { error: plainMessage, reportInput: true });
  if (parsed.success) return judged(parsed.data, source, catalog) as InboundEvent<never> | FaultyEvent;
  return { fault: 'invalid_envelope', faults: told(fieldErrors(parsed.error)), subject: subjectIn(given) };
}

function judged(event: ReceivedEvent, source: Registered, catalog: InboundContracts): InboundEvent | FaultyEvent {
  const { type, subject } = event;
  const faulty = (fault: EventFault, faults: FieldError[]): FaultyEvent => ({ fault, faults, type, subject });
  const at = (fault: EventFault, path: string, message: string) =>
    faulty(fault, [{ path, message, code: path === 'type' ? 'not_an_option' : 'invalid_format' }]);
  if (event.source !== source.address) return at('wrong_source', 'source', 'is not the address that is registered');
  const declared = Object.hasOwn(catalog, type) ? catalog[type] : undefined;
  if (!declared) return at('unknown_type', 'type', 'is not a type that the inbox takes');
  const version = versionOf(event);
  const upcast = version === undefined ? undefined : upcastInbound(declared, version, event.data);
  if (!upcast) return at('unknown_schema', 'dataschema', 'is not the address of a schema of this type');
  if (subject === undefined || !isSubject(subject, source))
    return at(
      'invalid_subject',
      'subject',
      `must be handle: and a handle${source.ofPartner ? ', or user: and an id' : ''}`,
    );
  if (!upcast.ok) return faulty('invalid_data', told(upcast.faults));
  const { time, traceparent } = event;
  return {
    type,
    version: upcast.version,
    subject,
    data: upcast.data,
    ...(time !== undefined && { time: Date.parse(time) }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

/** The JSON of an event; undefined for one that is too deep to be written, or to be read again. */
export function eventText(given: unknown): string | undefined {
  return depthOf(given, MAX_DEPTH) > MAX_DEPTH ? undefined : JSON.stringify(given);
}

/** The first faults. Names of extensions and fields are the sender's, so they are cut and made printable. */
function told(faults: readonly FieldError[]): FieldError[] {
  return faults.slice(0, MAX_FAULTS).map(({ path, message, ...fault }) => {
    return { ...fault, path: path.replace(/[^\x20-\x7e]/g, '?').slice(0, 60), message: message.slice(0, 200) };
  });
}

/** The id of an event, also of a faulty one; null if there is none that can be kept. */
export function eventId(given: unknown): string | null {
  const { id } = Object(given) as { id?: unknown };
  return typeof id === 'string' && id !== '' && id.length <= MAX_ATTRIBUTE && isCleanText(id) ? id : null;
}

/** An event that names no schema is of version 1, however many versions there are. */
function versionOf({ type, dataschema }: ReceivedEvent): number | undefined {
  if (dataschema === undefined) return 1;
  const named = schemaNamed(dataschema);
  return named?.type === type ? named.version : undefined;
}

/** The person whom a subject names; undefined for text that names nobody. */
export function personNamed(subject: string): { handle: string } | { user: string } | undefined {
  const [, kind, name = ''] = /^(handle|user):(.*)$/s.exec(subject) ?? [];
  if (kind === 'handle' && HANDLE.test(name)) return { handle: name };
  if (kind === 'user' && partnerUserSchema.safeParse(name).success) return { user: name };
  return undefined;
}

function isSubject(subject: string, { ofPartner }: Registered): boolean {
  const named = personNamed(subject);
  return named !== undefined && ('handle' in named || ofPartner);
}

/** The person of a faulty event, so that an erasure finds the event. */
function subjectIn(given: unknown): string | undefined {
  const { subject } = Object(given) as { subject?: unknown };
  return typeof subject === 'string' && personNamed(subject) ? subject : undefined;
}

/** `accepted`: new. `duplicate`: this source has sent an event with this id before. `quarantined`: kept for its fault. */
export const eventOutcomes = ['accepted', 'duplicate', 'quarantined'] as const;

/** The answer to one event. It depends on the event and on earlier events with its id, and on nobody's data. */
export const eventOutcomeSchema = z.strictObject({
  /** Null where the event has no id that can be read. */
  id: z.string().nullable(),
  outcome: z.enum(eventOutcomes),
  reason: z.enum(eventFaults).optional(),
  fields: z.array(fieldErrorSchema).optional(),
});
export type EventOutcome = z.infer<typeof eventOutcomeSchema>;

/** The answer of `POST /v1/events`: one outcome for each event, in their order. */
export const inboxAnswerSchema = z.strictObject({ outcomes: z.array(eventOutcomeSchema) });
export type InboxAnswer = z.infer<typeof inboxAnswerSchema>;
