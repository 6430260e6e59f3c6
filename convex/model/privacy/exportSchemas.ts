/** JSON Schemas of the files of an export, made from the validators of the tables and of what the stores make of them. */
import type { GenericValidator, ValidatorJSON } from 'convex/values';
import { v } from 'convex/values';
import type { Store } from '../contract/store.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Fields that no exported row has: ids of ours, and the place in a list. `withoutIds` drops them. */
const IDS = ['profileId', 'accountId', 'userId', 'commitTs', 'order'];

/** The schema of a store's file, a list of rows. `table` is the validator of its documents. */
export function fileSchema({ about, shape }: Pick<Store, 'about' | 'shape'>, table: GenericValidator): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: about,
    type: 'array',
    items: rowSchema(shape, jsonOf(table)),
  };
}

function rowSchema(shape: Store['shape'], stored: ValidatorJSON): JsonSchema {
  if (shape?.lacks !== 'all' && stored.type === 'union')
    return { anyOf: stored.value.map((each) => rowSchema(shape, each)) };
  const has = jsonOf(v.object(shape?.has ?? {}));
  const kept = shape?.lacks === 'all' ? {} : without(fieldsOf(stored), [...IDS, ...(shape?.lacks ?? [])]);
  const storedAt = shape?.lacks === 'all' ? {} : fieldsOf(jsonOf(v.object({ storedAt: v.string() })));
  return schemaOf({ type: 'object', value: { ...kept, ...storedAt, ...fieldsOf(has) } } as ValidatorJSON);
}

type Fields = Extract<ValidatorJSON, { type: 'object' }>['value'];

function fieldsOf(validator: ValidatorJSON): Fields {
  return validator.type === 'object' ? validator.value : {};
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** The validator as data, as Convex itself gives it to its server. */
function jsonOf(validator: GenericValidator): ValidatorJSON {
  return (validator as unknown as { json: ValidatorJSON }).json;
}

function schemaOf(validator: ValidatorJSON): JsonSchema {
  switch (validator.type) {
    case 'object':
      return objectSchema(validator.value);
    case 'array':
      return { type: 'array', items: schemaOf(validator.value) };
    case 'record':
      return { type: 'object', additionalProperties: schemaOf(validator.values.fieldType) };
    case 'union':
      return unionSchema(validator.value);
    case 'literal':
      return { const: validator.value };
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { type: validator.type };
    case 'id':
      return { type: 'string' };
    default:
      return {};
  }
}

function objectSchema(fields: Fields): JsonSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, { fieldType }]) => [name, schemaOf(fieldType)])),
    required: entries.filter(([, { optional }]) => !optional).map(([name]) => name),
    additionalProperties: false,
  };
}

/** Literals alone are an `enum`, which says the same and is shorter. */
function unionSchema(members: readonly ValidatorJSON[]): JsonSchema {
  const literals = members.flatMap((member) => (member.type === 'literal' ? [member.value] : []));
  return literals.length === members.length ? { enum: literals } : { anyOf: members.map(schemaOf) };
}
