/**
 * A model of reviews: the states that the reviews of several gigs can have by the table of transitions, and the commands that lead
 * there through the public functions and the clock. Each is made on the deployment and on the model, and then all must agree.
 */
import { REVIEW_MS, type ReviewState, type ReviewStep, type ReviewedGig, reviewStateAfter } from '@gigsy/schema';
import type fc from 'fast-check';
import { expect, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key, refusalOf } from './deployment.ts';

const { reviews } = api.trust;

/** Gigs by their titles, with the parties: Ada did both. */
export const gigs = { lamp: ['ada', 'ben'], chair: ['ada', 'cleo'] } as const;
export type Title = keyof typeof gigs;
export type Name = 'ada' | 'ben' | 'cleo';

interface Review {
  state: ReviewState;
  rating: number;
  reply: boolean;
}

export class ReviewModel {
  readonly reviews = new Map<string, Review>();
  readonly closed = new Set<Title>();
  /** When the gigs were told, in Unix milliseconds. */
  readonly toldAt = Date.now();
  /** Every step that was made, from where and to where. */
  readonly walked: Set<string>;

  constructor(walked: Set<string>) {
    this.walked = walked;
  }

  of(title: Title, author: Name): Review {
    const place = `${title} ${author}`;
    const known = this.reviews.get(place) ?? { state: 'none', rating: 0, reply: false };
    this.reviews.set(place, known);
    return known;
  }

  /** False where the table has no such step. */
  step(title: Title, author: Name, step: ReviewStep): boolean {
    const review = this.of(title, author);
    const to = reviewStateAfter(review.state, step);
    if (to === undefined) return false;
    this.walked.add(`${review.state} ${step} ${to}`);
    review.state = to;
    return true;
  }

  reveal(title: Title): void {
    this.closed.add(title);
    for (const party of gigs[title]) if (this.of(title, party).state === 'sealed') this.step(title, party, 'reveal');
  }

  get isOver(): boolean {
    return Date.now() >= this.toldAt + REVIEW_MS;
  }
}

export interface Real {
  d: Deployment;
  callers: Record<Name, Caller>;
  /** Names of the gigs, by title. */
  names: Record<Title, string>;
}

type Command = fc.AsyncCommand<ReviewModel, Real>;

const otherOf = (title: Title, name: Name): Name => gigs[title].find((party) => party !== name)!;
const isParty = (title: Title, name: Name) => (gigs[title] as readonly Name[]).includes(name);

abstract class Step implements Command {
  readonly title: Title;
  readonly name: Name;

  constructor(title: Title, name: Name) {
    this.title = title;
    this.name = name;
  }

  check(): boolean {
    return true;
  }

  async run(model: ReviewModel, real: Real): Promise<void> {
    const made = this.made(model);
    const call = this.call(real);
    if (made === 'done') await call;
    else expect([String(this), (await refusalOf(call)).code]).toEqual([String(this), made]);
    await agree(model, real);
  }

  /** Makes the step in the model. Gives the code of its refusal. */
  protected abstract made(model: ReviewModel): 'done' | 'not_found' | 'not_ready';
  protected abstract call(real: Real): Promise<unknown>;
}

export class Write extends Step {
  readonly rating: number;

  constructor(title: Title, name: Name, rating: number) {
    super(title, name);
    this.rating = rating;
  }

  protected made(model: ReviewModel) {
    const { title, name, rating } = this;
    if (!isParty(title, name)) return 'not_found';
    if (model.closed.has(title) || model.isOver || !model.step(title, name, 'write')) return 'not_ready';
    model.of(title, name).rating = rating;
    if (model.of(title, otherOf(title, name)).state === 'sealed') model.reveal(title);
    return 'done';
  }

  protected call({ callers, names }: Real) {
    const args = { gig: names[this.title], rating: this.rating, idempotencyKey: key() };
    return callers[this.name].mutation(reviews.write, args);
  }

  override toString(): string {
    return `${this.name} writes ${this.rating} about ${this.title}`;
  }
}

export class Withdraw extends Step {
  protected made(model: ReviewModel) {
    if (!isParty(this.title, this.name)) return 'not_found';
    return model.step(this.title, this.name, 'withdraw') ? 'done' : 'not_found';
  }

  protected call({ callers, names }: Real) {
    return callers[this.name].mutation(reviews.withdraw, { gig: names[this.title], idempotencyKey: key() });
  }

  override toString(): string {
    return `${this.name} withdraws from ${this.title}`;
  }
}

export class Reply extends Step {
  protected made(model: ReviewModel) {
    const { title, name } = this;
    if (!isParty(title, name)) return 'not_found';
    const author = otherOf(title, name);
    const { state } = model.of(title, author);
    if (state !== 'revealed' && state !== 'answered') return 'not_found';
    if (!model.step(title, author, 'reply')) return 'not_ready';
    model.of(title, author).reply = true;
    return 'done';
  }

  protected call({ callers, names }: Real) {
    const args = { gig: names[this.title], text: 'Thank you', idempotencyKey: key() };
    return callers[this.name].mutation(reviews.reply, args);
  }

  override toString(): string {
    return `${this.name} replies about ${this.title}`;
  }
}

/** Time passes, and the cron comes. */
export class Pass implements Command {
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  check(): boolean {
    return true;
  }

  async run(model: ReviewModel, real: Real): Promise<void> {
    vi.setSystemTime(Date.now() + this.days * 86_400_000);
    await real.d.t.mutation(internal.trust.reviews.closeOverdue, {});
    for (let round = 0; round < 3; round += 1) {
      await vi.advanceTimersByTimeAsync(1);
      await real.d.t.finishInProgressScheduledFunctions();
    }
    if (model.isOver)
      for (const title of Object.keys(gigs) as Title[]) if (!model.closed.has(title)) model.reveal(title);
    await agree(model, real);
  }

  toString(): string {
    return `${this.days} days pass`;
  }
}

/** Compares the gigs that each person reads, and the reviews of each that the public reads. */
async function agree(model: ReviewModel, { d, callers, names }: Real): Promise<void> {
  for (const name of ['ada', 'ben', 'cleo'] as const) {
    const mine = await callers[name].query(reviews.mine, {});
    const shown: number[] = [];
    for (const title of Object.keys(gigs) as Title[]) {
      if (!isParty(title, name)) continue;
      const gig = mine.find((each) => each.gig === names[title])!;
      const [own, about] = [model.of(title, name), model.of(title, otherOf(title, name))];
      expect([title, name, told(gig.own), gig.received && told(gig.received)]).toEqual([
        title,
        name,
        own.state === 'none' || own.state === 'withdrawn' ? undefined : [own.rating, own.reply],
        isShown(about) ? [about.rating, about.reply] : undefined,
      ]);
      if (isShown(about)) shown.push(about.rating);
    }
    const view = await d.t.query(api.trust.get, { handle: name });
    expect([name, (view!.reviews ?? []).map(({ rating }) => rating).sort()]).toEqual([name, shown.sort()]);
  }
}

function isShown({ state }: Review): boolean {
  return state === 'revealed' || state === 'answered';
}

function told(review: ReviewedGig['own'] | ReviewedGig['received']): [number, boolean] | undefined {
  return review && [review.rating, review.reply !== undefined];
}
