/** The form of contributions, and the bounds of files, are those of the contract. */
import { expect } from '@open-wc/testing';
import {
  MAX_CONTRIBUTIONS,
  MAX_FILE_BYTES,
  MAX_PREVIEW_SIDE,
  contributionFieldsSchema,
  fileFaults,
} from '@gigsy/schema';
import { ContributionIds } from '../../../packages/elements/src/portfolio/portfolio-editor/contributions-store.ts';
import { MAX_FILES } from '../../../packages/elements/src/portfolio/portfolio-editor/files/attachments.ts';
import { PREVIEW_SIDE } from '../../../packages/elements/src/portfolio/portfolio-editor/files/preview.ts';
import { MOST_BYTES } from '../../../packages/elements/src/portfolio/portfolio-editor/files/queue.ts';
import { contributionsForm } from '../../../packages/elements/src/portfolio/portfolio-editor/forms.ts';
import { words } from '../../../packages/elements/src/portfolio/portfolio-editor/words/en.ts';
import type { Field } from '../../../packages/elements/src/writing/field.ts';
import { compare, jsonOf, leavesOf } from '../writing/limits.ts';

it('contributions have every member of the contract, with its limits, and a word for each', async () => {
  const { fields, list } = contributionsForm(
    new ContributionIds(),
    () => null as never,
    () => {},
  );
  const schema = jsonOf(contributionFieldsSchema);
  const leaves = leavesOf(schema);
  expect(fields.map(({ name }) => name).sort()).to.deep.equal(leaves.map(([name]) => name).sort());
  expect(Object.keys(words.fields).sort()).to.deep.equal(leaves.map(([name]) => name).sort());
  expect(list?.max).to.equal(MAX_CONTRIBUTIONS);
  for (const [name, member, required] of leaves) {
    const field: Field = fields.find((each) => each.name === name)!;
    expect(field.required ?? false, `${name} is required`).to.equal(required);
    if (field.kind === 'own') expect(member.maxItems).to.equal(MAX_FILES);
    else await compare(field, member);
  }
});

it('files have the bounds and the faults of the contract', () => {
  expect([MOST_BYTES, PREVIEW_SIDE]).to.deep.equal([MAX_FILE_BYTES, MAX_PREVIEW_SIDE]);
  for (const fault of Object.keys(fileFaults)) expect(words.files.faults).to.have.property(fault);
});
