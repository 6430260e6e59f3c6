/** Public functions of the inbox: its sources and its quarantine, for administrators. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { fieldErrorSchema } from '../contract/errors.ts';
import { mutation } from '../contract/mutation.ts';
import { idSchema } from '../operations/partners.ts';
import { quarantineReasons } from './inbox.ts';
import { MAX_SOURCES, graceSchema, registrationSchema, sourceNameSchema, sourceSchema } from './sources.ts';

/** Events in quarantine on a page of the list. */
export const QUARANTINE_PAGE = 50;

const administrative = {
  callers: ['admin'],
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
} as const;
const reveals = 'Names and addresses of systems. Never a secret that was shown before.';

/** The secret is in the first answer alone: a repeated request gets null. */
const issued = z.strictObject({ source: sourceSchema, secret: z.string().nullable() });

export const sources = {
  register: mutation({
    ...administrative,
    audit: { subject: 'source', changed: 'the fields that were given' },
    summary: `Registers a system that sends events to the inbox; there may be ${MAX_SOURCES}. Its secret (\`whsec_…\`, Standard Webhooks) is shown in this answer and never again.`,
    args: registrationSchema,
    result: issued,
    errors: ['not_found', 'too_large'],
    reveals,
    shownOnce: ['secret'],
  }),
  rotate: mutation({
    ...administrative,
    audit: { subject: 'source', changed: '`secret`' },
    summary:
      'Gives a source a new secret. The one before works for `graceMs` more; one that was replaced earlier ends at once.',
    args: z.strictObject({ source: sourceNameSchema, graceMs: graceSchema }),
    result: issued,
    errors: ['not_found'],
    reveals,
    shownOnce: ['secret'],
  }),
  list: query({
    callers: administrative.callers,
    summary: 'The sources, oldest first.',
    args: z.strictObject({}),
    result: z.array(sourceSchema),
    reveals,
  }),
  remove: mutation({
    ...administrative,
    audit: { subject: 'source', changed: '`removed`' },
    summary:
      'Ends a source: it is refused from now on. Events that it sent before stay, and those that wait are processed.',
    args: z.strictObject({ source: sourceNameSchema }),
    result: z.strictObject({ source: z.string() }),
    errors: ['not_found'],
    reveals,
  }),
};

const onQuarantine = {
  ...administrative,
  audit: { subject: 'source', changed: 'the reason for which the event was in quarantine' },
  args: z.strictObject({ event: idSchema }),
  errors: ['not_found'],
} as const;

const quarantinedSchema = z.strictObject({
  /** For `replay` and `drop`. */
  event: z.string(),
  source: z.string(),
  /** The id that the sender gave; null where there is none that can be read. */
  id: z.string().nullable(),
  type: z.string().nullable(),
  reason: z.enum(quarantineReasons),
  /** Every faulty place, without its content. */
  fields: z.array(fieldErrorSchema),
  /** Unix milliseconds. */
  quarantinedAt: z.number(),
  /** False for an event that was too large to keep. */
  replayable: z.boolean(),
});
export type QuarantinedEvent = z.infer<typeof quarantinedSchema>;

export const quarantine = {
  list: query({
    callers: administrative.callers,
    summary: `Events in quarantine, newest first, ${QUARANTINE_PAGE} at a time: give the last one's quarantinedAt as \`before\` for the next. No content.`,
    args: z.strictObject({ before: z.number('must be a time in Unix milliseconds').optional() }),
    result: z.array(quarantinedSchema),
    reveals: 'Which events name nobody whom the deployment knows, to administrators.',
  }),
  replay: mutation({
    ...onQuarantine,
    summary:
      'Reads an event in quarantine again, by the rules of now. Without a fault it is accepted behind the events of its source; with one it stays.',
    result: z.strictObject({
      event: z.string(),
      outcome: z.enum(['accepted', 'quarantined']),
      reason: z.enum(quarantineReasons).nullable(),
    }),
    reveals: 'Nothing about people: the answer follows from the text of the event.',
  }),
  drop: mutation({
    ...onQuarantine,
    summary: 'Deletes an event in quarantine.',
    result: z.strictObject({ event: z.string() }),
    reveals: 'Nothing about people.',
  }),
};
