/** Spans as OTLP: the same as the real exporter of OpenTelemetry writes them. */
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { type SpanParts, exportRequest, rejectedIn } from '../../convex/model/operations/otlp.js';

const SITE = 'https://happy-otter-123.convex.site';
const NAMES = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER };
const AT = Date.UTC(2031, 4, 1, 9, 30, 0, 123);

/** The span that OpenTelemetry's exporter would write for these parts. Fields that only count what is missing are left out. */
function written(given: SpanParts): object {
  const exporter = new InMemorySpanExporter();
  const ids = { generateTraceId: () => given.traceId, generateSpanId: () => given.spanId };
  const provider = new TracerProvider({
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
    idGenerator: ids,
  });
  const { traceId, parentId: spanId } = given;
  const parent = { traceId, spanId: spanId ?? '', traceFlags: TraceFlags.SAMPLED, isRemote: true };
  const under = spanId === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
  const attributes = {
    'gigsy.outcome': given.outcome,
    ...(given.event !== undefined && { 'gigsy.event': given.event }),
  };
  const span = provider
    .getTracer('gigsy')
    .startSpan(given.name, { kind: NAMES[given.kind], startTime: given.startedAt, attributes }, under);
  if (given.outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(given.endedAt);
  const request = JSON.parse(
    new TextDecoder().decode(JsonTraceSerializer.serializeRequest(exporter.getFinishedSpans())),
  ) as {
    resourceSpans: { scopeSpans: { scope: object; spans: object[] }[] }[];
  };
  const { scope, spans } = request.resourceSpans[0]!.scopeSpans[0]!;
  expect(scope).toEqual({ name: 'gigsy' });
  return Object.fromEntries(
    Object.entries(spans[0]!).filter(
      ([name, value]) => name !== 'flags' && !/^dropped/.test(name) && !isEmpty(name, value),
    ),
  );
}

const isEmpty = (name: string, value: unknown) => (name === 'events' || name === 'links') && (value as []).length === 0;

const root: SpanParts = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  name: 'profile.update',
  kind: 'server',
  startedAt: AT,
  endedAt: AT,
  outcome: 'ok',
};

test.each<SpanParts>([
  root,
  { ...root, parentId: '00f067aa0ba902b7', outcome: 'version_conflict' },
  { ...root, kind: 'consumer', name: 'events.webhooks', event: 'profile.published', parentId: '00f067aa0ba902b7' },
  { ...root, kind: 'client', name: 'events.webhooks.deliver', outcome: 'timeout', endedAt: AT + 15_000 },
])('a $kind span with the outcome $outcome', (span) => {
  const { resourceSpans } = exportRequest([span], SITE);
  expect(resourceSpans[0]!.scopeSpans[0]!.spans).toEqual([written(span)]);
});

test('a request names the deployment, and holds its spans in their order', () => {
  const { resource, scopeSpans } = exportRequest([root, { ...root, name: 'second' }], SITE).resourceSpans[0]!;
  expect(resource.attributes).toEqual([
    { key: 'service.name', value: { stringValue: 'gigsy' } },
    { key: 'service.instance.id', value: { stringValue: SITE } },
  ]);
  expect(scopeSpans[0]!.spans.map(({ name }) => name)).toEqual(['profile.update', 'second']);
});

test.each<[string, number]>([
  ['{"partialSuccess":{"rejectedSpans":"3","errorMessage":"too old"}}', 3],
  ['{"partialSuccess":{"rejectedSpans":2}}', 2],
  ['{"partialSuccess":{}}', 0],
  ['{}', 0],
  ['null', 0],
  ['', 0],
  ['<html>', 0],
  ['{"partialSuccess":{"rejectedSpans":"many"}}', 0],
])('the answer %s rejects %i spans', (body, count) => expect(rejectedIn(body)).toBe(count));
