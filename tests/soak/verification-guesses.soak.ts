/**
 * A million guesses at one-time codes, from many accounts, with a code asked for before each hour's guesses, over days of the
 * deployment's own clock: a third of the accounts guesses at mailboxes that twelve of them share. No more guesses can fit than
 * docs/trust.md says, the right code fits no more once its guesses are used up, and neither an answer nor its time tells how near a
 * guess was. `GUESSES_SOAK_GUESSES` sets another number.
 */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { Chance } from '../local/pairs/chance.ts';
import { Clients } from './clocked/clients.ts';
import { ClockedDeployment } from './clocked/clocked-deployment.ts';
import { type Guesser, Round } from './guesses/guesser.ts';
import { Tally } from './guesses/tally.ts';

export const name = 'verification-guesses';

const GUESSES = { short: 6_000, full: 1_000_000 };
const ACCOUNTS = { short: 24, full: 144 };
/** Few samples spread the area by chance. */
const AUC = { short: 0.62, full: 0.55 };
/** Accounts that share a mailbox, and those that act at once. */
const SHARING = 12;
const AT_ONCE = 12;
const HOUR_MS = 60 * 60_000;

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const size = short ? 'short' : 'full';
  const guesses = Number(process.env.GUESSES_SOAK_GUESSES ?? 0) || GUESSES[size];
  const deployment = await ClockedDeployment.start({
    GIGSY_VERIFICATION_SECRET: 'a secret of this soak alone, of 32 characters and more',
    GIGSY_MESSAGE_OUTBOX: 'on',
  });
  try {
    const clients = new Clients(deployment);
    const seed = Math.floor(Math.random() * 2 ** 31);
    progress(`seed ${seed}: ${guesses} guesses of ${ACCOUNTS[size]} accounts`);
    const tally = new Tally();
    const guessers = Array.from({ length: ACCOUNTS[size] }, (_, n) => guesser(n));
    for (const { subject } of guessers) await enter(clients, subject);
    const round = new Round(clients, new Chance(seed), tally, () => deployment.now);
    for (let hour = 0; tally.guesses < guesses; hour += 1) {
      signal.throwIfAborted();
      await atOnce(guessers, (each) => round.pass(each));
      deployment.advance(HOUR_MS);
      while (deployment.isBehind) await new Promise((resolve) => setTimeout(resolve, 20));
      if (hour % 24 === 23) progress(`day ${(hour + 1) / 24}: ${tally.guesses} guesses`);
    }
    yield* tally.figures(AUC[size]);
  } finally {
    await deployment.remove();
  }
}

function guesser(n: number): Guesser {
  const isSharing = n % 3 === 0;
  const reader = isSharing ? `shared-${Math.floor(n / 3 / SHARING)}` : `own-${n}`;
  const mailbox = `${reader}${isSharing ? `+${n}` : ''}@example.org`;
  return { subject: `guesser-${n}`, mailbox, reader, isBlind: n % 2 === 0 };
}

async function enter(clients: Clients, subject: string): Promise<void> {
  const sections = { identity: { displayName: subject } };
  const created = { handle: subject, role: 'student', sections, idempotencyKey: `${subject}-created` };
  const { refused } = await clients.mutation('profile:create', created, subject);
  if (refused) throw new Error(`${subject} was refused: ${refused.code}.`);
}

async function atOnce<T>(all: readonly T[], act: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
