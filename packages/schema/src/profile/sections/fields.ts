/** Forms of fields that several sections have. */
import * as z from 'zod';
import { line, partialDate } from '../../contract/text.ts';

export { itemIdSchema as itemId } from '../../contract/text.ts';

/** At most `max` short lines of at most `length` code points each. */
export function lines(max: number, length: number) {
  return z.array(line(length), 'must be a list').max(max, `must have at most ${max} entries`);
}

/**
 * Why a period has no endDate. `ongoing`: it goes on, as its owner says; `open`: nothing is said; `unknown`: it is over, or
 * to be over, at a time that nobody knows. Absent, as in profiles from before it existed: read as `ongoing`.
 */
export const endStatuses = ['ongoing', 'open', 'unknown'] as const;
export type EndStatus = (typeof endStatuses)[number];

/** `endStatus` counts where there is no `endDate`. */
export const period = {
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  endStatus: z.enum(endStatuses, 'must be ongoing, open or unknown').optional(),
};
