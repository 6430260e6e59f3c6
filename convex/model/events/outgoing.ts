/** The bodies that webhooks get: CloudEvents 1.0 as structured JSON, with what the public can see and nothing else. */
import { canonicalJson, envelopeOf, traceparentOf } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import type { Trace } from '../operations/trace.js';
import { eventIn } from './log.js';
import { traceOfEvent } from './traces.js';

/** A request to a receiver, before it is signed. */
export interface Outgoing {
  id: string;
  body: string;
  /** Of the event's change, if it is kept. `told`: the receiver's own organisation began it, and hears of it. */
  trace?: Trace & { told: boolean };
}

/** The handle under which the public sees a profile now; null while it sees nothing. */
export type PublicHandle = (ctx: QueryCtx, profile: string) => Promise<string | null>;

/**
 * The body of a delivery, made at each attempt: the handle is the one of now, and is missing once the public may not see the
 * profile. Null for an event that is gone.
 */
export async function outgoing(
  ctx: QueryCtx,
  { _id, _creationTime, webhookId, event, type }: Doc<'webhookDeliveries'>,
  handleOf: PublicHandle,
): Promise<Outgoing | null> {
  const source = process.env.CONVEX_SITE_URL!;
  if (event === undefined) {
    const subject = { kind: 'webhook', id: webhookId };
    const trial = envelopeOf({ id: _id, source, type, version: 1, subject, at: _creationTime, data: {} });
    return { id: _id, body: canonicalJson(trial) };
  }
  const row = await ctx.db.get('events', event);
  if (!row) return null;
  const { subject, version, data } = eventIn(row);
  const handle = await handleOf(ctx, subject.id);
  const trace = await traceFor(ctx, row, webhookId);
  const traceparent = trace?.told ? traceparentOf(trace) : undefined;
  const told = envelopeOf({ id: event, source, type, version, subject, at: row._creationTime, data, traceparent });
  return { id: event, body: canonicalJson({ ...told, ...(handle !== null && { handle }) }), ...(trace && { trace }) };
}

/** An organisation hears of traces that its own systems began, and of no others: a trace links what people do (ADR 38). */
async function traceFor(ctx: QueryCtx, event: Doc<'events'>, webhookId: Id<'webhooks'>): Promise<Outgoing['trace']> {
  const trace = await traceOfEvent(ctx, event);
  if (!trace) return undefined;
  const webhook = trace.partnerId && (await ctx.db.get('webhooks', webhookId));
  const { traceId, spanId } = trace;
  return { traceId, spanId, told: webhook ? webhook.partnerId === trace.partnerId : false };
}
