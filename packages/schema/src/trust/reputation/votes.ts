/** Votes of one person about another, as the reputation index takes them, and their check. */
import { HALF_LIFE, MAX_PEOPLE, MAX_VOTES } from './constants.ts';

/** The kinds of votes. A pair of people has at most one vote of each kind that counts. */
export const voteKinds = ['endorsement', 'review', 'completion'] as const;

export type VoteKind = (typeof voteKinds)[number];

interface Between {
  /** Number of the person who votes: a whole number from 0, less than the number of people. */
  from: number;
  /** Number of the person about whom they vote. */
  to: number;
  /** Time of the vote in milliseconds since 1970. */
  at: number;
}

/** `from` vouches for `to`. */
export type EndorsementVote = Between & { kind: 'endorsement' };

/** `from` rates a gig that `to` did. `rating`: 1 to 5, fractions allowed. */
export type ReviewVote = Between & { kind: 'review'; rating: number };

/** All gigs that `from` and `to` agreed on: `completed` of `agreed`, whole numbers, `agreed` at least 1. `at`: the latest one. */
export type CompletionVote = Between & { kind: 'completion'; completed: number; agreed: number };

export type Vote = EndorsementVote | ReviewVote | CompletionVote;

export type ReputationInput = {
  /** Number of people. */
  people: number;
  /** Numbers of the people whose identity is verified: all trust begins with them. */
  verified: Iterable<number>;
  /** The votes that may be counted. Of several of one kind by one pair, the latest counts. */
  votes: Iterable<Vote>;
  /** Time for which the index is computed, in milliseconds since 1970. A later vote counts as one of this time. */
  asOf: number;
};

export const reputationErrorCodes = [
  'invalid_person',
  'invalid_threshold',
  'invalid_time',
  'invalid_vote',
  'too_many',
] as const;

export type ReputationErrorCode = (typeof reputationErrorCodes)[number];

/** Refusal of an input; nothing was changed. `code` is stable, and neither it nor the message names a person. */
export class ReputationInputError extends RangeError {
  override readonly name = 'ReputationInputError';
  readonly code: ReputationErrorCode;

  constructor(code: ReputationErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function checkPeople(people: number): void {
  if (!Number.isInteger(people) || people < 0)
    throw new ReputationInputError('invalid_person', 'The number of people is a whole number from 0.');
  if (people > MAX_PEOPLE) throw new ReputationInputError('too_many', `At most ${MAX_PEOPLE} people are computed.`);
}

export function checkVotes(count: number): void {
  if (count > MAX_VOTES) throw new ReputationInputError('too_many', `At most ${MAX_VOTES} votes are computed.`);
}

export function checkPerson(person: number, people: number): void {
  if (!Number.isInteger(person) || person < 0 || person >= people)
    throw new ReputationInputError(
      'invalid_person',
      'A person is a whole number from 0, less than the number of people.',
    );
}

export function checkTime(at: number): void {
  if (!Number.isFinite(at))
    throw new ReputationInputError('invalid_time', 'A time is a finite number of milliseconds.');
}

export function checkThreshold(threshold: number): void {
  if (!(threshold > 0)) throw new ReputationInputError('invalid_threshold', 'A threshold is a number above 0.');
}

export function checkVote(vote: Vote, people: number): void {
  checkPerson(vote.from, people);
  checkPerson(vote.to, people);
  checkTime(vote.at);
  if (!voteKinds.includes(vote.kind))
    throw new ReputationInputError('invalid_vote', `A vote is of the kind ${voteKinds.join(', ')}.`);
  if (vote.kind === 'review' && !(vote.rating >= 1 && vote.rating <= 5))
    throw new ReputationInputError('invalid_vote', 'A rating is a number from 1 to 5.');
  if (vote.kind === 'completion' && !isCount(vote.completed, vote.agreed))
    throw new ReputationInputError(
      'invalid_vote',
      'Completed gigs are a whole number from 0 to the number of agreed ones.',
    );
}

function isCount(completed: number, agreed: number): boolean {
  return (
    Number.isSafeInteger(completed) &&
    Number.isSafeInteger(agreed) &&
    completed >= 0 &&
    agreed >= 1 &&
    completed <= agreed
  );
}

/** Value of a vote, 0 to 1: how much of it speaks for the person. The rest speaks against them. */
export function valueOf(vote: Vote): number {
  if (vote.kind === 'review') return (vote.rating - 1) / 4;
  return vote.kind === 'completion' ? vote.completed / vote.agreed : 1;
}

/** Freshness of a vote, 0 to 1: it halves in each `HALF_LIFE`. */
export function freshnessOf(at: number, asOf: number): number {
  return 2 ** (-Math.max(0, asOf - at) / HALF_LIFE);
}
