/** Accepted relations: one person asks another, the other accepts, either ends it. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { idSchema } from '../operations/partners.ts';
import {
  MAX_ASKS,
  MAX_RELATIONS,
  RELATION_PAGE,
  SHOWN_ASKS,
  incomingAskSchema,
  openAskSchema,
  relationNameSchema,
  relationSchema,
} from './relations.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const changing = {
  callers: members,
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
  audit: { subject: 'profile', changed: '`relations`' },
} as const;

const answering = {
  args: z.strictObject({ ask: idSchema }),
  result: z.strictObject({ ask: z.string() }),
  errors: ['not_found'],
} as const;

export const relationsContract = {
  ask: mutation({
    ...changing,
    summary:
      'Asks the person under a handle for a relation. The answer is the same for a handle that is unknown, hidden or the handle of somebody who has declined. An ask that is open already stays as it is. It is over after 30 days without an answer.',
    args: z.strictObject({ kind: relationNameSchema, handle: handleSchema }),
    // Answers are kept for their repetition, so they name nobody.
    result: z.strictObject({ ask: z.string() }),
    errors: ['not_found', 'too_large'],
    reveals: "Nothing about others. To the one who is asked: the caller's handle.",
    rate: { rate: 20, periodMs: DAY_MS, capacity: 20 },
  }),
  withdraw: mutation({
    ...changing,
    ...answering,
    summary: "Takes back one of the caller's asks.",
    reveals: 'Nothing about others.',
  }),
  accept: mutation({
    ...changing,
    summary: "Accepts somebody's ask. Grants of each to the relation name the other from now on.",
    args: z.strictObject({ ask: idSchema }),
    result: z.strictObject({ relation: z.string() }),
    errors: ['not_found', 'too_large'],
    reveals: `By \`too_large\`, that one of the two has ${MAX_RELATIONS} relations.`,
  }),
  decline: mutation({
    ...changing,
    ...answering,
    summary: "Declines somebody's ask. The asker is not told, and no other ask of theirs comes through for 30 days.",
    reveals: 'Nothing about others.',
  }),
  end: mutation({
    ...changing,
    summary:
      'Ends a relation. What it opened is closed to both at once, and no ask of the other comes through for 30 days.',
    args: z.strictObject({ relation: idSchema }),
    result: z.strictObject({ relation: z.string() }),
    errors: ['not_found'],
    reveals: 'Nothing about others.',
  }),
  asked: query({
    summary: `The caller's own open asks, newest first, at most ${MAX_ASKS}.`,
    args: z.strictObject({}),
    result: z.array(openAskSchema),
    callers: members,
    reveals:
      'That somebody whom the caller asked has been erased: the ask is gone. A documented declassifier. Nothing else about others, not even that a handle exists.',
  }),
  incoming: query({
    summary: `Asks to the caller that wait for an answer, newest first, at most ${SHOWN_ASKS}.`,
    args: z.strictObject({}),
    result: z.array(incomingAskSchema),
    callers: members,
    reveals: "The askers' handles, with their public names and headlines.",
  }),
  list: query({
    summary: `The caller's relations, newest first, ${RELATION_PAGE} at a time: give \`next\` as \`after\` for the next page.`,
    args: z.strictObject({
      after: z
        .string('must be text')
        .regex(/^\d{1,16}(\.\d{1,16})?$/, 'must be what an earlier page gave')
        .optional(),
    }),
    result: z.strictObject({ relations: z.array(relationSchema), next: z.string().nullable() }),
    callers: members,
    reveals:
      'The handles of those whose profile the caller may see, with their public names and headlines; that somebody has ended a relation or has been erased.',
  }),
};
