/** Several questions that are followed as one. */
import type { WatchObserver } from '@gigsy/sdk/reader';

/** Begins to follow one of the questions. */
export type Follow<Value> = (observer: WatchObserver<Value>) => void;

export type Questions<Answers> = { readonly [K in keyof Answers]: Follow<Answers[K]> };

/**
 * Follows all of `questions`, and gives their answers together, from when each has one. A failure of one is a failure of all:
 * a part of the answers says nothing by itself.
 */
export function followAll<Answers extends object>(
  questions: Questions<Answers>,
  { next, error, signal }: WatchObserver<Answers>,
): void {
  const names = Object.keys(questions) as (keyof Answers)[];
  const answers: Partial<Answers> = {};
  for (const name of names)
    questions[name]({
      next: (answer) => {
        answers[name] = answer;
        if (names.every((each) => each in answers)) next({ ...answers } as Answers);
      },
      error: (failure) => error?.(failure),
      ...(signal && { signal }),
    });
}
