/**
 * Traces that other systems begin: from their event through the mapper and the log to a delivery. The mapper is a test's own, in
 * the place where a domain's would be.
 */
import { readEvent, inboundCatalog } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { consumers } from '../../convex/model/consumers.js';
import { keyOf } from '../../convex/model/events/inbox.js';
import { appendEvent } from '../../convex/model/events/log.js';
import type { InboundMapper } from '../../convex/model/events/mapper.js';
import { type Deployment, deployment, key, person } from './deployment.ts';
import { COURSES, eventOf, sourceOf } from './inbox-source.ts';
import { partnerOf } from './partner.ts';
import { SAMPLED, SPAN, TRACE, spansOf, tablesWith } from './traces.ts';

/** Tells the public of each event that it takes, and fails for some after that. */
const mapper: InboundMapper = {
  domain: 'portfolio',
  async apply(ctx, { id }) {
    const profile = (await ctx.db.query('profiles').first())!;
    await appendEvent(ctx, 'profile.published', profile._id, { sections: ['identity'] });
    if (id === 'poison') throw new Error('The mapper cannot take it.');
  },
};
vi.mock('../../convex/model/inbound.ts', () => ({ inboundMappers: [] }));
const { inboundMappers } = await import('../../convex/model/inbound.js');

let d: Deployment;
let own: string;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2031, 4, 1) });
  vi.spyOn(console, 'error').mockReturnValue();
  vi.stubEnv('GIGSY_OTLP_URL', 'https://collector.example/v1/traces');
  (inboundMappers as InboundMapper[]).push(mapper);
  d = deployment();
  await person(d, 'ada');
  own = (await partnerOf(d)).partner;
  await pass();
});
afterEach(() => {
  (inboundMappers as InboundMapper[]).length = 0;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function pass(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await vi.advanceTimersByTimeAsync(3_000);
    await d.t.finishInProgressScheduledFunctions();
  }
}

/** Has a source of the partner send an event in a trace. */
async function sent(id: string, partner: string | undefined): Promise<void> {
  const { name } = await sourceOf(d, { address: `${COURSES}/${id}`, ...(partner && { partner }) });
  const given = { ...eventOf({ id, address: `${COURSES}/${id}` }), traceparent: SAMPLED };
  const event = readEvent(given, { address: `${COURSES}/${id}`, ofPartner: partner !== undefined }, inboundCatalog);
  if ('fault' in event) throw new Error(event.fault);
  await d.t.mutation(internal.events.inbox.take, { name, events: [{ key: await keyOf(id, ''), id, event }] });
  await pass();
}

async function hookOf(partner: string): Promise<Id<'webhooks'>> {
  const registration = { partner, url: `https://receiver.example/${partner}`, idempotencyKey: key() };
  const { webhook } = await d.as('user_root').mutation(api.events.webhooks.register, registration);
  const id = webhook.webhook as Id<'webhooks'>;
  await d.t.mutation(internal.events.deliveries.verified, { webhook: id, fault: null });
  return id;
}

/** The trace in the body of the next delivery, and whether its request names one. */
async function told(webhook: Id<'webhooks'>): Promise<[string | undefined, boolean | undefined]> {
  const [due] = await d.t.mutation(internal.events.deliveries.claim, { webhook });
  return [(JSON.parse(due!.body) as { traceparent?: string }).traceparent, due!.span?.told];
}

test('the organisation whose source began a trace hears of it, and no other does', async () => {
  const { partner: other } = await partnerOf(d);
  const [ownHook, otherHook] = [await hookOf(own), await hookOf(other)];
  await sent('one', own);
  const [applied] = await d.t.run((ctx) => ctx.db.query('traceSpans').collect());
  expect(await told(ownHook)).toEqual([`00-${TRACE}-${applied!.spanId}-01`, true]);
  expect(await told(otherHook)).toEqual([undefined, false]);
});

test('a trace that a source of no organisation began is told to nobody', async () => {
  const hook = await hookOf(own);
  await sent('two', undefined);
  expect(await told(hook)).toEqual([undefined, false]);
});

test('the trace goes from the event to the consumers of what follows from it', async () => {
  await sent('three', own);
  const apply = `${SPAN} > consumer events.inbox.apply of course.completed: ok`;
  const taken = consumers.map(({ name }) => `events.inbox.apply > consumer ${name}: ok`);
  // A consumer that takes one event at a time leaves a span for each.
  expect(new Set(await spansOf(d))).toEqual(new Set([apply, ...taken]));
  // The event itself stays for as long as its person does, without its trace.
  expect(await tablesWith(d, TRACE)).toEqual(['eventTraces', 'traceSpans']);
});

test('an event that its mapper cannot take leaves the span of its failure, and no event', async () => {
  await sent('poison', own);
  expect(await spansOf(d)).toEqual([`${SPAN} > consumer events.inbox.apply of course.completed: mapping_failed`]);
  expect(await d.t.query(internal.events.log.ofTrace, { traceId: TRACE })).toEqual([]);
});
