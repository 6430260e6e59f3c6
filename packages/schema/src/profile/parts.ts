/** Parts of a person's own profile: one section, and items that can be restored. */
import * as z from 'zod';
import {
  type ListSection,
  type SectionName,
  listSectionNames,
  listSections,
  objectSectionNames,
  objectSections,
} from './sections.ts';
import type { Sections } from './document.ts';
import { profileRetention } from './retention.ts';

type Forms = [z.ZodObject, ...z.ZodObject[]];

/** A section as its owner reads it, with the version to change it from. */
export type OwnSection = {
  [S in SectionName]: { section: S; version: number; value: Sections[S] };
}[SectionName];

const values: [SectionName, z.ZodType][] = [
  ...objectSectionNames.map((name): [SectionName, z.ZodType] => [name, objectSections[name]]),
  ...listSectionNames.map((name): [SectionName, z.ZodType] => [name, z.array(listSections[name].item as z.ZodType)]),
];

export const ownSectionSchema = z.discriminatedUnion(
  'section',
  values.map(([name, value]) =>
    z.strictObject({ section: z.literal(name), version: z.number(), value }),
  ) as unknown as Forms,
) as unknown as z.ZodType<OwnSection, OwnSection>;

/** An item that its owner removed. */
export type RemovedItem = {
  [S in ListSection]: {
    section: S;
    item: Sections[S][number];
    /** Unix milliseconds. */
    removedAt: number;
    /** Unix milliseconds, 30 days later: the time at which the item is deleted for good. */
    restorableUntil: number;
  };
}[ListSection];

export const removedItemSchema = z.discriminatedUnion(
  'section',
  listSectionNames.map((name) =>
    z.strictObject({
      section: z.literal(name),
      item: listSections[name].item as z.ZodType,
      removedAt: z.number(),
      restorableUntil: z.number(),
    }),
  ) as unknown as Forms,
) as unknown as z.ZodType<RemovedItem, RemovedItem>;

/** Time for which a removed item can be restored, in milliseconds. */
export const RESTORABLE_MS = profileRetention.removedItems.periodMs;
/** Removed items that are kept for one profile. The oldest go first. */
export const MAX_REMOVED = 100;
