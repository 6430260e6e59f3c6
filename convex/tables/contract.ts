/**
 * Contract schemas as Convex validators, for tables and for the results of functions. A deployment takes only identifiers
 * as the names of an object validator's fields. An object with other names, such as the privacy settings'
 * `identity.headline`, becomes a record, whose keys zod checks.
 */
import { type ListSection, type Sections, listSections } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { defineTable } from 'convex/server';
import {
  type GenericId,
  type GenericValidator,
  type PropertyValidators,
  type VObject,
  type Validator,
  v,
} from 'convex/values';
import type * as z from 'zod';

type AnyValidator = Validator<unknown, 'required' | 'optional', string>;

export function convexValidator(schema: z.ZodType): Validator<unknown, 'required', string> {
  return deployable(zodToConvex(schema)) as Validator<unknown, 'required', string>;
}

/** The converted form of an object's schema, under the type that its parsed value has. */
export function convexObject<T>(schema: z.ZodType) {
  return convexValidator(schema) as unknown as VObject<T, Record<string, never>, 'required', string>;
}

function deployable(validator: GenericValidator): AnyValidator {
  const required = rebuilt(validator as AnyValidator);
  return validator.isOptional === 'optional'
    ? v.optional(required as Validator<unknown, 'required', string>)
    : required;
}

function rebuilt(validator: AnyValidator): AnyValidator {
  switch (validator.kind) {
    case 'object': {
      const fields = Object.entries(validator.fields as PropertyValidators).map(
        ([name, field]) => [name, deployable(field)] as const,
      );
      return fields.every(([name]) => /^[A-Za-z_]\w*$/.test(name))
        ? v.object(Object.fromEntries(fields))
        : recordOf(Object.values(validator.fields as PropertyValidators));
    }
    case 'array':
      return v.array(deployable(validator.element) as Validator<unknown, 'required', string>);
    case 'record':
      return v.record(validator.key, deployable(validator.value) as Validator<unknown, 'required', string>);
    case 'union':
      return v.union(
        ...validator.members.map((member) => deployable(member) as Validator<unknown, 'required', string>),
      );
    default:
      return validator;
  }
}

/** A record whose values are those that any of the fields allows. An absent key is an absent field. */
function recordOf(fields: GenericValidator[]): AnyValidator {
  const kinds = new Map(
    fields.map((field) => {
      const value = rebuilt(field as AnyValidator) as Validator<unknown, 'required', string>;
      return [JSON.stringify((value as unknown as { json: unknown }).json), value] as const;
    }),
  );
  return v.record(v.string(), v.union(...kinds.values()));
}

/** One row for each item. The items of a list follow one another by `order`, any number. */
export function itemTable<S extends Exclude<ListSection, 'links'>>(section: S) {
  const fields = zodToConvex(listSections[section].item as z.ZodObject).fields;
  return defineTable(
    v.object({
      profileId: v.id('profiles'),
      ...fields,
      order: v.number(),
    }) as unknown as VObject<
      { profileId: GenericId<'profiles'>; order: number } & Sections[S][number],
      Record<string, never>,
      'required',
      'profileId' | 'order' | 'id'
    >,
  )
    .index('by_profile', ['profileId', 'order'])
    .index('by_item', ['profileId', 'id']);
}
