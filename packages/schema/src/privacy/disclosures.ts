/** Disclosures: data of a person that the deployment sends to another party, as the person is told of it. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { members } from '../contract/principals.ts';
import { ACCESS_PAGE } from './access.ts';

/**
 * Every party to which an action sends data of people, with what it is told of them. An action that sends any to another party
 * declares the party here, and says so in the transaction before it sends (`disclosed` in the backend).
 */
export const destinations = {
  /** Asked for the public account that the person named, for an import. */
  github: { told: ['imports.account'] },
  /** The identity provider, which deletes the user of an erased person. */
  clerk: { told: ['account.user'] },
  /** The host of the address that the person gave, or their provider, for a picture. */
  pictureHost: { told: ['identity.avatarUrl'] },
  /** The host of a page to which a contribution leads, for the preview. */
  linkHost: { told: ['contributions.url'] },
  /** The provider of e-mail and text messages, with a one-time code for the reader. */
  messageProvider: { told: ['verification.subject'] },
  /** The provider of identity checks, which names the person by handle in its answer. */
  identityProvider: { told: ['account.handle'] },
  /** The hosts of domains and pages that the person claims, and those who answer for their names. */
  claimedHost: { told: ['verification.claim'] },
} as const satisfies Record<string, { readonly told: readonly string[] }>;
export type Destination = keyof typeof destinations;
export const destinationNames = Object.keys(destinations) as [Destination, ...Destination[]];

export const disclosureSchema = z.strictObject({
  to: z.enum(destinationNames),
  /** Names of what was sent: fields, as `section.field`, or parts of the account. */
  told: z.array(z.string()),
  /** Unix milliseconds. */
  at: z.number(),
});
export type Disclosure = z.infer<typeof disclosureSchema>;

export const disclosuresContract = {
  list: query({
    summary: `Disclosures: each time at which the deployment sent data of the caller's to another party, newest first, ${ACCESS_PAGE} at a time: give \`next\` as \`before\` for the next page.`,
    args: z.strictObject({
      before: z
        .string('must be text')
        .regex(/^\d{1,19}$/, 'must be what an earlier page gave')
        .optional(),
    }),
    result: z.strictObject({ disclosures: z.array(disclosureSchema), next: z.string().nullable() }),
    callers: members,
    reveals: "Nothing about others; the caller's own disclosures.",
  }),
};
