/** Checks of identity documents, which a provider makes: begun here, passed or failed there. */
import * as z from 'zod';
import { days } from '../../contract/retention.ts';
import { resourceUrl } from '../../contract/text.ts';

/** Time that a check waits for its outcome, in milliseconds; what failed is shown as long. */
export const IDENTITY_CHECK_MS = days(1);

/** The name of a check towards its provider: 128 random bits as hexadecimal digits. It names no person. */
export const checkReferenceSchema = z.string('must be text').regex(/^[0-9a-f]{32}$/, 'must have 32 hexadecimal digits');

/**
 * `opening`: the provider has not said yet where the person goes. `open`: the person can go there. `unreachable`: the provider does
 * not answer. The others are outcomes.
 */
export const sessionStates = ['opening', 'open', 'unreachable', 'failed', 'lapsed'] as const;

/** The acts of the stand-in of a deployment for development: `repeat` passes, and says so twice. */
export const standInPlays = ['pass', 'fail', 'lapse', 'repeat'] as const;
export type StandInPlay = (typeof standInPlays)[number];

/** The check of the person. Times are Unix milliseconds. */
export const ownSessionSchema = z.strictObject({
  state: z.enum(sessionStates),
  /** Where the person goes on; absent before it is known, and with the stand-in. */
  url: resourceUrl.optional(),
  /** True on a deployment for development: no document is checked, and the person says how it ends. */
  standIn: z.boolean(),
  expiresAt: z.number(),
});
export type OwnSession = z.infer<typeof ownSessionSchema>;
