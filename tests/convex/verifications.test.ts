/** Verification by one-time codes, from the code to the level that others see. */
import { CODE_MS } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import {
  type Caller,
  type Deployment,
  deployment,
  key,
  messages,
  person,
  refusalOf,
  scheduledRun,
} from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { codeSent, confirmed, proved } from './verifying.ts';

const { verifications } = api.trust;
const DAY_MS = 24 * 60 * 60_000;
const ADDRESS = 'Ada.Lovelace@Example.ORG';
const NORMAL = 'Ada.Lovelace@example.org';

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1, 12) });
  d = deployment();
  ada = await person(d, 'ada');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const seen = (by: Pick<Caller, 'query'> = d.t) => by.query(api.trust.get, { handle: 'ada' });
const mine = (by: Caller = ada) => by.query(verifications.mine, {});
const start = (subject = ADDRESS, method: 'email' | 'phone' = 'email', by = ada) =>
  by.mutation(verifications.start, { method, subject, idempotencyKey: key() });
const NOTHING = { handle: 'ada', level: 'none' };
const EMAIL = {
  id: 'email',
  method: 'email',
  level: 'email',
  provider: 'Gigsy',
  issuedOn: '2031-05-01',
  expiresOn: '2032-04-30',
};

test('a code that is entered raises the level that everybody sees, and tells nobody the address', async () => {
  expect(await seen()).toEqual(NOTHING);
  const code = await codeSent(d, ada, ADDRESS);
  expect(messages.sent).toMatchObject([{ channel: 'email', to: NORMAL, code: expect.stringMatching(/^\d{6}$/) }]);
  expect(await seen()).toEqual(NOTHING);
  expect(await confirmed(ada, code)).toEqual({ confirmed: true, level: 'email' });
  const view = { handle: 'ada', level: 'email', evidence: [EMAIL] };
  expect([await seen(), await seen(ada), await seen(await person(d, 'ben'))]).toEqual([view, view, view]);
  expect(await mine()).toMatchObject({ level: 'email', evidence: [{ subject: NORMAL, endsSoon: false }], pending: [] });
});

test('a phone number is stored by E.164, and is the higher level', async () => {
  await proved(d, ada, ADDRESS);
  await proved(d, ada, '+43 (664) 123-4567', 'phone');
  expect(messages.sent.at(-1)!.to).toBe('+436641234567');
  expect(await seen()).toMatchObject({ level: 'phone', evidence: [{ id: 'email' }, { id: 'phone' }] });
  expect((await refusalOf(start('0664 123', 'phone'))).fields).toMatchObject([
    { path: 'subject', code: 'invalid_format' },
  ]);
  expect((await refusalOf(start('nobody', 'email'))).fields).toMatchObject([
    { path: 'subject', code: 'invalid_format' },
  ]);
});

test('an owner hides evidence, one piece or all, and the level follows', async () => {
  await proved(d, ada, ADDRESS);
  await proved(d, ada, '+436641234567', 'phone');
  const hide = (changes: object, expected: number) =>
    ada.mutation(api.privacy.update, { changes, expected, idempotencyKey: key() } as never);
  await hide({ items: { 'verification/phone': 'owner' } }, 1);
  expect([await seen(), (await seen(ada))?.level]).toEqual([
    { handle: 'ada', level: 'email', evidence: [EMAIL] },
    'phone',
  ]);
  // A new proof stays as hidden as the one that it replaces.
  await proved(d, ada, '+436641234568', 'phone');
  expect((await seen())?.level).toBe('email');
  await hide({ verification: 'owner' }, 2);
  expect(await seen()).toEqual(NOTHING);
  await hide({ profile: 'owner' }, 3);
  expect(await seen()).toBe(null);
});

describe('a guess that does not fit', () => {
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const REFUSED = { confirmed: false, level: 'none' };

  test('has one answer, whether it is wrong, used up, over, used, replaced or never was', async () => {
    expect(await confirmed(ada, '123456')).toEqual(REFUSED);
    const code = await codeSent(d, ada, ADDRESS);
    for (let n = 0; n < 5; n += 1) expect(await confirmed(ada, wrong(code))).toEqual(REFUSED);
    expect(await confirmed(ada, code)).toEqual(REFUSED);
    const second = await codeSent(d, ada, ADDRESS);
    if (second !== code) expect(await confirmed(ada, code)).toEqual(REFUSED);
    vi.setSystemTime(Date.now() + CODE_MS);
    expect(await confirmed(ada, second)).toEqual(REFUSED);
    await proved(d, ada, ADDRESS);
    expect(await confirmed(ada, messages.sent.at(-1)!.code)).toEqual({ confirmed: false, level: 'email' });
  });

  test('with the code of another person or method fits nothing', async () => {
    const ben = await person(d, 'ben');
    const [own, other] = [await codeSent(d, ada, ADDRESS), await codeSent(d, ben, ADDRESS)];
    const phone = await codeSent(d, ada, '+436641234567', 'phone');
    const asked = [own, other, phone];
    expect(new Set(asked).size).toBe(3);
    expect([await confirmed(ada, other), await confirmed(ada, phone)]).toEqual([REFUSED, REFUSED]);
    expect(await confirmed(ben, other)).toEqual({ confirmed: true, level: 'email' });
  });

  test('leaves an audit row, and its count survives it', async () => {
    const code = await codeSent(d, ada, ADDRESS);
    await confirmed(ada, wrong(code));
    const [row] = await d.t.run((ctx) => ctx.db.query('trustCodes').collect());
    expect(row!.attempts).toBe(1);
    const log = await d.t.run((ctx) => ctx.db.query('auditLog').collect());
    expect(log.at(-1)).toMatchObject({ action: 'trust.verifications.confirm', changed: ['attempt', 'email'] });
  });
});

