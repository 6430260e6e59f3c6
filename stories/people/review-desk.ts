/** One person's gigs and reputation in a deployment of the page's own memory, with the contract's real checks of what is sent. */
import { type OwnReputation, type ReviewedGig, contract, parseArgs } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError, type WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';
import { reputation, review } from './opinions.ts';

const DAY = 24 * 60 * 60_000;
/** A morning in May 2031, on which all of this happens. */
const NOW = Date.UTC(2031, 4, 1, 9, 30);

type Write = Parameters<Gigsy['trust']['reviews']['write']>[0];
type Reply = Parameters<Gigsy['trust']['reviews']['reply']>[0];

const gig = (id: string, title: string, more: Partial<ReviewedGig> = {}): ReviewedGig => ({
  gig: id,
  title,
  completedOn: '2031-04-28',
  as: 'performer',
  other: 'ben',
  closesAt: NOW + 12 * DAY,
  open: true,
  ...more,
});

export class ReviewDesk {
  /** Calls that arrived, refused or not. */
  readonly calls: string[] = [];
  /** For the calls to come, in their order. */
  readonly troubles: ErrorCode[] = [];
  readonly client: Gigsy;
  readonly #watchers = new Set<WatchObserver<ReviewedGig[]>>();
  #gigs: ReviewedGig[];

  constructor(gigs: ReviewedGig[] = []) {
    this.#gigs = gigs;
    const reviews = {
      watchMine: (_: unknown, watcher: WatchObserver<ReviewedGig[]>) => {
        this.#watchers.add(watcher);
        watcher.signal?.addEventListener('abort', () => this.#watchers.delete(watcher));
        queueMicrotask(() => watcher.signal?.aborted || watcher.next(structuredClone(this.#gigs)));
        return () => this.#watchers.delete(watcher);
      },
      write: (args: Write) => this.#call(`write ${args.gig} ${args.rating}`, () => this.#write(args)),
      withdraw: ({ gig: id }: { gig: string }) =>
        this.#call(`withdraw ${id}`, () => this.#change(id, ({ own: _, ...rest }) => rest)),
      reply: (args: Reply) => this.#call(`reply ${args.gig}`, () => this.#reply(args)),
    };
    this.client = { url: 'https://desk.example', close: () => {}, trust: { reviews } } as unknown as Gigsy;
  }

  #write({ gig: id, rating, text }: Write) {
    const { args } = contract.trust.reviews.write;
    checked(parseArgs(args, { idempotencyKey: 'a-key-of-a-test', gig: id, rating, text }));
    const own = { rating, ...(text !== undefined && { text }), state: 'sealed' as const, writtenAt: NOW };
    this.#change(id, (before) => ({ ...before, own }));
    return { revealed: false };
  }

  #reply({ gig: id, text }: Reply) {
    checked(parseArgs(contract.trust.reviews.reply.args, { idempotencyKey: 'a-key-of-a-test', gig: id, text }));
    this.#change(id, (before) => ({ ...before, received: { ...before.received!, reply: text, canReply: false } }));
    return {};
  }

  #change(id: string, make: (before: ReviewedGig) => ReviewedGig): object {
    this.#gigs = this.#gigs.map((each) => (each.gig === id ? make(each) : each));
    return {};
  }

  async #call<T>(said: string, act: () => T): Promise<T> {
    this.calls.push(said);
    const next = this.troubles.shift();
    if (next) throw trouble(next);
    const answer = act();
    for (const { next: tell } of this.#watchers) tell(structuredClone(this.#gigs));
    return answer;
  }
}

function checked(parsed: { ok: true } | { ok: false; error: { message: string } }): void {
  if (!parsed.ok) throw new GigsyError('invalid_argument', parsed.error.message, {});
}

/** A gig to review, one whose review is sealed, one that was reviewed by both, and one whose time is over. */
export function someGigs(): ReviewDesk {
  const own = { rating: 4, text: 'Clear words, quick answers.', writtenAt: NOW };
  return new ReviewDesk([
    gig('g1', 'A lamp for the hall'),
    gig('g2', 'Greenhouse controller', { as: 'client', own: { ...own, state: 'sealed' } }),
    gig('g3', 'Posters for the fair', {
      open: false,
      own: { ...own, state: 'answered', reply: 'It was a pleasure.' },
      received: { id: 'r1', by: 'client', rating: 5, text: review.text!, on: '2031-05-01', canReply: true },
    }),
    gig('g4', 'Translation of a handbook', { open: false }),
  ]);
}

const explained = {
  ...reputation,
  parts: reputation.parts.map((part) => ({ ...part, counted: part.votes - 1.5, lost: part.kind === 'review' ? 3 : 0 })),
  steps: [
    { step: 'trusted-voters' as const, gain: 4.2 },
    { step: 'another-vote' as const, gain: 1.3 },
    { step: 'fresher-votes' as const, gain: 0.6 },
  ],
};

export const ownReputation: OwnReputation = {
  public: explained,
  platform: { ...explained, score: 44, possible: 73 },
  verified: { public: true, platform: true },
  pending: false,
};

/** A client that tells this of the person's own index. */
export function indexDesk(own: OwnReputation = ownReputation): Gigsy {
  const watchMine = (_: unknown, { next, signal }: WatchObserver<OwnReputation>) => {
    queueMicrotask(() => signal?.aborted || next(own));
    return () => {};
  };
  return { url: 'https://desk.example', close: () => {}, trust: { reputation: { watchMine } } } as unknown as Gigsy;
}

/** A client of which every question fails with this error, or never gets an answer. */
export function closedDesk(code?: ErrorCode): Gigsy {
  const watchMine = (_: unknown, { error, signal }: WatchObserver<unknown>) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  return { trust: { reviews: { watchMine }, reputation: { watchMine } } } as unknown as Gigsy;
}
