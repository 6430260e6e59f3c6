/** The account behind a profile, as its person sees it: whether it is shown, and whether it is to be deleted. */
import * as z from 'zod';
import { roleSchema, selfChosenRoleSchema } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { toldHoldSchema } from '../privacy/holds.ts';
import { profileRetention } from './retention.ts';

/** Time between a request for deletion and the deletion, in milliseconds: 30 days. */
export const DELETION_GRACE_MS = profileRetention.deletionGrace.periodMs;

/** Unix milliseconds. */
const time = z.number();

export const accountStateSchema = z.strictObject({
  /** `newcomer`: signed in, without an account yet. Nobody but its person sees the profile of a `deactivated` account. */
  status: z.enum(['newcomer', 'active', 'deactivated']),
  /** Null for a newcomer. */
  role: roleSchema.nullable(),
  /** Null before there is a profile. */
  handle: handleSchema.nullable(),
  /**
   * When the deletion was asked for, and when it becomes final. Null if none is to come. `hold` is not null while a legal
   * hold lasts: at `dueAt` the account is closed, and what is stored is erased once the hold is lifted.
   */
  deletion: z.strictObject({ requestedAt: time, dueAt: time, hold: toldHoldSchema.nullable() }).nullable(),
  /**
   * The identity provider's facts about a person without a profile, to fill a sign-up form with. Nothing of it is in use,
   * and the handle may be taken. Null where the provider has told nothing.
   */
  suggestion: z
    .strictObject({
      role: selfChosenRoleSchema.nullable(),
      displayName: z.string().nullable(),
      handle: handleSchema.nullable(),
    })
    .nullable(),
});
export type AccountState = z.infer<typeof accountStateSchema>;
