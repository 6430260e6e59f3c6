/** The catalog of events, joined from what each domain declares in its own folder. */
import type * as z from 'zod';
import { privacyEvents } from './privacy/events.ts';
import { profileEvents } from './profile/events.ts';

export const eventCatalog = { ...profileEvents, ...privacyEvents } as const;

export type EventType = keyof typeof eventCatalog;
export const eventTypes = Object.keys(eventCatalog) as [EventType, ...EventType[]];
export type EventData<T extends EventType> = z.infer<(typeof eventCatalog)[T]['data']>;
/** The kind of subject that events of this type are about. */
export type EventSubject<T extends EventType> = (typeof eventCatalog)[T]['subject'];

/** Types of events that partners' webhooks get: those that tell what the public can see. */
export type PublicEventType = {
  [T in EventType]: (typeof eventCatalog)[T] extends { audience: 'public' } ? T : never;
}[EventType];
export const publicEventTypes = eventTypes.filter(isPublicEvent) as [PublicEventType, ...PublicEventType[]];

export function isPublicEvent(type: EventType): type is PublicEventType {
  return 'audience' in eventCatalog[type];
}