describe('codes', () => {
  test('are stored nowhere, in clear or as a hash, and leave by the message alone', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const code = await codeSent(d, ada, ADDRESS);
    const rows = await d.t.run(async (ctx) => [
      ...(await ctx.db.query('trustCodes').collect()),
      ...(await ctx.db.query('trustSends').collect()),
      ...(await ctx.db.query('events').collect()),
      ...(await ctx.db.query('auditLog').collect()),
      ...(await ctx.db.query('idempotencyKeys').collect()),
      ...(await ctx.db.system.query('_scheduled_functions').collect()).map(({ args }) => args),
    ]);
    const text = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(text).not.toContain(`"${code}"`);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
    expect(text).not.toContain(Buffer.from(digest).toString('base64url'));
    expect(logged).not.toHaveBeenCalled();
  });

  test('are ten a day for an account, of all methods together, and the answer says when there is another', async () => {
    for (let n = 0; n < 10; n += 1) await (n % 2 ? start('+436641234567', 'phone') : start(`a${n}@example.org`));
    vi.setSystemTime(Date.now() + DAY_MS / 2);
    expect(await refusalOf(start())).toMatchObject({ code: 'rate_limited', retryAfterMs: expect.any(Number) });
    vi.setSystemTime(Date.now() + DAY_MS / 2 + 1_000);
    expect(await start()).toMatchObject({ method: 'email' });
  });

  test('for one reader are ten a day from all accounts, and those who ask for more are told nothing of it', async () => {
    const people = await Promise.all(['b0', 'b1', 'b2'].map((handle) => person(d, handle)));
    const answers = [];
    for (let n = 0; n < 12; n += 1) {
      const by = people[n % 3]!;
      answers.push(await start(n % 2 ? 'victim@example.org' : 'VICTIM+tag@example.org', 'email', by));
      await scheduled();
    }
    expect(messages.sent.filter(({ to }) => /victim/i.test(to))).toHaveLength(10);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const [muted] = await d.t.run(async (ctx) =>
      (await ctx.db.query('trustCodes').collect()).filter((row) => row.muted),
    );
    expect(muted).toBeDefined();
    expect((await mine(people[2]!)).pending).toMatchObject([{ subject: 'victim@example.org' }]);
  });

  test('cannot be had where the deployment lacks a secret or a provider', async () => {
    vi.stubEnv('GIGSY_VERIFICATION_SECRET', 'short');
    expect((await refusalOf(start())).code).toBe('not_configured');
    vi.unstubAllEnvs();
    vi.stubEnv('GIGSY_MESSAGE_URL', '');
    vi.stubEnv('GIGSY_MESSAGE_OUTBOX', 'on');
    expect((await refusalOf(start())).code).toBe('not_configured');
    expect(await ada.query(verifications.outbox, {})).toEqual([]);
  });

  test('stand in the outbox of a deployment for development, for the person who asked', async () => {
    vi.stubEnv('GIGSY_MESSAGE_URL', '');
    vi.stubEnv('GIGSY_MESSAGE_OUTBOX', 'on');
    vi.stubEnv('CONVEX_SITE_URL', 'http://127.0.0.1:3211');
    await start();
    const [message] = await ada.query(verifications.outbox, {});
    expect(message).toMatchObject({ method: 'email', to: NORMAL, sentAt: Date.now() });
    expect(await (await person(d, 'ben')).query(verifications.outbox, {})).toEqual([]);
    expect(await confirmed(ada, message!.code)).toMatchObject({ confirmed: true });
    expect([await ada.query(verifications.outbox, {}), messages.sent]).toEqual([[], []]);
  });
});

/** Runs what is scheduled for now. */
async function scheduled(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
  await d.t.finishInProgressScheduledFunctions();
}

test('an address that somebody else proved is proved again, and nobody hears of the other', async () => {
  const ben = await person(d, 'ben');
  await proved(d, ada, ADDRESS);
  const before = [await mine(), await seen()];
  await proved(d, ben, ADDRESS);
  expect(await mine(ben)).toMatchObject({ level: 'email' });
  expect([await mine(), await seen()]).toEqual(before);
});

