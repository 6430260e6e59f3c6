/**
 * The readers while cohorts move: over random sequences of writes, steps forward and back, changes of role and runs of the
 * scheduled work, nobody sees a mixture of snapshot and rows, and everybody sees the last acknowledged write.
 */
import {
  type OwnProfile,
  type ReadCohort,
  projectProfile,
  readCohorts,
  readPhases,
  snapshotOf,
  upcastProfile,
} from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { MutationCtx } from '../../convex/_generated/server.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { findFlag } from '../../convex/model/operations/flags.js';
import { placeOf, servesSnapshot } from '../../convex/model/profile/phase.js';
import { profileOfRows, profileOfSnapshot } from '../../convex/model/profile/rows.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { withoutLeases } from './leased.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Step =
  | { do: 'write'; text: string; skills: string[] }
  | { do: 'hide'; hidden: boolean }
  | { do: 'move'; cohort: ReadCohort; by: number }
  | { do: 'role'; role: 'moderator' | 'mentor' }
  | { do: 'work' };

const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', 'ש', '👩‍🔬', ' x') });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('write'), text: word, skills: fc.array(word, { maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide'), hidden: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move'),
      cohort: fc.constantFrom(...readCohorts),
      by: fc.constantFrom(1, 1, 1, 1, 2, 0, -1, -2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('role'), role: fc.constantFrom('moderator', 'mentor') }) },
  { weight: 3, arbitrary: fc.constant({ do: 'work' }) },
) as fc.Arbitrary<Step>;

/** Eve, and how she is read. */
class World {
  readonly d: Deployment = deployment();
  admin!: Caller;
  eve!: Caller;
  member!: Caller;
  /** The last acknowledged state. */
  expected!: OwnProfile;

  async begin(): Promise<this> {
    const { d } = this;
    await withoutLeases(d);
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
    this.admin = d.as('user_root');
    this.member = await person(d, 'viewer');
    this.eve = await person(d, 'eve', { role: 'mentor', sections: { skills: [{ id: 'zero', name: 'Zero' }] } });
    this.expected = await this.mine();
    return this;
  }

  async mine(): Promise<OwnProfile> {
    return (await this.eve.query(api.profile.mine, {}))!;
  }

  async take(taken: Step): Promise<void> {
    const { d, eve, expected } = this;
    if (taken.do === 'work') return d.t.finishAllScheduledFunctions(vi.runAllTimers);
    if (taken.do === 'move') return this.move(taken.cohort, taken.by);
    if (taken.do === 'role') {
      await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_eve', role: taken.role });
      this.expected = { ...expected, role: taken.role };
    } else if (taken.do === 'hide') {
      const changes = { about: taken.hidden ? ('owner' as const) : ('public' as const) };
      await eve.mutation(api.privacy.update, { changes, expected: expected.versions.settings, idempotencyKey: key() });
      const changed = expected.settings.about !== changes.about;
      this.expected = {
        ...expected,
        settings: { ...expected.settings, ...changes },
        versions: { ...expected.versions, settings: expected.versions.settings + (changed ? 1 : 0) },
      };
    } else {
      const skills = taken.skills.map((name, at) => ({ id: `s${at}`, name }));
      const about = { text: taken.text };
      const { versions } = await eve.mutation(api.profile.update, {
        changes: { about, skills },
        expected: { about: expected.versions.about, skills: expected.versions.skills },
        idempotencyKey: key(),
      });
      this.expected = { ...expected, versions, sections: { ...expected.sections, about, skills } };
    }
  }

  /** A step that is refused leaves everything as it is. */
  async move(cohort: ReadCohort, by: number): Promise<void> {
    const { cohorts } = await this.admin.query(api.operations.cutover.status, {});
    const { phase } = cohorts.find((each) => each.cohort === cohort)!;
    const to = readPhases[Math.min(3, Math.max(0, readPhases.indexOf(phase) + by))]!;
    const moved = this.admin.mutation(api.operations.cutover.move, {
      cohort,
      to,
      expected: phase,
      idempotencyKey: key(),
    });
    const allowed = phase !== 'retired' && readPhases.indexOf(to) <= readPhases.indexOf(phase) + 1;
    if (to === phase || (allowed && to !== 'normalized')) await moved;
    else if (!allowed) expect((await refusalOf(moved)).code).toBe('invalid_argument');
    else
      await moved.catch(async (refused: unknown) => {
        expect(await refusalOf(Promise.reject(refused as Error))).toMatchObject({
          code: 'not_ready',
          fields: [{ path: 'comparison' }],
        });
      });
  }

  /** Each reader's answer is the projection of the last acknowledged state. */
  async check(): Promise<void> {
    const { d, eve, member, expected } = this;
    const get = (caller: Pick<Caller, 'query'>) => caller.query(api.profile.get, { handle: 'eve' });
    expect(await this.mine()).toEqual(expected);
    const { settings, versions } = expected;
    expect(await eve.query(api.privacy.get, {})).toMatchObject({ chosen: settings, version: versions.settings });
    expect(await get(eve)).toEqual(projectProfile(expected, 'owner'));
    expect(await get(member)).toEqual(projectProfile(expected, 'platform'));
    expect(await get(d.t)).toEqual(projectProfile(expected, 'public'));
    await d.t.run(bothAsThePhaseSays);
  }
}

