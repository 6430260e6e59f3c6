/** The merge of lists over random changes on both sides: nobody's work is lost, and nothing is doubled. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { placed, without } from '../../../packages/elements/src/writing/items.ts';
import { ORDER, idsOf, listShape } from '../../../packages/elements/src/writing/shape.ts';
import {
  type WorkingCopy,
  changedFields,
  edited,
  opened,
  rebased,
  resolved,
} from '../../../packages/elements/src/writing/working-copy.ts';

const shape = listShape([
  { name: 'name', kind: 'text' },
  { name: 'note', kind: 'text' },
]);
const IDS = ['a', 'b', 'c', 'd', 'e'];
const start = IDS.map((id) => ({ id, name: `${id}0`, note: `${id}0` }));
const stored = (value: object, version: number) => ({ value, version, person: 'ada' });

type Act = ['edit', string, string] | ['remove', string] | ['move', string, number] | ['add', number];

const acts = fc.array(
  fc.oneof(
    fc.tuple(fc.constant('edit' as const), fc.constantFrom(...IDS), fc.constantFrom('name', 'note')),
    fc.tuple(fc.constant('remove' as const), fc.constantFrom(...IDS)),
    fc.tuple(fc.constant('move' as const), fc.constantFrom(...IDS), fc.nat(5)),
    fc.tuple(fc.constant('add' as const), fc.nat(5)),
  ),
  { maxLength: 6 },
);

/** A copy after a person's acts; `by` marks their words and new items. */
function worked(list: readonly Act[], by: string): WorkingCopy {
  return list.reduce(
    (copy, [kind, what, how], index) => {
      const there = typeof what === 'string' && idsOf(copy.values).includes(what);
      if (kind === 'add') {
        const id = `${by}${index}`;
        return edited({ ...copy, values: placed(copy.values, id, what as number) }, `${id}.name`, by);
      }
      if (!there) return copy;
      if (kind === 'edit') return edited(copy, `${what}.${how}`, by);
      return {
        ...copy,
        values: kind === 'remove' ? without(copy.values, what) : placed(copy.values, what, how as number),
      };
    },
    opened(stored(start, 1), shape),
  );
}

const applied = (copy: WorkingCopy) => shape.applied(copy.stored, pickedChanges(copy));
const pickedChanges = (copy: WorkingCopy) =>
  Object.fromEntries(changedFields(copy).map((name) => [name, copy.values[name] ?? null]));

it('every change of one side alone stands, and all else is a conflict', () => {
  fc.assert(
    fc.property(acts, acts, (here, there) => {
      const [mine, theirs] = [worked(here, 'm'), worked(there, 't')];
      const merged = rebased(mine, stored(applied(theirs), 2));
      const ids = idsOf(merged.values);
      expect(new Set(ids).size, 'no item twice').to.equal(ids.length);
      const [myIds, theirIds] = [idsOf(mine.values), idsOf(theirs.values)];
      for (const id of new Set([...IDS, ...myIds, ...theirIds])) {
        const [isMine, isTheirs, wasThere] = [myIds, theirIds, IDS].map((list) => list.includes(id));
        if (id in merged.conflicts) continue;
        expect(ids.includes(id), id).to.equal(wasThere ? isMine! && isTheirs! : isMine! || isTheirs!);
        if (!ids.includes(id)) continue;
        for (const field of ['name', 'note']) {
          const name = `${id}.${field}`;
          if (name in merged.conflicts) continue;
          const [before, my, their] = [opened(stored(start, 1), shape).base, mine.values, theirs.values].map(
            (values) => values[name] ?? null,
          );
          expect(merged.values[name] ?? null, name).to.equal(my === before ? their : my);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

it('once all conflicts are settled one way, that side’s work is whole', () => {
  fc.assert(
    fc.property(acts, acts, fc.constantFrom('mine' as const, 'theirs' as const), (here, there, choice) => {
      const [mine, theirs] = [worked(here, 'm'), worked(there, 't')];
      let merged = rebased(mine, stored(applied(theirs), 2));
      for (const name of Object.keys(merged.conflicts)) merged = resolved(merged, name, choice);
      expect(merged.conflicts).to.deep.equal({});
      const side = choice === 'mine' ? mine : theirs;
      const other = choice === 'mine' ? theirs : mine;
      const result = new Map((applied(merged) as typeof start).map((item) => [item.id, item]));
      for (const name of changedFields(side)) {
        const id = name.split('.')[0]!;
        if (name !== ORDER) expect(result.get(id)?.[name.split('.')[1] as 'name'], name).to.equal(side.values[name]);
      }
      for (const id of IDS.filter((id) => !idsOf(side.values).includes(id))) expect(result.has(id), id).to.equal(false);
      expect(
        idsOf(other.values).filter((id) => !IDS.includes(id) && !result.has(id)),
        'new items of the other',
      ).to.deep.equal([]);
    }),
    { numRuns: 1_000 },
  );
});

it('an answer that was lost is nobody else’s change', () => {
  fc.assert(
    fc.property(acts, acts, (first, then) => {
      const before = worked(first, 'm');
      const after = worked([...first, ...then], 'm');
      const merged = rebased(after, stored(applied(before), 2), [pickedChanges(before)]);
      expect(merged.conflicts).to.deep.equal({});
      expect(applied(merged)).to.deep.equal(applied(after));
    }),
    { numRuns: 1_000 },
  );
});
