/** A client whose watched questions a story or a test answers: for elements that ask by a client. */
import { type Baselines, strengthOf } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { ErrorCode, WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';
import type { Person } from './person.ts';

/** A value, null for nothing of the kind, an error's code, or undefined for no answer at all. */
export type Answer = object | null | ErrorCode | undefined;

export class Answers {
  readonly client: Gigsy;
  #last: Answer;
  readonly #observers = new Set<WatchObserver<object | null>>();

  constructor(first: Answer) {
    this.#last = first;
    const watch = (_: object, observer: WatchObserver<object | null>) => {
      this.#observers.add(observer);
      observer.signal?.addEventListener('abort', () => this.#observers.delete(observer));
      queueMicrotask(() => this.#tell(observer));
    };
    this.client = { profile: { watchStrength: watch, watchBaselines: watch } } as unknown as Gigsy;
  }

  /** Number of watches that have not ended. */
  get watched(): number {
    return this.#observers.size;
  }

  give(answer: Answer): void {
    this.#last = answer;
    for (const observer of this.#observers) this.#tell(observer);
  }

  #tell(observer: WatchObserver<object | null>): void {
    if (observer.signal?.aborted || this.#last === undefined) return;
    if (typeof this.#last === 'string') observer.error?.(trouble(this.#last));
    else observer.next(structuredClone(this.#last));
  }
}

export function strengthOfPerson({ role, sections }: Person): object {
  return strengthOf(role, sections);
}

/** A deployment of some thousand people, half a year old. */
export const baselines: Baselines = {
  upTo: Date.UTC(2031, 4, 3, 9, 41),
  roles: [
    {
      role: 'student',
      completeness: [412, 388, 301, 266, 240, 218, 233, 190, 121, 64],
      timeToComplete: [31, 66, 54, 20, 14],
    },
    { role: 'employer', completeness: [21, 18, 30, 25, 19, 22, 34, 41, 52, 38], timeToComplete: [22, 31, 20, 9, 8] },
    { role: 'mentor', completeness: [9, 12, 14, 20, 31, 40, 44, 47, 33, 16], timeToComplete: [8, 19, 14, 6, 2] },
  ],
  days: Array.from({ length: 28 }, (_, day) => ({
    day: new Date(Date.UTC(2031, 3, 6 + day)).toISOString().slice(0, 10),
    edits: (
      [
        ['identity', 23],
        ['about', 17],
        ['skills', 41],
        ['workExperience', 12],
        ['projects', 19],
        ['education', 8],
        ['languages', 4],
      ] as const
    ).map(([section, most]) => ({ section, count: 1 + ((day * 7 + most) % most) })),
  })),
};
