/** The operations that the editor sends for a change of a list lead to that list, and are few. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Sections, applyOperations, emptySections, operationsSchema } from '@gigsy/schema';
import { operationsBetween, placeOfOperation } from '../../../packages/elements/src/profile/profile-form/operations.ts';
import { Desk, ada, at, editorAt, press, titles } from './editor.ts';

type Skills = Sections['skills'];

const ids = 'abcdefghij'.split('');
const skill = fc.record(
  {
    name: fc.constantFrom('One', 'Two'),
    category: fc.constantFrom('Red', 'Blue'),
    keywords: fc.constantFrom(['x'], ['x', 'y']),
  },
  { requiredKeys: ['name'] },
);
const lists = fc
  .shuffledSubarray(ids)
  .chain(
    (chosen) => fc.tuple(...chosen.map((id) => skill.map((fields) => ({ id, ...fields })))) as fc.Arbitrary<Skills>,
  );

const apply = (before: Skills, operations: ReturnType<typeof operationsBetween>) => {
  const resources = { newId: () => 'none', removed: () => undefined };
  return applyOperations({ ...emptySections('Ada'), skills: before }, operations, resources);
};

it('they make the list that is wanted, by operations that the contract takes', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const operations = operationsBetween('skills', { before, after });
      if (operations.length) expect(operationsSchema.safeParse(operations).success).to.equal(true);
      const { sections, faults } = apply(before, operations);
      expect(faults).to.deep.equal([]);
      expect(sections.skills).to.deep.equal(after);
    }),
    { numRuns: 1_000 },
  );
});

it('one item that moved is one operation, wherever it went', () => {
  fc.assert(
    fc.property(lists, fc.nat(9), fc.nat(9), (list, from, to) => {
      fc.pre(list.length > 1);
      const moved = list[from % list.length]!;
      const after = list.filter((item) => item !== moved);
      after.splice(to % list.length, 0, moved);
      expect(operationsBetween('skills', { before: list, after }).length).to.be.at.most(1);
    }),
  );
});

it('a fault in an operation is that of its item and member', () => {
  const before = ada.sections.skills.slice(0, 2);
  const after = [
    { ...before[1]!, name: 'Changed' },
    { id: 'new', name: '' },
  ];
  const change = { before, after };
  expect(operationsBetween('skills', change).map(({ op }) => op)).to.deep.equal(['remove', 'change', 'add']);
  expect(placeOfOperation('operations.1.fields.name', change)).to.equal('2.name');
  expect(placeOfOperation('operations.2.item.name', change)).to.equal('new.name');
  expect(placeOfOperation('operations.9.item.name', change)).to.equal('');
});

it('a change of more items than a call takes replaces the list', async () => {
  sessionStorage.clear();
  const skills = Array.from({ length: 150 }, (_, index) => ({ id: `s${index}`, name: `Skill ${index}` }));
  const desk = new Desk({ ...ada, sections: { ...ada.sections, skills } });
  const editor = await editorAt(desk);
  for (let index = 0; index < 120; index += 1) {
    await press(editor, `skills.s${index}`);
    at(editor, `skills.s${index}-remove`).click();
  }
  expect(await editor.save()).to.equal(true);
  await editor.updateComplete;
  expect([desk.updates.length, desk.mine!.sections.skills.length, titles(editor, 'skills').length]).to.deep.equal([
    1, 30, 30,
  ]);
});
