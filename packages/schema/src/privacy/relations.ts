/** Relations between people, as they are stored and shown: an ask, and what follows when it is accepted. */
import * as z from 'zod';
import { handleSchema } from '../contract/text.ts';
import { relationNames } from '../relations.ts';
import { privacyRetention } from './retention.ts';

/** Most asks of one person that are open at a time. */
export const MAX_ASKS = 50;
/** Asks that a person is shown, newest first. */
export const SHOWN_ASKS = 50;
/** Most relations of one person. */
export const MAX_RELATIONS = 500;
/** Relations of one answer. */
export const RELATION_PAGE = 25;
/** How long an ask stays open, and how long no second ask comes through after a decline or an end, in milliseconds. */
export const ASK_OPEN_MS = privacyRetention.asks.periodMs / 2;

export const relationNameSchema = z.enum(relationNames, `must be one of ${relationNames.join(', ')}`);

/** Unix milliseconds. */
const time = z.number();
/** The public name and headline of a person; null where the public sees none. */
const shown = { name: z.string().nullable(), headline: z.string().nullable() };

/** An ask as its asker has it. */
export const openAskSchema = z.strictObject({
  ask: z.string(),
  kind: relationNameSchema,
  /** As the asker wrote it. */
  handle: handleSchema,
  askedAt: time,
  /** The time at which it is over by itself. */
  endsAt: time,
});
export type OpenAsk = z.infer<typeof openAskSchema>;

/** An ask as the one who is asked sees it. */
export const incomingAskSchema = z.strictObject({
  ask: z.string(),
  kind: relationNameSchema,
  /** The asker's. */
  handle: handleSchema,
  ...shown,
  askedAt: time,
});
export type IncomingAsk = z.infer<typeof incomingAskSchema>;

/** An accepted relation as one of the two sees it. */
export const relationSchema = z.strictObject({
  relation: z.string(),
  kind: relationNameSchema,
  /** The other person's; null where the caller may see nothing of their profile. */
  handle: handleSchema.nullable(),
  ...shown,
  since: time,
});
export type Relation = z.infer<typeof relationSchema>;
