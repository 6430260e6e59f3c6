/**
 * The inbox at a running deployment. `cloudevents` makes the events and `standardwebhooks` signs them, as a sender's server
 * does.
 */
import { MAX_BATCH, MAX_REQUEST } from '@gigsy/schema';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sentData } from '../sent-events.ts';
import { type Answer, RunningBackend } from './running-backend.ts';
import { COURSES, RunningSource, outcomesOf, sent } from './running-source.ts';

let running: RunningBackend;
let admin: string;
let source: RunningSource;
beforeAll(async () => {
  running = await RunningBackend.start();
  await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  admin = await running.token('root');
  source = await RunningSource.registered(running, admin);
  await running.person('ada');
}, 60_000);
afterAll(() => running?.close());

let count = 0;
/** A good event that nobody has sent. */
function course(more: Record<string, unknown> = {}) {
  count += 1;
  return sent({
    id: `event-${count}`,
    type: 'course.completed',
    subject: 'handle:ada',
    data: sentData['course.completed'],
    ...more,
  });
}

const statusOf = ({ status, body }: Answer) => [status, (JSON.parse(body) as { code?: string }).code];
const single = (event: object) => JSON.stringify(event);

/** The source as administrators see it. */
async function listed() {
  const sources = await running.query<{ source: string; waiting: number; quarantined: number }[]>(
    admin,
    'events/sources:list',
  );
  return sources.find((one) => one.source === source.name)!;
}

describe('a signature', () => {
  test('of the source is believed, and the event accepted once', async () => {
    const event = course();
    expect(await source.deliver(event)).toEqual({ id: event.id, outcome: 'accepted' });
    expect(await source.deliver(event)).toEqual({ id: event.id, outcome: 'duplicate' });
    await vi.waitFor(async () => expect((await listed()).waiting).toBe(0));
  });

  test('is needed, of this body and secret, within five minutes', async () => {
    const body = single(course());
    const other = await RunningSource.registered(running, admin, { address: `${COURSES}/other` });
    const minutes = (number: number) => new Date(Date.now() + number * 60_000);
    const refused: Answer[] = [
      await source.post(body, { 'webhook-signature': 'v1,AAAA' }),
      await source.post(body, { 'webhook-signature': '' }),
      await source.post(body, { 'webhook-id': 'msg_2' }),
      await source.post(body, {}, { at: minutes(-6) }),
      await source.post(body, {}, { at: minutes(6) }),
      await source.post(body, {}, { secret: other.secret }),
      await source.post(body, { 'webhook-timestamp': 'soon' }),
      await running.request('POST', { path: '/v1/events', body, headers: source.signed(body) }),
      await running.request('POST', {
        path: '/v1/events?source=src_0000000000000000',
        body,
        headers: source.signed(body),
      }),
    ];
    for (const answer of refused) expect(answer).toEqual(refused[0]);
    expect(statusOf(refused[0]!)).toEqual([401, 'unauthenticated']);
    expect(outcomesOf(await source.post(body, {}, { at: minutes(-4) }))[0]!.outcome).toBe('accepted');
  });

  test('of either secret is believed while a secret is replaced, and of the old one no longer after that', async () => {
    const rotated = await RunningSource.registered(running, admin, { address: `${COURSES}/rotated` });
    const before = rotated.secret;
    await rotated.rotate(admin, 60_000);
    const body = single(course({ source: `${COURSES}/rotated` }));
    expect(outcomesOf(await rotated.post(body, {}, { secret: before }))[0]!.outcome).toBe('accepted');
    expect(outcomesOf(await rotated.post(body))[0]!.outcome).toBe('duplicate');
    await rotated.rotate(admin, 0);
    expect(statusOf(await rotated.post(body, {}, { secret: before }))).toEqual([401, 'unauthenticated']);
    expect(outcomesOf(await rotated.post(body))[0]!.outcome).toBe('duplicate');
  });

  test('of a removed source is not believed', async () => {
    const ended = await RunningSource.registered(running, admin, { address: `${COURSES}/ended` });
    await running.mutate(admin, 'events/sources:remove', { source: ended.name });
    expect(statusOf(await ended.post(single(course())))).toEqual([401, 'unauthenticated']);
  });
});