describe('a message that the provider does not take', () => {
  test('is tried three times, and the log tells no address and no code', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1, 12) });
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    messages.fault = 'status_503';
    await start();
    for (const wait of [0, 2_000, 20_000, 60_000]) {
      await vi.advanceTimersByTimeAsync(wait);
      await scheduledRun(d);
    }
    const lines = logged.mock.calls.flat().map(String);
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
      [1, 2, 3].map((attempt) => ({ event: 'trust.message_not_taken', fault: 'status_503', attempt })),
    );
  });
});

describe('the end of evidence', () => {
  beforeEach(() => {
    withoutLaterWork();
  });
  const rows = () => d.t.run((ctx) => ctx.db.query('trustEvidence').collect());
  const types = async () => (await d.t.run((ctx) => ctx.db.query('events').collect())).map(({ type }) => type);
  const proof = async () => {
    await proved(d, ada, ADDRESS);
    withoutLaterWork();
    return (await rows())[0]!._id;
  };

  test('by withdrawal lowers the level, forgets the address and is over', async () => {
    await proof();
    const withdraw = () => ada.mutation(verifications.withdraw, { id: 'email', idempotencyKey: key() });
    expect(await withdraw()).toEqual({ level: 'none' });
    expect(await seen()).toEqual(NOTHING);
    expect(await mine()).toMatchObject({ level: 'none', evidence: [{ state: 'withdrawn', endedAt: Date.now() }] });
    expect(JSON.stringify(await rows())).not.toContain(NORMAL);
    expect((await refusalOf(withdraw())).code).toBe('not_found');
  });

  test('by expiry is told two weeks before, and comes by itself, also where the scheduled end was lost', async () => {
    const evidence = await proof();
    vi.setSystemTime(Date.UTC(2032, 3, 16, 12) - 1);
    await d.t.mutation(internal.trust.verifications.tell, { evidence });
    expect((await mine()).evidence[0]!.endsSoon).toBe(false);
    vi.setSystemTime(Date.UTC(2032, 3, 16, 12));
    await d.t.mutation(internal.trust.verifications.tell, { evidence });
    await d.t.mutation(internal.trust.verifications.tell, { evidence });
    expect((await mine()).evidence[0]!.endsSoon).toBe(true);
    expect((await types()).filter((type) => type === 'trust.verificationEnding')).toHaveLength(1);
    vi.setSystemTime(Date.UTC(2032, 3, 30, 12) - 1);
    await d.t.mutation(internal.trust.verifications.expire, { evidence });
    expect((await seen())?.level).toBe('email');
    vi.setSystemTime(Date.UTC(2032, 3, 30, 12));
    vi.restoreAllMocks();
    await d.t.mutation(internal.trust.verifications.endOverdue, {});
    await scheduled();
    expect(await seen()).toEqual(NOTHING);
    expect(await mine()).toMatchObject({ evidence: [{ state: 'expired', endsSoon: false }] });
    expect((await types()).slice(-2).sort()).toEqual(['trust.published', 'trust.verificationEnded']);
  });

  test('by an operator is told as such, once', async () => {
    const evidence = await proof();
    await d.t.mutation(internal.trust.verifications.revoke, { evidence });
    await d.t.mutation(internal.trust.verifications.revoke, { evidence });
    expect(await mine()).toMatchObject({ level: 'none', evidence: [{ state: 'revoked' }] });
    const events = await d.t.run((ctx) => ctx.db.query('events').collect());
    expect(events.filter(({ type }) => type === 'trust.verificationEnded').map(({ data }) => data)).toEqual([
      { method: 'email', state: 'revoked' },
    ]);
  });
});

test('events name the method and never the address', async () => {
  await proved(d, ada, ADDRESS);
  const events = await d.t.run((ctx) => ctx.db.query('events').collect());
  expect(events.filter(({ type }) => type.startsWith('trust.')).map(({ type, data }) => [type, data])).toEqual([
    ['trust.published', { sections: ['evidence'] }],
    ['trust.verified', { method: 'email' }],
  ]);
  expect(JSON.stringify(events.map(({ data }) => data)).toLowerCase()).not.toContain('lovelace');
});

test('a lease opens evidence that members may see, and no address', async () => {
  const ben = await person(d, 'ben');
  await proved(d, ada, ADDRESS);
  const changes = { verification: 'platform' } as const;
  await ada.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() });
  expect(await seen(ben)).toEqual(NOTHING);
  const asked = { handle: 'ada', purpose: 'hiring', idempotencyKey: key() } as const;
  const { lease, fields } = await ben.mutation(api.privacy.access.open, asked);
  expect(fields).toContain('verification.method');
  const view = await ben.query(api.privacy.access.view, { lease });
  expect(view!.trust).toEqual({ handle: 'ada', level: 'email', evidence: [EMAIL] });
});
