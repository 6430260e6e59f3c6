/** The changes that a caller may ask for, and how they apply: pure, so that rows, snapshot and tests agree. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import {
  type ListSection,
  type ObjectSection,
  type SectionName,
  listSectionNames,
  listSections,
  objectSectionNames,
  objectSections,
  sectionNames,
} from './sections.ts';
import type { Sections } from './document.ts';
import { withChanges } from './with-changes.ts';

/** A field given replaces, null removes, absent stays. A field that must be there can't be removed. */
export type Patch<T> = { [F in keyof T]?: undefined extends T[F] ? T[F] | null : T[F] };
/** Lists are replaced as a whole. An item keeps its row by its id; one without gets a new id. */
type Replacement<T> = (Omit<T, 'id'> & { id?: string | undefined })[];

export type Changes = { [S in ObjectSection]?: Patch<Sections[S]> | undefined } & {
  [S in ListSection]?: Replacement<Sections[S][number]> | undefined;
};

/** Sections of a new profile: as changes, with a name. */
export type NewSections = Omit<Changes, 'identity'> & { identity: Sections['identity'] };

/** A patch of the fields of an object section or of an item. */
export function patchOf(shape: Readonly<Record<string, z.ZodType>>): z.ZodObject {
  const fields = Object.entries(shape).map(([field, schema]) => [
    field,
    schema.safeParse(undefined).success ? schema.nullable() : schema.optional(),
  ]);
  return z.strictObject(Object.fromEntries(fields));
}

/** An item as callers give it: its id may be left out. */
export function givenItemOf(section: ListSection): z.ZodObject {
  const { item } = listSections[section];
  return (item as z.ZodObject).extend({ id: item.shape.id.optional() });
}

function replacementOf(section: ListSection): z.ZodType {
  const { max } = listSections[section];
  return z
    .array(givenItemOf(section), 'must be a list')
    .max(max, `must have at most ${max} entries`)
    .superRefine(
      (items, context) => {
        const seen = new Set<unknown>();
        items.forEach((item, position) => {
          const id = item?.id;
          if (id !== undefined && seen.has(id))
            context.addIssue({
              code: 'custom',
              path: [position, 'id'],
              ...fault('must be unique in its list', 'not_unique'),
            });
          seen.add(id);
        });
      },
      // Checked even when items are faulty in other ways.
      { when: ({ value }) => Array.isArray(value) },
    )
    .optional();
}

const changeShape = Object.fromEntries([
  ...objectSectionNames.map((name) => [name, patchOf(objectSections[name].shape).optional()]),
  ...listSectionNames.map((name) => [name, replacementOf(name)]),
]) as Record<SectionName, z.ZodType>;

const changeSchema = z.strictObject(changeShape);

export const changesSchema = changeSchema.refine(
  (changes) => Object.keys(changes).length > 0,
  fault('must name at least one section', 'empty'),
) as unknown as z.ZodType<Changes, Changes>;

export const newSectionsSchema = z.strictObject({
  ...changeShape,
  identity: objectSections.identity,
}) as unknown as z.ZodType<NewSections, NewSections>;

/** The section versions that the caller read before changing them. */
export const expectedSchema = z.strictObject(
  Object.fromEntries(sectionNames.map((name) => [name, z.int('must be a whole number').min(0).optional()])) as Record<
    SectionName,
    z.ZodOptional<z.ZodInt>
  >,
);

/** No sections at all, from which creating is changing. */
export function emptySections(displayName: string): Sections {
  return {
    identity: { displayName },
    about: {},
    contact: {},
    availability: {},
    organisation: {},
    mentoring: {},
    skills: [],
    education: [],
    workExperience: [],
    projects: [],
    certificates: [],
    awards: [],
    publications: [],
    volunteering: [],
    languages: [],
    links: [],
  };
}

/** `sections` after `changes`, which are checked first. Values that were stored under older rules stay until they are changed. */
export function applyChanges(sections: Sections, changes: Changes, newId: () => string): Sections {
  changeSchema.parse(changes);
  return withChanges(sections, changes, newId);
}
