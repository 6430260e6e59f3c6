/** The fields of the editor are those of the contract: every member of every section, with its limits. */
import { expect } from '@open-wc/testing';
import { type ListSection, type ObjectSection, listSections, objectSections } from '@gigsy/schema';
import type * as z from 'zod';
import { isSection, sectionForm, sectionNames } from '../../../packages/elements/src/profile/profile-form/sections.ts';
import type { Field } from '../../../packages/elements/src/writing/field.ts';
import { compare, jsonOf, leavesOf } from '../writing/limits.ts';

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
