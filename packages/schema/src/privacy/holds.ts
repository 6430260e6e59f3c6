/**
 * Legal holds: while one is active, nothing of the person is purged or erased. It shows nobody: an account that is hidden
 * stays hidden. Reasons are codes, since words could tell of a person.
 */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { handleSchema } from '../contract/text.ts';
import { idSchema } from '../operations/partners.ts';

/** The closed list of reasons. */
export const holdReasons = ['litigation', 'investigation', 'authority', 'safety'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Most active holds of a deployment. */
export const MAX_HOLDS = 1_000;
/** Holds on a page of the list. */
export const HOLDS_PAGE = 100;

/** Unix milliseconds. */
const time = z.number();

export const holdSchema = z.strictObject({
  hold: z.string(),
  /** Surrogate of the account that is held. */
  account: z.string(),
  /** Null for a person without a profile, and for one who is erased. */
  handle: handleSchema.nullable(),
  reason: z.enum(holdReasons),
  /** Whether the person is told the reason. They are told that a deletion waits in any case. */
  told: z.boolean(),
  placedAt: time,
  /** Null while the hold is active. */
  liftedAt: time.nullable(),
});
export type Hold = z.infer<typeof holdSchema>;

/** A hold as the person is told of it who waits for a deletion. `reason` is null where the hold says so. */
export const toldHoldSchema = z.strictObject({ reason: z.enum(holdReasons).nullable() });
export type ToldHold = z.infer<typeof toldHoldSchema>;

const byAdmins = {
  callers: ['admin'],
  result: holdSchema,
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
  audit: { subject: 'account', changed: '`hold`' },
} as const;

export const holdsContract = {
  place: mutation({
    ...byAdmins,
    summary:
      'Holds everything of a person: nothing of it is purged or erased until the hold is lifted. `account_state` if they are held for this reason already.',
    args: z.strictObject({
      of: z.union(
        [z.strictObject({ handle: handleSchema }), z.strictObject({ account: idSchema })],
        'must be { handle } or { account } with the id of an account',
      ),
      reason: z.enum(holdReasons, `must be one of ${holdReasons.join(', ')}`),
      told: z.boolean('must be true or false').default(true),
    }),
    errors: ['not_found', 'account_state', 'too_large'],
    reveals: 'To administrators: that a handle or an account is there, hidden and deleted ones too.',
  }),
  lift: mutation({
    ...byAdmins,
    summary: 'Lifts a hold. An erasure that waited goes on, unless another hold is active.',
    args: z.strictObject({ hold: idSchema }),
    errors: ['not_found'],
    reveals: 'To administrators: the hold.',
  }),
  list: query({
    summary: `Holds, newest first, ${HOLDS_PAGE} at a time: give \`next\` as \`before\` for the next page.`,
    args: z.strictObject({
      state: z.enum(['active', 'lifted'], 'must be active or lifted').default('active'),
      before: z.number('must be a number').min(0, 'must be at least 0').optional(),
    }),
    result: z.strictObject({ holds: z.array(holdSchema), next: time.nullable() }),
    callers: ['admin'],
    reveals: 'To administrators: who is held and why, by surrogate, handle and code.',
  }),
};
