/** `/operations/…`: pages of the people who operate the hub. Their elements ask for everything themselves. */
import type { Answer } from './visit.ts';

export function showOperations(): Answer {
  return { values: {} };
}
