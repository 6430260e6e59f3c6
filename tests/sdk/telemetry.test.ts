/** Spans of calls, by the real OpenTelemetry SDK. */
import { SpanKind, SpanStatusCode, context, trace } from '@opentelemetry/api';
import {
  AlwaysOffSampler,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  StackContextManager,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { contract, listFunctions, traceparentSchema } from '@gigsy/schema';
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import { withTelemetry } from '@gigsy/sdk/telemetry';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Deployment, thrown, value } from './deployment.ts';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterAll(() => deployment.stop());

const exporter = new InMemorySpanExporter();
const processors = [new SimpleSpanProcessor({ exporter })];
const tracerProvider = new TracerProvider({ spanProcessors: processors });
beforeEach(() => exporter.reset());

let plain: Gigsy;
beforeEach(() => {
  plain = createGigsy({ url: deployment.url, retries: 0 });
});

const change = { changes: { about: { text: 'Secret words' } }, expected: { about: 1 } };
const sent = () => deployment.received.map(({ body }) => body.args![0]!);
const spans = () => exporter.getFinishedSpans();

describe('a span', () => {
  test('tells the function, its outcome and nothing of what was said', async () => {
    deployment.answer(value({ versions: {}, answer: 'Secret answer' }));
    await withTelemetry(plain, { tracerProvider }).profile.update(change);
    const [span] = spans();
    expect(span).toMatchObject({
      name: 'profile.update',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
    });
    expect(span!.attributes).toEqual({ 'gigsy.outcome': 'ok' });
    expect(span!.events).toEqual([]);
    expect(span!.links).toEqual([]);
  });

  test('tells the code of a refusal without its message', async () => {
    deployment.answer(value({ refused: { code: 'version_conflict', message: 'Secret words', conflicts: [] } }));
    const call = withTelemetry(plain, { tracerProvider }).profile.update(change);
    await expect(call).rejects.toMatchObject({ code: 'version_conflict' });
    expect(spans()[0]!.attributes).toEqual({ 'gigsy.outcome': 'version_conflict' });
    expect(spans()[0]!.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(spans()[0]!.events).toEqual([]);
  });

  test('is made of each call of the contract, under the name of the function', async () => {
    deployment.answer(value(null));
    const traced = withTelemetry(plain, { tracerProvider });
    for (const { name } of listFunctions(contract)) {
      const method = name
        .split('.')
        .reduce((tree, part) => tree[part] as never, traced as unknown as Record<string, unknown>);
      await (method as unknown as (args: object) => Promise<unknown>)({});
    }
    expect(spans().map(({ name }) => name)).toEqual(listFunctions(contract).map(({ name }) => name));
  });
});

describe('the trace', () => {
  test('goes with a mutation, in the span of the call', async () => {
    deployment.answer(value(null));
    await withTelemetry(plain, { tracerProvider }).profile.update(change);
    const { traceId, spanId } = spans()[0]!.spanContext();
    expect(sent()[0]).toMatchObject({ ...change, traceparent: `00-${traceId}-${spanId}-01` });
    expect(traceparentSchema.safeParse(sent()[0]!.traceparent).success).toBe(true);
  });

  test('does not go with a query, whose answers are kept by its arguments', async () => {
    deployment.answer(value(null));
    await withTelemetry(plain, { tracerProvider }).profile.get({ handle: 'ada' });
    expect(sent()).toEqual([{ handle: 'ada' }]);
  });

  test('is said not to be kept where the host does not keep it', async () => {
    deployment.answer(value(null));
    const off = new TracerProvider({ sampler: new AlwaysOffSampler(), spanProcessors: processors });
    await withTelemetry(plain, { tracerProvider: off }).profile.update(change);
    expect(sent()[0]!.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(spans()).toEqual([]);
  });

  test('is the one that the caller gives', async () => {
    deployment.answer(value(null));
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await withTelemetry(plain, { tracerProvider }).profile.update({ ...change, traceparent });
    expect(sent()[0]!.traceparent).toBe(traceparent);
  });

  test('is left out without a provider, and by the client that is not wrapped', async () => {
    deployment.answer(value(null));
    await withTelemetry(plain).profile.update(change);
    withTelemetry(plain, { tracerProvider });
    await plain.profile.update(change);
    for (const args of sent()) expect(args).not.toHaveProperty('traceparent');
    expect(spans()).toEqual([]);
  });

  test('goes on from the span that the host is in', async () => {
    deployment.answer(value(null));
    context.setGlobalContextManager(new StackContextManager().enable());
    const host = tracerProvider.getTracer('host').startSpan('render');
    let active: string | undefined;
    const getToken = async () => {
      active = trace.getActiveSpan()?.spanContext().spanId;
      return null;
    };
    const traced = withTelemetry(createGigsy({ url: deployment.url, auth: { getToken } }), { tracerProvider });
    await context.with(trace.setSpan(context.active(), host), () => traced.profile.update(change));
    context.disable();
    // Spans that the call itself makes belong to its own.
    expect(active).toBe(spans()[0]!.spanContext().spanId);
    const { traceId, spanId } = host.spanContext();
    expect(spans()[0]!.parentSpanContext?.spanId).toBe(spanId);
    expect(String(sent()[0]!.traceparent)).toContain(traceId);
  });
});

describe('an older deployment, which refuses the argument', () => {
  const unknown = (...paths: string[]) =>
    thrown({
      code: 'invalid_argument',
      message: 'Refused.',
      fields: paths.map((path) => ({ path, message: 'is not a known field' })),
    });

  test('is called without it, at once and from then on, under the same key of a request that names one', async () => {
    deployment.answer(unknown('traceparent'), value('made'), value('made'));
    const traced = withTelemetry(plain, { tracerProvider });
    const keyed = { ...change, idempotencyKey: 'one-request' };
    expect(await traced.profile.update(keyed)).toBe('made');
    expect(await traced.profile.update(keyed)).toBe('made');
    expect(sent().map((args) => [args.idempotencyKey, 'traceparent' in args])).toEqual([
      ['one-request', true],
      ['one-request', false],
      ['one-request', false],
    ]);
    expect(spans().map(({ attributes }) => attributes['gigsy.outcome'])).toEqual(['ok', 'ok']);
  });

  test('still refuses other arguments, and a trace that the caller gave', async () => {
    deployment.answer(unknown('changes'));
    const traced = withTelemetry(plain, { tracerProvider });
    await expect(traced.profile.update(change)).rejects.toMatchObject({ fields: [{ path: 'changes' }] });
    expect(sent()).toHaveLength(1);
    deployment.answer(unknown('traceparent'));
    await expect(traced.profile.update({ ...change, traceparent: 'mine' })).rejects.toMatchObject({
      code: 'invalid_argument',
    });
    expect(sent()).toHaveLength(1);
  });
});
