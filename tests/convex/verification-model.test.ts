/** Verification walked at random: no state is reached that the table of transitions lacks, and every step of it is made. */
import { verificationTransitions } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deployment, person } from './deployment.ts';
import { toldBy } from './provider.ts';
import { withoutLaterWork } from './later-work.ts';
import {
  Guess,
  Model,
  Pass,
  type Real,
  Revoke,
  Start,
  Together,
  Withdraw,
  claimed,
  every,
  methods,
  names,
} from './verification-model.ts';
import { Begin, Claim, Look, Outcome } from './verification-places.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
  vi.stubEnv('GIGSY_PROFILE_URL', 'https://people.example/{handle}');
  vi.stubEnv('GIGSY_IDENTITY_STANDIN', 'on');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const name = fc.constantFrom(...names);
const method = fc.constantFrom(...methods);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const guess = fc
  .tuple(name, method, fc.boolean(), fc.option(name))
  .map(([by, of, isOwn, whose]) => new Guess(by, of, isOwn ? by : whose));
const withdraw = fc.tuple(name, fc.constantFrom(...every)).map((given) => new Withdraw(...given));
const start = fc.tuple(name, method, fc.constantFrom(0, 1, 2)).map((given) => new Start(...given));
/** The end of one kind of time or another. A second more, so that no window ends at the moment of a row. */
const pass = fc
  .constantFrom(MINUTE, MINUTE, 10 * MINUTE, DAY, 170 * DAY, 200 * DAY, 360 * DAY)
  .map((ms) => new Pass(ms + 1_000));
const claim = fc.tuple(name, fc.constantFrom(...claimed)).map((given) => new Claim(...given));
const look = fc.tuple(name, fc.constantFrom(...claimed), fc.boolean()).map((given) => new Look(...given));
const begin = name.map((by) => new Begin(by));
const outcomes = fc.constantFrom('verified', 'verified', 'failed', 'lapsed', 'revoked');
const outcome = fc
  .tuple(name, outcomes, fc.constantFrom(false, false, true))
  .map(([of, type, isStale]) => new Outcome(of, type, isStale));
const together = fc
  .array(fc.oneof(guess, withdraw, begin), { minLength: 2, maxLength: 3 })
  .map((all) => new Together(all));
const revoke = fc.tuple(name, fc.constantFrom(...every)).map((given) => new Revoke(...given));
const commands = fc.commands(
  // Named several times, so that they are drawn more often.
  [
    ...[start, start, start, guess, guess, guess, guess, together, pass, withdraw, revoke],
    ...[claim, claim, look, look, look, begin, begin, outcome, outcome, outcome],
  ],
  { maxCommands: 80, size: 'max' },
);

async function real(): Promise<Real> {
  const d = deployment();
  vi.stubEnv('CONVEX_SITE_URL', 'http://127.0.0.1:3211');
  const [ada, ben, cleo] = [await person(d, 'ada'), await person(d, 'ben'), await person(d, 'cleo')];
  return { d, people: { ada, ben, cleo }, tell: await toldBy(d) };
}

test('people who act in any order reach the states of the table, by its steps alone', async () => {
  const walked = new Set<string>();
  await fc.assert(
    fc.asyncProperty(commands, async (drawn) => {
      const model = new Model(walked);
      await fc.asyncModelRun(async () => ({ model, real: await real() }), drawn);
    }),
    { numRuns: 30, seed: 40 },
  );
  const steps = Object.entries(verificationTransitions).flatMap(([from, by]) =>
    Object.entries(by).map(([step, to]) => `${from} ${step} ${to}`),
  );
  expect([...walked].sort()).toEqual(steps.sort());
}, 120_000);
