/** The trace context of a call or an event, as W3C Trace Context writes it: https://www.w3.org/TR/trace-context */
import * as z from 'zod';

/** The header `traceparent`: version, trace id, parent id and flags, the ids not all zeros. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A `traceparent` of 55 characters. It names a trace and a span, and no person. */
export const traceparentSchema = z
  .string('must be text')
  .regex(TRACEPARENT, 'must be a traceparent of W3C Trace Context');

/** A `traceparent` in its parts. */
export interface TraceContext {
  /** 32 hex digits. */
  traceId: string;
  /** The span in which the call was made: 16 hex digits. */
  spanId: string;
  /** Whether the caller keeps the spans of this trace. */
  sampled: boolean;
}

/** The parts of a text that `traceparentSchema` accepts. */
export function traceContextIn(traceparent: string): TraceContext {
  const [, traceId, spanId, flags] = traceparent.split('-') as [string, string, string, string];
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** The text for a span whose trace is kept. */
export function traceparentOf({ traceId, spanId }: Pick<TraceContext, 'traceId' | 'spanId'>): string {
  return `00-${traceId}-${spanId}-01`;
}
