/** Traces through the backend: the rows that they leave, the systems that hear of them, and those that do not. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { consumers } from '../../convex/model/consumers.js';
import { collector } from '../../convex/model/operations/telemetry.js';
import { delivering } from './delivering.ts';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { partnerOf } from './partner.ts';
import { SAMPLED, SPAN, TRACE, spansOf, tablesWith } from './traces.ts';

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2031, 4, 1) });
  vi.spyOn(console, 'error').mockReturnValue();
  d = deployment();
  ada = await person(d, 'ada');
  vi.stubEnv('GIGSY_OTLP_URL', 'https://collector.example/v1/traces');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets consumers run. */
async function pass(ms = 3_000): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await vi.advanceTimersByTimeAsync(ms);
    await d.t.finishInProgressScheduledFunctions();
  }
}

const headline = (text: string, expected: number, more: object = {}) =>
  ada.mutation(api.profile.update, {
    changes: { identity: { headline: text } },
    expected: { identity: expected },
    idempotencyKey: key(),
    ...more,
  });

describe('a traced call', () => {
  test('leaves its span and the traces of its events, and nothing anywhere else', async () => {
    await headline('Words', 1, { traceparent: SAMPLED });
    expect(await spansOf(d)).toEqual([`${SPAN} > server profile.update: ok`]);
    const [span] = await d.t.run((ctx) => ctx.db.query('traceSpans').collect());
    expect(span).toMatchObject({ traceId: TRACE, startedAt: Date.now(), endedAt: Date.now() });
    expect(await tablesWith(d, TRACE)).toEqual(['eventTraces', 'traceSpans']);
    const { events } = await d.t.query(internal.events.log.page, { count: 100 });
    expect(JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? '' : value))).not.toContain(
      'trace',
    );
    const traced = await d.t.query(internal.events.log.ofTrace, { traceId: TRACE });
    expect(traced.map(({ type }: { type: string }) => type)).toEqual(['profile.published', 'profile.updated']);
  });

  test('that is refused leaves the code of its refusal, and no event', async () => {
    await refusalOf(headline('Words', 7, { traceparent: SAMPLED }));
    expect(await spansOf(d)).toEqual([`${SPAN} > server profile.update: version_conflict`]);
    expect(await d.t.query(internal.events.log.ofTrace, { traceId: TRACE })).toEqual([]);
  });

  test('has one effect and one span, also when it is repeated in another trace', async () => {
    const one = { idempotencyKey: 'the-same-request' };
    const first = await headline('Words', 1, { ...one, traceparent: SAMPLED });
    const again = await headline('Words', 1, { ...one, traceparent: SAMPLED.replaceAll('a', 'b') });
    expect(again).toEqual(first);
    expect(await headline('Words', 1, one)).toEqual(first);
    expect(await spansOf(d)).toHaveLength(1);
  });

  test('answers as one without a trace does', async () => {
    const traced = await headline('One', 1, { traceparent: SAMPLED });
    const plain = await headline('Two', 2);
    expect(Object.keys(traced)).toEqual(Object.keys(plain));
    expect(JSON.stringify(traced)).not.toContain(TRACE);
  });

  test('holds nothing of the person in its spans', async () => {
    const ids = await d.t.run(async (ctx) => [
      (await ctx.db.query('accounts').first())!._id,
      (await ctx.db.query('profiles').first())!._id,
    ]);
    await headline('Words', 1, { traceparent: SAMPLED });
    await pass();
    const spans = JSON.stringify(await d.t.run((ctx) => ctx.db.query('traceSpans').collect()));
    for (const text of [...ids, 'user_ada', '"ada', 'Words', 'Person']) expect(spans).not.toContain(text);
  });
});

describe('a call is not traced', () => {
  const nothing = async () => expect([await spansOf(d), await tablesWith(d, TRACE)]).toEqual([[], []]);

  test('where the deployment has no collector', async () => {
    vi.stubEnv('GIGSY_OTLP_URL', '');
    vi.stubEnv('GIGSY_TRACE_RATE', '1');
    await headline('Words', 1, { traceparent: SAMPLED });
    await pass();
    await nothing();
  });

  test('where its caller does not keep the trace, whatever the deployment draws', async () => {
    vi.stubEnv('GIGSY_TRACE_RATE', '1');
    await headline('Words', 1, { traceparent: `00-${TRACE}-${SPAN}-00` });
    await nothing();
  });

  test.each(['0', '', 'often', '-1', '2', 'NaN'])('without a trace of its own at the rate "%s"', async (rate) => {
    vi.stubEnv('GIGSY_TRACE_RATE', rate);
    await headline('Words', 1);
    await nothing();
  });
});

