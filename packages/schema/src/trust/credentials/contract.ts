/** Public functions by which people have credentials of their claims. */
import * as z from 'zod';
import { query } from '../../contract/define.ts';
import { mutation } from '../../contract/mutation.ts';
import { members } from '../../contract/principals.ts';
import { itemIdSchema } from '../../contract/text.ts';
import { claimKinds } from './claims.ts';
import { keptCredentialStates } from './states.ts';

/** Most credentials of one person that a read tells of. */
export const MAX_CREDENTIALS = 100;

const own = { callers: members } as const;
const kind = z.enum(claimKinds, `must be one of ${claimKinds.join(', ')}`);
const state = z.enum(keptCredentialStates);

export const ownCredentialSchema = z.strictObject({
  kind,
  /** Names what is attested among the person's own: of a badge the id of its evidence. */
  id: itemIdSchema,
  state,
  /** The signed document as JSON, once it is ready. */
  document: z.string().optional(),
});
export type OwnCredential = z.infer<typeof ownCredentialSchema>;

export const credentialsContract = {
  mine: query({
    ...own,
    summary: "The caller's own credentials that count, each with its signed document once it is ready.",
    args: z.strictObject({}),
    result: z.array(ownCredentialSchema).max(MAX_CREDENTIALS),
    reveals: "Nothing about others; the caller's own credentials.",
  }),
  issue: mutation({
    ...own,
    summary:
      'Has a credential of something that is attested of the caller: `state` is `signing` until the document is there. Of the same there is one credential, and asking again changes nothing.',
    args: z.strictObject({ kind, id: itemIdSchema }),
    result: z.strictObject({ kind, id: itemIdSchema, state }),
    errors: ['not_found', 'not_configured'],
    rate: { rate: 30, periodMs: 60 * 60 * 1000, capacity: 30 },
    audit: { subject: 'profile', changed: '`credential`, the kind and the id' },
    reveals: 'Nothing about others.',
  }),
};
