/** Verification walked at random: no state is reached that the table of transitions lacks, and every step of it is made. */
import { verificationTransitions } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deployment, person } from './deployment.ts';
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
  methods,
  names,
} from './verification-model.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const name = fc.constantFrom(...names);
const method = fc.constantFrom(...methods);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const guess = fc
  .tuple(name, method, fc.boolean(), fc.option(name))
  .map(([by, of, isOwn, whose]) => new Guess(by, of, isOwn ? by : whose));
const withdraw = fc.tuple(name, method).map((given) => new Withdraw(...given));
const start = fc.tuple(name, method, fc.constantFrom(0, 1, 2)).map((given) => new Start(...given));
/** The end of one kind of time or another. A second more, so that no window ends at the moment of a row. */
const pass = fc
  .constantFrom(MINUTE, MINUTE, 10 * MINUTE, DAY, 170 * DAY, 200 * DAY, 360 * DAY)
  .map((ms) => new Pass(ms + 1_000));
const together = fc.array(fc.oneof(guess, withdraw), { minLength: 2, maxLength: 3 }).map((all) => new Together(all));
const revoke = fc.tuple(name, method).map((given) => new Revoke(...given));
const commands = fc.commands(
  // Named several times, so that they are drawn more often.
  [start, start, start, start, guess, guess, guess, guess, guess, together, pass, withdraw, revoke],
  { maxCommands: 80, size: 'max' },
);

async function real(): Promise<Real> {
  const d = deployment();
  const [ada, ben, cleo] = [await person(d, 'ada'), await person(d, 'ben'), await person(d, 'cleo')];
  return { d, people: { ada, ben, cleo } };
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
