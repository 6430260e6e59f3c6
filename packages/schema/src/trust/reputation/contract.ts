/** Public functions that tell the reputation index. */
import * as z from 'zod';
import { query } from '../../contract/define.ts';
import { everyone, members } from '../../contract/principals.ts';
import { handleSchema } from '../../contract/text.ts';
import { ownReputationSchema, reputationSchema } from './document.ts';

export const reputationContract = {
  get: query({
    summary:
      'The reputation index of a person as the caller may see it, made from votes that the caller may see; null where there is none, or none for this caller, and for nobody.',
    args: z.strictObject({ handle: handleSchema }),
    result: reputationSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals:
      "The public's index of a person; to viewers whose session was opened for it, the platform's. Votes that the caller may not see count in neither. To those whom its owner named, a restricted index too.",
  }),
  mine: query({
    summary:
      "The caller's own reputation index, as everybody's and as members' votes make it, with its parts and what would raise it.",
    args: z.strictObject({}),
    result: ownReputationSchema,
    callers: members,
    reveals: 'How many votes for the caller count and how much, from votes that others may see. It names no voter.',
  }),
};