test('the deployment begins a trace for the part of the other calls that its rate names', async () => {
  vi.stubEnv('GIGSY_TRACE_RATE', '0.25');
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.25);
  await headline('One', 1);
  expect(await spansOf(d)).toEqual([]);
  random.mockReturnValue(0.24);
  await headline('Two', 2);
  expect(await spansOf(d)).toEqual(['nothing > server profile.update: ok']);
});

test.each<[unknown, string]>([
  ['', 'invalid_format'],
  [SAMPLED.toUpperCase(), 'invalid_format'],
  [`${SAMPLED}-extra`, 'invalid_format'],
  [`ff${SAMPLED.slice(2)}`, 'invalid_format'],
  [`00-${'0'.repeat(32)}-${SPAN}-01`, 'invalid_format'],
  [`00-${TRACE}-${'0'.repeat(16)}-01`, 'invalid_format'],
  [`${SAMPLED}\u200b`, 'invalid_format'],
  [7, 'wrong_type'],
  [null, 'wrong_type'],
])('%j is refused, together with every other fault', async (traceparent, code) => {
  const { fields, message } = await refusalOf(headline('Words', -1, { traceparent }));
  expect(fields).toContainEqual({ path: 'traceparent', code, message: expect.any(String) });
  expect(fields!.map(({ path }) => path)).toContain('expected.identity');
  expect(message).not.toContain(TRACE);
  expect(await tablesWith(d, 'traceparent')).toEqual([]);
});

test('queries take no trace, since their answers are kept by their arguments', async () => {
  const asked = d.t.query(api.profile.get, { handle: 'ada', traceparent: SAMPLED } as never);
  expect((await refusalOf(asked)).fields).toMatchObject([{ path: 'traceparent', code: 'unknown_field' }]);
});

test('consumers leave a span for each traced change that they take, and none for the others between', async () => {
  await pass();
  await headline('One', 1);
  await headline('Two', 2, { traceparent: SAMPLED });
  await headline('Three', 3);
  await pass();
  // A consumer that takes one event at a time leaves a span for each.
  expect(new Set(await spansOf(d))).toEqual(
    new Set([
      `${SPAN} > server profile.update: ok`,
      ...consumers.map(({ name }) => `profile.update > consumer ${name}: ok`),
    ]),
  );
});

test('a delivery leaves a span of each attempt, and tells a receiver nothing of a trace that others began', async () => {
  const { webhook } = await delivering(d, await partnerOf(d));
  await pass();
  const claim = () => d.t.mutation(internal.events.deliveries.claim, { webhook: webhook as Id<'webhooks'> });
  const settle = (one: Awaited<ReturnType<typeof claim>>[number], fault: 'status' | null) =>
    d.t.mutation(internal.events.deliveries.settle, {
      ...{ delivery: one.delivery, fault, status: fault ? 500 : 204, waitMs: null },
      ...(one.span && { span: one.span }),
    });
  for (let due = await claim(); due.length > 0; due = await claim()) for (const one of due) await settle(one, null);
  await headline('Words', 1, { traceparent: SAMPLED });
  await pass();
  const [first] = await claim();
  expect(first!.span).toMatchObject({ traceId: TRACE, told: false });
  expect(first!.body).not.toContain('trace');
  await vi.advanceTimersByTimeAsync(120);
  await settle(first!, 'status');
  await vi.advanceTimersByTimeAsync(10_000);
  const [second] = await claim();
  expect(second!.span!.spanId).not.toBe(first!.span!.spanId);
  expect(second!.body).toBe(first!.body);
  await settle(second!, null);
  const sent = (outcome: string) => `profile.update > client events.webhooks.deliver of profile.published: ${outcome}`;
  expect((await spansOf(d)).filter((span) => span.includes('deliver'))).toEqual([sent('status'), sent('ok')]);
  const rows = await d.t.run((ctx) => ctx.db.query('traceSpans').collect());
  const attempt = rows.find(({ outcome }) => outcome === 'status')!;
  expect(attempt.endedAt - attempt.startedAt).toBe(120);
});

