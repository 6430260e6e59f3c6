/**
 * The trace of a transaction. Its context remembers the events that are appended, so that no function between has an argument
 * for it. A trace names nobody: two random numbers, and the partner that began it, if one did.
 */
import { type TraceContext, randomHex, traceContextIn } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { isTracing, traceRate } from './telemetry.js';

/** A span as the place where others are begun. */
export interface Trace extends Pick<TraceContext, 'traceId' | 'spanId'> {
  /** The organisation whose own system began the trace. It alone may hear of it (ADR 38). */
  partnerId?: Id<'partners'> | undefined;
}

/** A span that is being made. */
export interface BegunSpan extends Trace {
  /** The span that it belongs to; none for the first of a trace. */
  parentId?: string | undefined;
}

const FOLLOWED = Symbol('events of a trace');

type Traced = { [FOLLOWED]?: Id<'events'>[] };

/** Has the context of a transaction remember the events that it appends. Transactions within it have contexts of their own. */
export function followEvents(ctx: MutationCtx): readonly Id<'events'>[] {
  return ((ctx as Traced)[FOLLOWED] = []);
}

/** Tells the trace of this transaction, if it has one, of an event. */
export function noteAppended(ctx: MutationCtx, event: Id<'events'>): void {
  (ctx as Traced)[FOLLOWED]?.push(event);
}

/**
 * The deployment's span of a call or an event. The sender decides whether its trace is kept; for what comes without one,
 * the deployment draws.
 */
export function beginSpan(
  traceparent: string | undefined,
  partnerId?: Id<'partners'> | undefined,
): BegunSpan | undefined {
  if (!isTracing()) return undefined;
  if (traceparent === undefined)
    return Math.random() < traceRate() ? { traceId: randomHex(16), spanId: randomHex(8) } : undefined;
  const { traceId, spanId: parentId, sampled } = traceContextIn(traceparent);
  return sampled ? { traceId, parentId, spanId: randomHex(8), ...(partnerId && { partnerId }) } : undefined;
}

/** A span that belongs to another. */
export function spanUnder({ traceId, spanId: parentId, partnerId }: Trace): BegunSpan {
  return { traceId, parentId, spanId: randomHex(8), ...(partnerId && { partnerId }) };
}
