/** Compares the fields of forms with the contract: members, limits and choices. */
import { expect } from '@open-wc/testing';
import * as z from 'zod';
import type { Choice, Field } from '../../../packages/elements/src/writing/field.ts';

export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: Choice[];
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
}

/** The members of an object, with dotted names where one is an object itself. */
export function leavesOf(schema: JsonSchema, prefix = ''): [name: string, schema: JsonSchema, required: boolean][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    member.properties
      ? leavesOf(member, `${prefix}${name}.`)
      : [[prefix + name, member, !prefix && (schema.required ?? []).includes(name)] as [string, JsonSchema, boolean]],
  );
}

export const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;

/** Schemas that say by a pattern or a check what they take: the lists of their values are tested elsewhere. */
const CODES = ['location.countryCode', 'timeZone', 'rate.currency', 'status'];

/** The field offers and takes what the contract takes. */
export async function compare(field: Field, schema: JsonSchema): Promise<void> {
  const offered = await field.choices?.values();
  if (CODES.includes(field.name) && !schema.enum) return;
  if (schema.type === 'boolean') expect(offered).to.deep.equal([true, false]);
  else if (schema.enum) expect(offered).to.deep.equal(schema.enum);
  else if (schema.items?.enum) expect(offered).to.deep.equal(schema.items.enum);
  else if (schema.type === 'array')
    expect([field.most, field.max]).to.deep.equal([schema.maxItems, schema.items!.maxLength]);
  else if (offered) {
    const [least, most] = [Math.min(...(offered as number[])), Math.max(...(offered as number[]))];
    expect([least, most, offered.length]).to.deep.equal([schema.minimum, schema.maximum, most - least + 1]);
  } else if (schema.type === 'number' || schema.type === 'integer') {
    expect(field.range?.[0]).to.equal(schema.minimum ?? schema.exclusiveMinimum);
    if (schema.maximum !== undefined) expect(field.range?.[1]).to.equal(schema.maximum);
    expect(field.whole ?? false).to.equal(schema.type === 'integer');
  } else if (field.kind !== 'date') expect(field.max).to.equal(schema.maxLength);
}
