/** The fields of the editor are those of the contract: every member of every section, with its limits. */
import { expect } from '@open-wc/testing';
import { type ListSection, type ObjectSection, listSections, objectSections } from '@gigsy/schema';
import * as z from 'zod';
import { isSection, sectionForm, sectionNames } from '../../../packages/elements/src/profile/profile-form/sections.ts';
import type { Choice, Field } from '../../../packages/elements/src/writing/field.ts';

interface JsonSchema {
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
function leavesOf(schema: JsonSchema, prefix = ''): [name: string, schema: JsonSchema, required: boolean][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    member.properties
      ? leavesOf(member, `${prefix}${name}.`)
      : [[prefix + name, member, !prefix && (schema.required ?? []).includes(name)] as [string, JsonSchema, boolean]],
  );
}

const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;

/** Schemas that say by a pattern or a check what they take: the lists of their values are tested elsewhere. */
const CODES = ['location.countryCode', 'timeZone', 'rate.currency', 'status'];

async function compare(field: Field, schema: JsonSchema): Promise<void> {
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

for (const [section, schema] of [
  ...Object.entries(objectSections).map(([name, schema]) => [name as ObjectSection, schema as z.ZodType] as const),
  ...Object.entries(listSections).map(([name, { item }]) => [name as ListSection, item as z.ZodType] as const),
]) {
  it(`${section} has every member of the contract, with its limits`, async () => {
    expect(isSection(section)).to.equal(true);
    const { fields, list } = sectionForm(section);
    expect(list?.max).to.equal(section in listSections ? listSections[section as ListSection].max : undefined);
    const leaves = leavesOf(jsonOf(schema)).filter(([name]) => name !== 'id');
    expect(fields.map(({ name }) => name).sort()).to.deep.equal(leaves.map(([name]) => name).sort());
    for (const [name, member, required] of leaves) {
      const field = fields.find((each) => each.name === name)!;
      expect((field as Field).required ?? false, `${name} is required`).to.equal(required);
      await compare(field, member);
    }
    for (const name of [...(list?.title ?? []), ...(list?.notes ?? [])])
      expect(fields.map((each) => each.name)).to.include(name);
  });
}

it('there is no section beside those of the contract', () => {
  expect([...sectionNames].sort()).to.deep.equal([...Object.keys(objectSections), ...Object.keys(listSections)].sort());
});

it('dates and codes that the editor takes are taken by the contract', async () => {
  const { choices } = sectionForm('availability').fields.find(({ name }) => name === 'rate.currency')! as Field;
  const currencies = await choices!.values();
  expect(currencies).to.include('EUR').and.to.have.length.greaterThan(100);
  for (const currency of currencies)
    expect(
      objectSections.availability.safeParse({ rate: { amount: 1, currency, per: 'hour' } }).success,
      String(currency),
    ).to.equal(true);
  const zones = (
    sectionForm('availability').fields.find(({ name }) => name === 'timeZone')! as Field
  ).choices!.values();
  for (const timeZone of (await zones).slice(0, 40))
    expect(objectSections.availability.safeParse({ timeZone }).success, String(timeZone)).to.equal(true);
});
