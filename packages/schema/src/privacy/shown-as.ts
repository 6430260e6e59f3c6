/** The viewers as whom an owner may look at their own profile. */
import * as z from 'zod';
import { idSchema } from '../operations/partners.ts';

/**
 * `anonymous`: anyone on the web. `member`: any signed-in member. `{ grant }`: those whom one of the owner's grants names,
 * by that grant alone.
 */
export const shownAsSchema = z.union(
  [z.enum(['anonymous', 'member']), z.strictObject({ grant: idSchema })],
  'must be "anonymous", "member", or { grant } with one of your grants',
);
export type ShownAs = z.infer<typeof shownAsSchema>;