/** The rows hold every profile, and the snapshot too unless it is taken away. */
async function bothAsThePhaseSays(ctx: MutationCtx): Promise<null> {
  for (const row of await ctx.db.query('profiles').collect()) {
    const { phase } = await placeOf(ctx, row);
    const snapshot = await profileOfSnapshot(ctx, row);
    if (snapshot) expect(snapshot).toEqual(await profileOfRows(ctx, row));
    else expect((await ctx.db.get('users', row.userId))!.profile).toBeUndefined();
    if (!(await findFlag(ctx, 'profile.reads'))) expect([phase, snapshot === null]).toEqual(['dual-write', false]);
  }
  return null;
}

/** Every cohort to its last phase, with writes and the work of the schedule between the steps. */
const wholeWay: Step[] = [1, 2, 3].flatMap((at): Step[] => [
  ...readCohorts.map((cohort): Step => ({ do: 'move', cohort, by: 1 })),
  { do: 'write', text: `Before the work ${at}`, skills: ['One'] },
  { do: 'work' },
  { do: 'write', text: `After the work ${at}`, skills: ['One', 'Two'] },
]);

test('everybody sees the last acknowledged write', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const world = await new World().begin();
      for (const taken of steps) {
        await world.take(taken);
        await world.check();
      }
      await world.take({ do: 'work' });
      await world.check();
      const { cohorts, drift } = await world.admin.query(api.operations.cutover.status, {});
      for (const { phase, differences } of cohorts) {
        reached.add(phase);
        expect(differences.count).toBe(0);
      }
      expect(drift.count).toBe(0);
    }),
    { numRuns: 40, examples: [[wholeWay], [[...wholeWay, { do: 'role', role: 'moderator' }]]] },
  );
  expect([...reached].sort()).toEqual([...readPhases].sort());
}, 120_000);

/** Marks every part of one copy, so that a reading tells where each of its parts came from. */
function marked(profile: OwnProfile, mark: string): OwnProfile {
  const { sections } = profile;
  return {
    ...profile,
    sections: {
      ...sections,
      identity: { displayName: mark },
      about: { text: mark },
      contact: { website: `https://${mark}.example` },
      availability: { hoursPerWeek: mark === 'snapshot' ? 1 : 2 },
      organisation: { name: mark },
      mentoring: { about: mark },
      links: [{ id: 'l', label: mark, url: 'https://a.example' }],
      skills: [{ id: 'zero', name: mark }],
    },
  };
}

async function mark(ctx: MutationCtx): Promise<null> {
  const row = (await ctx.db.query('profiles').collect()).find(({ handle }) => handle === 'eve')!;
  const forSnapshot = snapshotOf(marked(await profileOfRows(ctx, row), 'snapshot'));
  const { skills, ...sections } = marked(await profileOfRows(ctx, row), 'rows').sections;
  const { identity, about, contact, availability, organisation, mentoring, links } = sections;
  await ctx.db.patch('profiles', row._id, {
    ...{ identity, about, contact, availability, organisation, mentoring, links },
  });
  for (const item of await ctx.db.query('profileSkills').collect())
    if (item.profileId === row._id) await ctx.db.patch('profileSkills', item._id, { name: skills[0]!.name });
  if ((await ctx.db.get('users', row.userId))!.profile)
    await ctx.db.patch('users', row.userId, {
      profile: forSnapshot,
      hashes: await hashesOf(upcastProfile(forSnapshot)),
    });
  return null;
}

test('nobody sees a mixture: each reading comes whole from the copy that the phase names', async () => {
  const sources = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        step.filter((each) => each.do === 'move' || each.do === 'role'),
        { maxLength: 12 },
      ),
      async (steps) => {
        const world = await new World().begin();
        // Compared before the copies are made to differ: a difference would stop every step.
        for (const taken of steps) {
          await world.take(taken);
          await world.take({ do: 'work' });
        }
        await world.d.t.run(mark);
        const source = await world.d.t.run(async (ctx) => {
          const row = (await ctx.db.query('profiles').collect()).find(({ handle }) => handle === 'eve')!;
          const served = servesSnapshot((await placeOf(ctx, row)).phase);
          return served && (await ctx.db.get('users', row.userId))!.profile ? 'snapshot' : 'rows';
        });
        sources.add(source);
        const { sections, handle, role, settings, versions } = await world.mine();
        expect(sections).toEqual(marked({ handle, role, settings, versions, sections }, source).sections);
        expect((await world.eve.query(api.profile.get, { handle: 'eve' }))!.skills).toEqual([
          { id: 'zero', name: source },
        ]);
      },
    ),
    { numRuns: 60, examples: [[wholeWay.filter((each) => each.do === 'move')], [[]]] },
  );
  expect([...sources].sort()).toEqual(['rows', 'snapshot']);
}, 120_000);
