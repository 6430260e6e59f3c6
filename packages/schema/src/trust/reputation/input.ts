/** Checks of what an index is computed from: the numbers come from tables, and a wrong one would spoil the places of others. */
import { type Act, actKinds } from './acts.ts';

/** Most people and acts of one computation: ten times what it was measured with. */
export const MAX_PEOPLE = 1_000_000;
export const MAX_ACTS = 10_000_000;

/** `too_many`: more people or acts than are computed at once. */
export type ReputationErrorCode = 'invalid_person' | 'invalid_act' | 'invalid_time' | 'too_many';

/** A refused input; nothing was changed. Neither the code nor the message names anybody. */
export class ReputationInputError extends RangeError {
  override readonly name = 'ReputationInputError';
  readonly code: ReputationErrorCode;

  constructor(code: ReputationErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function checkSize(people: number, acts: number): void {
  if (!Number.isInteger(people) || people < 0)
    throw new ReputationInputError('invalid_person', 'The number of people must be a whole number from 0 on.');
  if (people > MAX_PEOPLE || acts > MAX_ACTS)
    throw new ReputationInputError(
      'too_many',
      `At most ${MAX_PEOPLE} people and ${MAX_ACTS} acts are computed at once.`,
    );
}

export function checkPerson(person: number, people: number): void {
  if (!Number.isInteger(person) || person < 0 || person >= people)
    throw new ReputationInputError(
      'invalid_person',
      'A person must be a whole number from 0 on, below the number of people.',
    );
}

export function checkTime(at: number): void {
  if (!Number.isFinite(at))
    throw new ReputationInputError('invalid_time', 'A time must be a finite number of milliseconds.');
}

export function checkAct({ from, to, kind, at, rating }: Act, people: number): void {
  checkPerson(from, people);
  checkPerson(to, people);
  checkTime(at);
  if (!actKinds.includes(kind))
    throw new ReputationInputError('invalid_act', `An act must be of the kind ${actKinds.join(', ')}.`);
  if (kind === 'review' && !(rating! >= 1 && rating! <= 5))
    throw new ReputationInputError('invalid_act', 'A review must have a rating from 1 to 5.');
}
