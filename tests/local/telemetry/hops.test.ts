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

/** Has the deployment send spans until the collector has so many of the trace. */
async function collected(traceId: string, count: number): Promise<string[]> {
  await expect
    .poll(
      async () => {
        await running.deployment.run('operations/node/exportSpans:run');
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

  expect(await collected(traceId, 8)).toEqual([
    `${spanId} > profile.update: ok`,
    'profile.update > events.webhooks.deliver: ok',
    'profile.update > events.webhooks: ok',
    'profile.update > profile.baselines: ok',
    'profile.update > trust.authors: ok',
    // It takes both events of the change one by one.
    'profile.update > trust.gigs: ok',
    'profile.update > trust.gigs: ok',
    'profile.update > trust.reputation: ok',
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

test('spans stay for a collector that is busy, and go where it takes them or refuses them for good', async () => {
  const token = await running.person('zoltan');
  const waiting = async () => ((await running.deployment.run('operations/telemetry:waiting')) as unknown[]).length;
  /** A traced call that is refused, so that no consumer follows. */
  const called = () =>
    running.ask(
      token,
      { path: 'profile:update', kind: 'mutation' },
      {
        changes: { about: { text: 'Words' } },
        expected: { about: 7 },
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
    );
  const gone = () => expect.poll(waiting, { timeout: 8_000 }).toBe(0);
  await called();
  await running.deployment.run('operations/telemetry:start');
  await gone();

  collector.answer = (response) => void response.writeHead(503, { 'Retry-After': '120' }).end();
  await called();
  // Past the pause that a failure makes, which the scheduled export keeps.
  const send = () => running.deployment.run('operations/node/exportSpans:run');
  await send();
  await called();
  expect(await waiting()).toBe(1);

  collector.answer = (response) => void response.writeHead(400).end();
  await send();
  expect(await waiting()).toBe(0);
});