describe('a collector that fails', () => {
  const { telemetry } = internal.operations;
  const waiting = async () => (await d.t.query(telemetry.waiting, {})).map(({ _id }) => _id);
  const settle = async (fault: string | null, more: { gone?: boolean; waitMs?: number } = {}) =>
    d.t.mutation(telemetry.settle, { spans: await waiting(), fault, gone: fault === null, waitMs: 0, ...more });
  const scheduled = async () => {
    await d.t.mutation(telemetry.start, {});
    const jobs = await d.t.run((ctx) => ctx.db.system.query('_scheduled_functions').collect());
    return jobs.filter(({ name, state }) => name.includes('exportSpans') && state.kind === 'pending').length > 0;
  };
  const noted = async (expected: number) => {
    const before = (await waiting()).length;
    await headline(`Words ${expected}`, expected, { traceparent: SAMPLED });
    return (await waiting()).length - before;
  };

  test('gets its spans again after a pause, and meanwhile no call writes any', async () => {
    expect(await scheduled()).toBe(false);
    expect(await noted(1)).toBe(1);
    expect(await scheduled()).toBe(true);
    await pass(0);
    await settle('unreachable');
    expect([await noted(2), (await waiting()).length, await scheduled()]).toEqual([0, 1, false]);
    await vi.advanceTimersByTimeAsync(60_001);
    expect([await noted(3), await scheduled()]).toEqual([1, true]);
    await pass(0);
    // The second pause is twice as long.
    await settle('status_503');
    await vi.advanceTimersByTimeAsync(60_001);
    expect([await noted(4), await scheduled()]).toEqual([0, false]);
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await noted(5)).toBe(1);
    await settle(null);
    expect([await waiting(), await noted(6)]).toEqual([[], 1]);
    await settle('timeout');
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await noted(7)).toBe(1);
  });

  test('is left alone for as long as it asks, an hour at most', async () => {
    await noted(1);
    await settle('status_429', { waitMs: 10 * 60_000 });
    await vi.advanceTimersByTimeAsync(10 * 60_000 - 1);
    expect(await noted(2)).toBe(0);
    await vi.advanceTimersByTimeAsync(2);
    expect(await noted(3)).toBe(1);
    await settle('status_429', { waitMs: 24 * 60 * 60_000 });
    await vi.advanceTimersByTimeAsync(60 * 60_000 + 1);
    expect(await noted(4)).toBe(1);
  });

  test('does not get again what it has refused for good', async () => {
    await noted(1);
    await settle('status_400', { gone: true });
    expect(await waiting()).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await noted(2)).toBe(1);
  });

  test('is not taken for well or ill by an outcome that comes when the spans are gone', async () => {
    await noted(1);
    const spans = await waiting();
    const late = (fault: string | null) => d.t.mutation(telemetry.settle, { spans, fault, gone: true, waitMs: 0 });
    await late('status_400');
    await late(null);
    expect(await noted(2)).toBe(0);
    await vi.advanceTimersByTimeAsync(60_001);
    await late('timeout');
    expect(await noted(3)).toBe(1);
  });

  test('leaves a line in the log that names the fault and nothing else', async () => {
    await noted(1);
    await settle('status_401', { gone: true });
    expect(vi.mocked(console.error).mock.calls).toEqual([
      [JSON.stringify({ event: 'telemetry.not_taken', fault: 'status_401', failures: 1 })],
    ]);
  });
});

describe('headers for the collector', () => {
  test('are those of OTEL_EXPORTER_OTLP_HEADERS', () => {
    vi.stubEnv('GIGSY_OTLP_HEADERS', 'Authorization=Bearer%20a%3Db, x-team = portfolio ,,');
    expect(collector()).toEqual({
      url: 'https://collector.example/v1/traces',
      headers: { authorization: 'Bearer a=b', 'x-team': 'portfolio' },
    });
  });

  test.each([
    'secret',
    '=secret',
    'a b=secret',
    'a=%0d%0asecret',
    'a=%secret',
    'host=secret',
    'Content-Length=7',
    'a=',
  ])('are refused as %j, without quoting them', (headers) => {
    vi.stubEnv('GIGSY_OTLP_HEADERS', headers);
    expect(collector).toThrow(/^GIGSY_OTLP_HEADERS must be name=value pairs/);
  });
});
