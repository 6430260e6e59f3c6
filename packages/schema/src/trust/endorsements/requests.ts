/** Requests for endorsements: to one person by their handle, or by a link that its owner hands on. */
import * as z from 'zod';
import { days } from '../../contract/retention.ts';
import { handleSchema, itemIdSchema, prose } from '../../contract/text.ts';
import { MAX_ENDORSED_SKILLS, endorsedSkillSchema } from './document.ts';

/** Most requests of one person that are open at a time, links too. */
export const MAX_REQUESTS = 50;
/** Requests to a person that they are shown, newest first. */
export const SHOWN_REQUESTS = 50;
/** How long a request is open, in milliseconds. */
export const REQUEST_OPEN_MS = days(30);
/** People who may write by one link. */
export const LINK_USES = 20;

const time = z.number();

/** The content of a request. */
export const requestFieldsSchema = z.strictObject({
  /** Ids of skills of the caller that the other is asked about. */
  skills: z
    .array(itemIdSchema, 'must be a list of skills')
    .max(MAX_ENDORSED_SKILLS, `must have at most ${MAX_ENDORSED_SKILLS} skills`)
    .default([]),
  note: prose(500).optional(),
});

const content = { skills: z.array(endorsedSkillSchema), note: z.string().optional(), endsAt: time };

/** A request as the one who made it has it. */
export const sentRequestSchema = z.strictObject({
  request: z.string(),
  /** As it was written; absent for a link. */
  handle: handleSchema.optional(),
  /** People who have written by a link. */
  uses: z.number().optional(),
  ...content,
});
export type SentRequest = z.infer<typeof sentRequestSchema>;

/** A request as the one who is asked sees it. */
export const incomingRequestSchema = z.strictObject({
  request: z.string(),
  handle: handleSchema,
  name: z.string().nullable(),
  headline: z.string().nullable(),
  ...content,
});
export type IncomingRequest = z.infer<typeof incomingRequestSchema>;
