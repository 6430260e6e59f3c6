/** Lists of the own profile that are given whole: only the items that differ are sent, to a real deployment. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Gigsy } from '@gigsy/sdk';
import { MyProfile } from '@gigsy/sdk/my-profile';
import { failure, held, recorded } from './own-profile.ts';
import { type People, startPeople } from './people.ts';

let people: People;
let count = 0;
let here: Gigsy;
let elsewhere: Gigsy;

beforeAll(async () => {
  people = await startPeople();
}, 60_000);
afterAll(() => people.close());
beforeEach(async () => {
  const subject = `person_${(count += 1)}`;
  [here, elsewhere] = [people.client(subject), people.client(subject)];
  const sections = { identity: { displayName: 'Ada', headline: 'First' } };
  await here.profile.create({ handle: `person-${count}`, role: 'student', sections });
});

describe('a list that is given whole', () => {
  const skills = ['Logic', 'Music', 'Chess'].map((name, index) => ({ id: `s${index}`, name }));

  it('is sent as the operations on its items that lead to it, with fields of other sections', async () => {
    const { gigsy, calls } = recorded(here);
    const mine = new MyProfile(gigsy);
    await mine.update({ skills });
    calls.length = 0;
    const [logic, music, chess] = skills;
    const given = [chess!, { ...logic!, level: 4 as const }, { id: 'new', name: 'Weaving' }];
    await mine.update({ skills: given, identity: { headline: null } });
    expect(calls).toEqual([
      [
        'edit',
        {
          expected: { skills: 2, identity: 1 },
          operations: [
            { op: 'remove', section: 'skills', id: music!.id },
            { op: 'change', section: 'skills', id: logic!.id, fields: { level: 4 } },
            { op: 'move', section: 'skills', id: expect.stringMatching(/^s[02]$/), to: expect.any(Number) },
            { op: 'add', section: 'skills', item: { id: 'new', name: 'Weaving' }, at: 2 },
            { op: 'set', section: 'identity', fields: { headline: null } },
          ],
        },
      ],
    ]);
    const stored = await elsewhere.profile.mine();
    expect(stored?.sections).toMatchObject({ skills: given, identity: { displayName: 'Ada' } });
    expect(mine.state.profile?.sections).toEqual(stored?.sections);
    expect((await elsewhere.profile.removed()).map(({ item }) => item.id)).toContain('s1');
  });

  it('is compared with the update before it, also while that is under way', async () => {
    const { gigsy, go } = held(here);
    const recording = recorded(gigsy);
    const mine = new MyProfile(recording.gigsy);
    go();
    const first = mine.update({ skills });
    const second = mine.update({ skills: skills.map((skill) => ({ ...skill, years: 2 })) });
    await Promise.all([first, second]);
    expect(recording.calls.at(-1)![1]).toMatchObject({
      operations: skills.map(({ id }) => ({ op: 'change', section: 'skills', id, fields: { years: 2 } })),
    });
    expect((await elsewhere.profile.mine())?.sections.skills).toEqual(skills.map((skill) => ({ ...skill, years: 2 })));
  });

  it('has faults at the places in it that the caller knows', async () => {
    const mine = new MyProfile(here);
    await mine.update({ skills });
    const long = 'x'.repeat(500);
    const error = await failure(
      mine.update({ skills: [{ id: 'n', name: long }, ...skills.slice(0, 2), { ...skills[2]!, category: long }] }),
    );
    expect(error!.fields!.map(({ path }) => path).sort()).toEqual([
      'changes.skills.0.name',
      'changes.skills.3.category',
    ]);
    expect(mine.state.profile?.sections.skills).toEqual(skills);
  });

  it('is sent whole where more than a hundred of its items change, or an id stands twice', async () => {
    const { gigsy, calls } = recorded(here);
    const mine = new MyProfile(gigsy);
    await mine.update({ skills: Array.from({ length: 101 }, (_, index) => ({ name: `Skill ${index}` })) });
    expect(calls.map(([name]) => name)).toEqual(['update']);
    expect(mine.state.profile?.sections.skills).toHaveLength(101);
    const error = await failure(mine.update({ skills: [skills[0]!, skills[0]!] }));
    expect(error).toMatchObject({ code: 'invalid_argument', fields: [{ path: 'changes.skills.1.id' }] });
  });

  it('is in conflict with what somebody else made of it, with both versions', async () => {
    const mine = new MyProfile(here);
    await mine.update({ skills });
    await elsewhere.profile.edit({
      operations: [{ op: 'remove', section: 'skills', id: 's1' }],
      expected: { skills: 2 },
    });
    const given = skills.map((skill) => ({ ...skill, years: 1 }));
    const error = await failure(mine.update({ skills: given }));
    expect(error).toMatchObject({
      code: 'version_conflict',
      conflict: {
        yours: { skills: given },
        theirs: { sections: { skills: [skills[0], skills[2]] }, versions: { skills: 3 } },
      },
    });
    expect(mine.state.profile?.sections.skills.map(({ id }) => id)).toEqual(['s0', 's2']);
  });
});
