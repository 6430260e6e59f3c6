/**
 * Guessing at codes through the public functions, 1,500 times a day, with as many codes as there are to be had: at most so many
 * guesses could fit as docs/trust.md says. A guess could fit where its code is live, has a message, and has guesses left.
 */
import { ACCOUNT_CODES, CODE_ATTEMPTS, READER_CODES, codeMethodNames } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, messages, person, refusalOf } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { findAccount } from '../../convex/model/profile/accounts.js';
import { trustStores } from '../../convex/model/trust/stores.js';
import { codeSent, confirmed } from './verifying.ts';

const DAY_MS = 24 * 60 * 60_000;
const GUESSES = 1_500;
const VICTIM = 'victim@example.org';

let d: Deployment;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
  d = deployment();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Another code than any that was sent. */
function wrong(): string {
  const sent = new Set(messages.sent.map(({ code }) => code));
  for (let n = 0; ; n += 1) {
    const code = String(n).padStart(6, '0');
    if (!sent.has(code)) return code;
  }
}

interface Guesser {
  caller: Caller;
  /** In its stored form, and another one for each guesser. */
  subject: string;
}

/** Guesses all day long, by turns, each time at every method, and asks for a code again before each fifth guess. */
async function guessAllDay(guessers: readonly Guesser[]): Promise<{ live: number; codes: number }> {
  let [live, codes] = [0, 0];
  const began = Date.now();
  for (let n = 0; n < GUESSES; n += 1) {
    vi.setSystemTime(began + (n * DAY_MS) / GUESSES);
    const { caller, subject } = guessers[n % guessers.length]!;
    const isTurn = Math.floor(n / guessers.length) % CODE_ATTEMPTS === 0;
    if (isTurn && (await isGiven(caller, subject))) codes += 1;
    const row = await d.t.run(async (ctx) => {
      const rows = await ctx.db.query('trustCodes').collect();
      return rows.find((each) => each.subject === subject);
    });
    if (row && row.attempts < CODE_ATTEMPTS && row.expiresAt > Date.now() && !row.muted) live += 1;
    expect(await confirmed(caller, wrong())).toMatchObject({ confirmed: false });
  }
  return { live, codes };
}

async function isGiven(caller: Caller, subject: string): Promise<boolean> {
  const asked = caller.mutation(api.trust.verifications.start, { method: 'email', subject, idempotencyKey: key() });
  return asked.then(
    () => true,
    async (refused: unknown) => {
      expect((await refusalOf(Promise.reject(refused as Error))).code).toBe('rate_limited');
      return false;
    },
  );
}

const bounds = {
  account: (ACCOUNT_CODES + codeMethodNames.length) * CODE_ATTEMPTS,
  reader: 2 * READER_CODES * CODE_ATTEMPTS,
};

test('the bounds are those that keep a guesser below one in ten thousand', () => {
  expect(bounds).toEqual({ account: 60, reader: 100 });
  expect(bounds.reader / 1e6).toBeLessThanOrEqual(1e-4);
});

test('an account that guesses 1,500 times in a day has few guesses that could fit, and its count survives every refusal', async () => {
  const caller = await person(d, 'mallory');
  const { live, codes } = await guessAllDay([{ caller, subject: VICTIM }]);
  expect(codes).toBe(ACCOUNT_CODES);
  expect(live).toBeGreaterThan(0);
  expect(live).toBeLessThanOrEqual(bounds.account);
}, 120_000);

test('twelve accounts that guess at one mailbox have no more than one would', async () => {
  const callers = await Promise.all(Array.from({ length: 12 }, (_, n) => person(d, `mallory-${n}`)));
  const { live, codes } = await guessAllDay(
    callers.map((caller, n) => ({ caller, subject: `victim+${n}@example.org` })),
  );
  expect(codes).toBeGreaterThan(5 * READER_CODES);
  expect(live).toBeGreaterThan(0);
  expect(live).toBeLessThanOrEqual(bounds.reader);
}, 120_000);

test('of guesses that come at once as many are counted as came, and one of two that fit is taken', async () => {
  const ada = await person(d, 'ada');
  const code = await codeSent(d, ada, VICTIM);
  const answers = await Promise.all([code, code, code].map((each) => confirmed(ada, each)));
  expect(answers.filter((answer) => answer.confirmed)).toHaveLength(1);
  const second = await codeSent(d, ada, VICTIM);
  await Promise.all(Array.from({ length: CODE_ATTEMPTS }, () => confirmed(ada, wrong())));
  expect(await confirmed(ada, second)).toMatchObject({ confirmed: false });
});

test('a right code that comes too late leaves what a wrong one leaves, in rows, events, logs and answers', async () => {
  const left = async (isRight: boolean) => {
    d = deployment();
    const logged = ['log', 'warn', 'error'].map((level) => vi.spyOn(console, level as 'log'));
    const caller = await person(d, 'mallory');
    const code = await codeSent(d, caller, VICTIM);
    for (let n = 0; n < CODE_ATTEMPTS; n += 1) await confirmed(caller, wrong());
    const answer = await confirmed(caller, isRight ? code : wrong());
    const rows = await d.t.run(async (ctx) => ({
      attempts: (await ctx.db.query('trustCodes').collect()).map(({ attempts }) => attempts),
      evidence: (await ctx.db.query('trustEvidence').collect()).length,
      events: (await ctx.db.query('events').collect()).map(({ type, data }) => ({ type, data })),
      audit: (await ctx.db.query('auditLog').collect()).map(({ action, changed }) => ({ action, changed })),
      spans: (await ctx.db.query('traceSpans').collect()).length,
      scheduled: (await ctx.db.system.query('_scheduled_functions').collect()).length,
    }));
    return { answer, rows, said: logged.map(({ mock }) => mock.calls.length) };
  };
  expect(await left(true)).toEqual(await left(false));
});

test('an account that is erased leaves the count of the mailbox behind', async () => {
  for (let n = 0; n < READER_CODES; n += 1) {
    const caller = await person(d, `mallory-${n}`);
    await codeSent(d, caller, VICTIM);
    await d.t.run(async (ctx) => {
      const account = (await findAccount(ctx, `user_mallory-${n}`))!;
      for (const { erase } of trustStores)
        if (typeof erase === 'function') await erase(ctx, { account, profileId: undefined, handles: [] }, 100);
    });
  }
  const before = messages.sent.length;
  await codeSent(d, await person(d, 'mallory-again'), VICTIM);
  expect(messages.sent).toHaveLength(before);
  const rows = await d.t.run((ctx) => ctx.db.query('trustSends').collect());
  expect(rows.filter(({ accountId }) => accountId !== undefined)).toHaveLength(1);
});