describe('a request', () => {
  test('may be a batch, with an outcome for each event in its order', async () => {
    const [good, other] = [course(), course({ type: 'gig.completed', data: sentData['gig.completed'] })];
    const outcomes = await source.deliverAll([good, { ...other, type: 'gig.started' }, other, good]);
    expect(outcomes).toEqual([
      { id: good.id, outcome: 'accepted' },
      {
        id: other.id,
        outcome: 'quarantined',
        reason: 'unknown_type',
        fields: [{ path: 'type', code: 'not_an_option', message: expect.any(String) as string }],
      },
      { id: other.id, outcome: 'accepted' },
      { id: good.id, outcome: 'duplicate' },
    ]);
    expect(await source.deliverAll([])).toEqual([]);
    await vi.waitFor(async () => expect(await listed()).toMatchObject({ waiting: 0, quarantined: 0 }));
  });

  test.each<[string, string, string | undefined, [number, string]]>([
    ['no JSON', '{', undefined, [400, 'invalid_argument']],
    ['another type of content', '{}', 'application/json', [400, 'invalid_argument']],
    ['no list in a batch', '{}', 'application/cloudevents-batch+json', [400, 'invalid_argument']],
    [
      'too many events',
      JSON.stringify(Array(MAX_BATCH + 1).fill({})),
      'application/cloudevents-batch+json',
      [413, 'too_large'],
    ],
    ['too long a body', ' '.repeat(MAX_REQUEST + 1), undefined, [413, 'too_large']],
  ])('with %s is refused whole', async (_, body, type, expected) => {
    expect(statusOf(await source.post(body, type === undefined ? {} : { 'Content-Type': type }))).toEqual(expected);
  });

  test('with hostile values is answered, and leaves an outcome for each', async () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;
    const events = [
      deep,
      null,
      7,
      'text',
      [],
      {},
      { id: '\ud800' },
      { ['\ud800'.repeat(100)]: {} },
      { id: 'x', data: { a: 'y'.repeat(20_000) } },
    ];
    const body = `[${events.map((event) => (event === deep ? '['.repeat(20_000) + ']'.repeat(20_000) : JSON.stringify(event))).join()}]`;
    const outcomes = outcomesOf(await source.post(body, { 'Content-Type': 'application/cloudevents-batch+json' }));
    expect(outcomes.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      'quarantined too_deep',
      ...Array<string>(7).fill('quarantined invalid_envelope'),
      'quarantined too_large',
    ]);
  });
});

test('the answer is the same, byte for byte, for known, hidden and unknown people', async () => {
  await running.person('hidden');
  await running.mutate(await running.token('hidden'), 'privacy:update', { changes: { profile: 'owner' }, expected: 1 });
  const answers: unknown[] = [];
  for (const handle of ['ada', 'hidden', 'nobody-knows', 'root']) {
    const fresh = await RunningSource.registered(running, admin, { address: `${COURSES}/${handle}` });
    const event = { ...course({ source: `${COURSES}/${handle}`, subject: `handle:${handle}` }), id: 'same' };
    const faulty = { ...event, id: 'faulty', data: {} };
    const batch = JSON.stringify([event, faulty]);
    const type = { 'Content-Type': 'application/cloudevents-batch+json' };
    const first = await fresh.post(batch, type);
    await vi.waitFor(async () => {
      const sources = await running.query<{ address: string; waiting: number }[]>(admin, 'events/sources:list');
      expect(sources.find(({ address }) => address === `${COURSES}/${handle}`)!.waiting).toBe(0);
    });
    answers.push([first, await fresh.post(batch, type)]);
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((answers[0] as Answer[])[0]!.status).toBe(202);
});

test('a source that sends too much is told when to come back, with nothing taken, and others are not held up', async () => {
  const noisy = await RunningSource.registered(running, admin, { address: `${COURSES}/noisy`, perMinute: 1 });
  const events = () => Array.from({ length: MAX_BATCH }, () => course({ source: `${COURSES}/noisy` }));
  expect(await noisy.deliverAll(events())).toHaveLength(MAX_BATCH);
  const late = events();
  const answer = await noisy.post(JSON.stringify(late), { 'Content-Type': 'application/cloudevents-batch+json' });
  expect(statusOf(answer)).toEqual([429, 'rate_limited']);
  expect(Number(Object.fromEntries(answer.headers)['retry-after'])).toBeGreaterThan(60);
  expect((await source.deliver(course())).outcome).toBe('accepted');
  const receipts = await running.query<{ source: string; waiting: number }[]>(admin, 'events/sources:list');
  expect(receipts.find((one) => one.source === noisy.name)!.waiting).toBeLessThanOrEqual(MAX_BATCH);
});

describe('the schemas', () => {
  test('are served by type and version', async () => {
    const answer = await running.request('GET', { path: '/v1/schemas/events/course.completed/1' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)['content-type']).toBe('application/schema+json');
    expect(JSON.parse(answer.body)).toMatchObject({
      $id: 'urn:gigsy:schema:events:course.completed:1',
      type: 'object',
    });
  });

  test.each(['course.completed/2', 'course.completed', 'constructor/1', '', 'course.completed/1/x', '%00/1'])(
    'and there is none at %s',
    async (path) => {
      expect(statusOf(await running.request('GET', { path: `/v1/schemas/events/${path}` }))).toEqual([
        404,
        'not_found',
      ]);
    },
  );
});
