/**
 * The log's envelope (plan B1): what every event carries. Events name people by surrogate only and say which sections
 * changed, never what they hold: a consumer that may know reads the profile through the projection.
 */
import * as z from 'zod';

/** Event types and the schema of each one's data. Versions are part of the type's contract, not of its name. */
export const eventCatalog = {
  'profile.created': { version: 1, data: z.strictObject({}) },
  'profile.updated': { version: 1, data: z.strictObject({ sections: z.array(z.string()).max(20) }) },
  'privacy.updated': { version: 1, data: z.strictObject({ keys: z.array(z.string()).max(40) }) },
  'account.suspended': { version: 1, data: z.strictObject({}) },
  'account.deactivated': { version: 1, data: z.strictObject({}) },
  'account.restored': { version: 1, data: z.strictObject({}) },
} as const;
export type EventType = keyof typeof eventCatalog;
export const eventTypes = Object.keys(eventCatalog) as [EventType, ...EventType[]];
export type EventData<T extends EventType> = z.infer<(typeof eventCatalog)[T]['data']>;
