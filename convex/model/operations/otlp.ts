/**
 * Spans as OTLP writes them in JSON: ids are hex, times are nanoseconds as decimal text, enums are numbers. See
 * https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
import type { Span } from './spans.js';

const KINDS = { server: 2, client: 3, consumer: 5 } as const satisfies Record<Span['kind'], number>;
const UNSET = 0;
const ERROR = 2;

/** A span as it is stored, without the fields of its row. */
export type SpanParts = Omit<Span, '_id' | '_creationTime'>;

/** The body of a request that exports spans. `site` is the deployment's own address, which tells it from others. */
export function exportRequest(spans: readonly SpanParts[], site: string) {
  return {
    resourceSpans: [
      {
        resource: { attributes: [attribute('service.name', 'gigsy'), attribute('service.instance.id', site)] },
        scopeSpans: [{ scope: { name: 'gigsy' }, spans: spans.map(otlpSpan) }],
      },
    ],
  };
}

function otlpSpan({ traceId, spanId, parentId, name, kind, startedAt, endedAt, outcome, event }: SpanParts) {
  return {
    traceId,
    spanId,
    ...(parentId !== undefined && { parentSpanId: parentId }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: nanoseconds(startedAt),
    endTimeUnixNano: nanoseconds(endedAt),
    attributes: [
      attribute('gigsy.outcome', outcome),
      ...(event === undefined ? [] : [attribute('gigsy.event', event)]),
    ],
    status: { code: outcome === 'ok' ? UNSET : ERROR },
  };
}

function attribute(key: string, stringValue: string) {
  return { key, value: { stringValue } };
}

/** Of Unix milliseconds, whose fractions are left out. */
function nanoseconds(ms: number): string {
  return `${Math.floor(ms)}000000`;
}

/** Spans that a collector refused, by its answer; 0 where the answer tells nothing. */
export function rejectedIn(body: string): number {
  try {
    const { partialSuccess } = Object(JSON.parse(body)) as { partialSuccess?: { rejectedSpans?: unknown } };
    return Number(partialSuccess?.rejectedSpans) || 0;
  } catch {
    return 0;
  }
}
