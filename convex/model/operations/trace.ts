/**
 * The trace of a transaction. It goes with the context, so that what the transaction appends finds it without an argument
 * in every function between. It names nobody: two random numbers, and the partner that began it, if one did.
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

const TRACE = Symbol('trace');

type Traced = { [TRACE]?: Trace };

/** Puts the rest of a transaction into this trace. Transactions within it have contexts of their own. */
export function enterTrace(ctx: MutationCtx, trace: Trace | undefined): void {
  if (trace) (ctx as Traced)[TRACE] = trace;
}

export function traceOf(ctx: MutationCtx): Trace | undefined {
  return (ctx as Traced)[TRACE];
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
