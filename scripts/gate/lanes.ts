/**
 * The steps of the gate in two lanes. Many steps keep one processor busy, so two of them run side by side; a step that
 * keeps the whole machine busy, or that has narrow limits of time, runs alone.
 */
import { availableParallelism } from 'node:os';

export interface Lane {
  name: string;
  /** Nothing runs beside it. */
  alone?: boolean;
}

/** More than two would write more than a reader can follow, and use more memory than small machines have. */
export const LANES = Math.min(2, availableParallelism());

/** Runs the steps in their order, as many at a time as there are lanes; answers in the same order. */
export async function inLanes<T>(
  steps: readonly Lane[],
  run: (name: string, beside: boolean) => Promise<T>,
  lanes = LANES,
): Promise<T[]> {
  const answers: Promise<T>[] = [];
  const running = new Set<Promise<unknown>>();
  for (const { name, alone = false } of steps) {
    while (running.size >= (alone ? 1 : lanes)) await Promise.race(running);
    const answer = run(name, lanes > 1 && !alone && steps.length > 1);
    const ended: Promise<unknown> = answer.catch(() => {}).then(() => running.delete(ended));
    running.add(ended);
    answers.push(answer);
    // Nothing may start beside it.
    if (alone) await ended;
  }
  return Promise.all(answers);
}

/** Says whose lines these are. Keeps the part of a line that has not ended, until the rest comes. */
export function labelled(name: string, write: (text: string) => void): { add(text: string): void; end(): void } {
  let rest = '';
  const line = (text: string) => write(`${name.padEnd(14)} | ${text}\n`);
  return {
    add(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop()!;
      lines.forEach(line);
    },
    end() {
      if (rest) line(rest);
      rest = '';
    },
  };
}
