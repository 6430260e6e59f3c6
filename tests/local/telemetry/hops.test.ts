/** One trace through every hop of one change, on a whole deployment with a real OpenTelemetry client and a collector. */
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { createGigsy } from '@gigsy/sdk';
import { withTelemetry } from '@gigsy/sdk/telemetry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningBackend } from '../running-backend.ts';
import { Receiver } from '../webhooks/receiver.ts';
import { Collector } from './collector.ts';

let collector: Collector;
let running: RunningBackend;
let receiver: Receiver;
const exporter = new InMemorySpanExporter();
const tracerProvider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });

beforeAll(async () => {
  collector = await Collector.start();
  running = await RunningBackend.start({
    GIGSY_WEBHOOK_LOOPBACK: 'on',
    GIGSY_OTLP_URL: collector.url,
    GIGSY_OTLP_HEADERS: 'Authorization=Bearer%20collector',
  });
  await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  const admin = await running.token('root');
  receiver = await Receiver.subscribed(running, admin, await running.partner(admin));
});
afterAll(async () => {
  await running?.close();
  await receiver?.stop();
  await collector?.stop();
});

/** Has the deployment send what waits until the collector has so many spans of the trace. */
async function collected(traceId: string, count: number): Promise<string[]> {
  await expect
    .poll(
      async () => {
        await running.deployment.run('operations/telemetry:start');
        return collector.ofTrace(traceId).length;
      },
      { timeout: 8_000, interval: 100 },
    )
    .toBe(count);
  return collector.ofTrace(traceId);
}

test('a change is one trace from the call to the delivery, and the receiver of another party hears nothing of it', async () => {
  const token = await running.person('quintus');
  await receiver.until((received) => received.length === 1);
  const gigsy = createGigsy({ url: running.deployment.url, auth: { getToken: async () => token } });
  await withTelemetry(gigsy, { tracerProvider }).profile.update({
    changes: { identity: { headline: 'Traced words' } },
    expected: { identity: 1 },
  });
  await receiver.until((received) => received.length === 2);
  const [span] = exporter.getFinishedSpans();
  const { traceId, spanId } = span!.spanContext();

  expect(await collected(traceId, 6)).toEqual([
    `${spanId} > profile.update: ok`,
    'profile.update > events.webhooks.deliver: ok',
    'profile.update > events.webhooks: ok',
    'profile.update > events.webhooks: ok',
    'profile.update > profile.baselines: ok',
    'profile.update > profile.baselines: ok',
  ]);
  const logged = (await running.deployment.run('events/log:ofTrace', { traceId })) as { type: string }[];
  expect(logged.map(({ type }) => type).sort()).toEqual(['profile.published', 'profile.updated']);
  const [, { headers, body }] = receiver.received as [unknown, { headers: object; body: string }];
  expect(JSON.stringify([headers, body])).not.toMatch(new RegExp(`traceparent|${traceId}`));
  // The person's id, words, handle: none is in what the collector has.
  expect(JSON.stringify(collector.requests)).not.toMatch(/quintus|Traced|profile:/);
  expect(collector.requests.every(({ headers: { authorization } }) => authorization === 'Bearer collector')).toBe(true);
  gigsy.close();
});
