/** The syscall of `ctx.vectorSearch`, which only actions have. */
import type { Executor } from '../execution/executor.ts';
import type { Frame } from '../runtime/frame.ts';
import type { VectorQuery } from '../vector/vectors.ts';

export function vectorSearch(executor: Executor, frame: Frame, args: { query: VectorQuery }): string {
  if (frame.transaction) throw new Error('Vector search is only available in actions.');
  const hits = executor.vectors.search(frame.component, args.query);
  return JSON.stringify({ results: hits.map(({ id, score }) => ({ _id: id, _score: score })) });
}
