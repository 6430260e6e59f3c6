/** The catalog of events, joined from what each domain declares in its own folder, and the JSON Schemas of their data. */
import type * as z from 'zod';
import { type DescribedData, dataSchemaOf } from './events/data-schema.ts';
import type { EventContracts } from './events/define.ts';
import type { InboundContracts } from './events/inbound.ts';
import { inboundCatalog } from './inbound.ts';
import { portfolioEvents } from './portfolio/events.ts';
import { trustEvents } from './trust/events.ts';
import { privacyEvents } from './privacy/events.ts';
import { profileEvents } from './profile/events.ts';

export const eventCatalog = {
  ...profileEvents,
  ...privacyEvents,
  ...portfolioEvents,
  ...trustEvents,
} as const;

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

/** Every version of every event that leaves or enters, older versions first. */
export function describedEvents(
  catalog: EventContracts = eventCatalog,
  inbound: InboundContracts = inboundCatalog,
): DescribedData[] {
  const leaving = Object.entries(catalog).flatMap(([type, { summary, version, data, earlier = {} }]) =>
    Object.entries({ ...earlier, [version]: data }).map(([number, each]) => ({
      type,
      version: Number(number),
      summary,
      data: each,
    })),
  );
  const entering = Object.entries(inbound).flatMap(([type, { summary, versions }]) =>
    versions.map(({ data }, index) => ({ type, version: index + 1, summary, data })),
  );
  return [...leaving, ...entering];
}

/** The JSON Schema of the data of one version; undefined if there is none. */
export function eventDataSchema(type: string, version: number): Record<string, unknown> | undefined {
  const found = describedEvents().find((one) => one.type === type && one.version === version);
  return found && dataSchemaOf(found);
}
