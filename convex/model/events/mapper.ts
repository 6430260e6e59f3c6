/** How a domain takes the events that the inbox holds for it. */
import { type InboundDomain, type InboundType, type JsonObject, type LaterFault, laterFaults } from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';

/** An event about a person who is known. */
export interface MappedEvent {
  type: InboundType;
  /** In the form of the latest version of the type. */
  data: JsonObject;
  accountId: Id<'accounts'>;
  /** The system that sent it, and the id that it gave. The two name the event. */
  sourceId: Id<'eventSources'>;
  id: string;
  /** Unix milliseconds: the event's own time, or that of its arrival. */
  at: number;
  traceparent: string | undefined;
}

/**
 * `convex/model/<domain>/inbound.ts` exports one as `<domain>Mapper`. Events of one source about one person come in the order
 * in which they were accepted. A mapper that throws leaves nothing, and its event goes to quarantine: for the reason of a
 * `refusedEvent`, else as `mapping_failed`.
 */
export interface InboundMapper {
  domain: InboundDomain;
  apply(ctx: MutationCtx, event: MappedEvent): Promise<void>;
}

/** Thrown by a mapper for an event that it will not take. The reason crosses from one transaction to another. */
export function refusedEvent(quarantined: LaterFault): ConvexError<{ quarantined: LaterFault }> {
  return new ConvexError({ quarantined });
}

/** The reason in what a mapper threw; undefined for a failure. */
export function reasonOf(thrown: unknown): LaterFault | undefined {
  const data: unknown = thrown instanceof ConvexError ? thrown.data : undefined;
  const given = (data as { quarantined?: unknown } | null | undefined)?.quarantined;
  return laterFaults.find((reason) => reason === given);
}
