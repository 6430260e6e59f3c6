/**
 * A write reads the sections that it changes and no others, in every phase. Every copy must then be what it would be of the whole
 * profile, and a copy that cannot follow so is made of the whole.
 */
import {
  type OwnProfile,
  type ReadPhase,
  STRENGTH_RULES,
  type SectionName,
  type Snapshot,
  listSectionNames,
  readPhases,
  roleSections,
  sectionNames,
  settingKeys,
  strengthFacts,
  strengthOf,
  upcastProfile,
  visibilities,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Doc } from '../../convex/_generated/dataModel.js';
import { compareProfile } from '../../convex/model/profile/compare.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { profileOfRows } from '../../convex/model/profile/rows.js';
import { readModels } from '../../convex/model/readModels.js';
import { anySections } from '../schema/any-sections.ts';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { putPhase } from './phase.ts';

async function rowsOf({ t }: Deployment) {
  return t.run(async (ctx) => {
    const row = (await ctx.db.query('profiles').first())!;
    const user = (await ctx.db.get('users', row.userId))!;
    const strength = (await ctx.db.query('profileStrengths').first())!;
    const views = await ctx.db.query('profileViews').collect();
    return { row, user, strength, views, profile: await profileOfRows(ctx as never, row) };
  });
}

/** Holds every copy to a whole projection, as reconciliation does, and the facts and weights to the whole profile. */
async function expectWhole(d: Deployment): Promise<OwnProfile> {
  const { row, user, strength, profile } = await rowsOf(d);
  const compared = await d.t.mutation((ctx) => compareProfile(ctx as never, row._id, readModels));
  expect(compared).toEqual({ differences: [], unhashed: null });
  expect(user.hashes).toEqual(await hashesOf(profile));
  const { role, sections } = profile;
  expect(strength.strength).toEqual(strengthOf(role, sections));
  expect(strength.facts).toEqual(strengthFacts(role, sections));
  return profile;
}

function update(caller: Caller, profile: OwnProfile, changes: object): Promise<unknown> {
  const named = Object.keys(changes) as SectionName[];
  return caller.mutation(api.profile.update, {
    changes,
    expected: Object.fromEntries(named.map((name) => [name, profile.versions[name]])),
    idempotencyKey: key(),
  } as never);
}

const anyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      sections: anySections(),
      named: fc.subarray(sectionNames, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      setting: fc.constantFrom(...settingKeys),
      visibility: fc.constantFrom(...visibilities, null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom(...listSectionNames) }) },
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** Refusals are fine: not every visibility is allowed for every setting. */
async function take(d: Deployment, ada: Caller, step: Step): Promise<void> {
  const { profile } = await rowsOf(d);
  if ('sections' in step) {
    await update(ada, profile, Object.fromEntries(step.named.map((name) => [name, step.sections[name]])));
  } else if ('setting' in step) {
    const changes = { [step.setting]: step.visibility };
    const call = ada.mutation(api.privacy.update, {
      changes,
      expected: profile.versions.settings,
      idempotencyKey: key(),
    } as never);
    await call.catch(async () => expect((await refusalOf(call)).code).toBe('invalid_argument'));
  } else {
    const [first] = profile.sections[step.remove];
    if (!first) return;
    await ada.mutation(api.profile.edit, {
      operations: [{ op: 'remove', section: step.remove, id: first.id }],
      expected: { [step.remove]: profile.versions[step.remove] },
      idempotencyKey: key(),
    } as never);
  }
}

const all = fc.record({
  role: fc.constantFrom('student' as const, 'employer' as const, 'mentor' as const),
  sections: anySections(),
  steps: fc.array(anyStep, { minLength: 2, maxLength: 4 }),
});

test.each(readPhases)('in %s every copy is after random edits what the whole profile makes of it', async (phase) => {
  await fc.assert(
    fc.asyncProperty(all, async ({ role, sections, steps }) => {
      const d = deployment();
      const ada = await person(d, 'ada', { role, sections });
      await putPhase(d, phase);
      for (const step of steps) {
        await take(d, ada, step);
        await expectWhole(d);
      }
    }),
    { numRuns: 6 },
  );
});

describe('a copy that cannot follow from the changed section alone is made of the whole profile', () => {
  const sections = {
    about: { text: 'Restores tide clocks, and teaches how to do so in the winter months.' },
    skills: Array.from({ length: 6 }, (_, n) => ({ id: `skill-${n}`, name: `Skill ${n}`, level: 3 })),
  };
  const lacking: Record<string, (rows: Awaited<ReturnType<typeof rowsOf>>, d: Deployment) => Promise<unknown>> = {
    'hashes have no weights': ({ user: { _id, hashes } }, { t }) =>
      t.run((ctx) => ctx.db.patch('users', _id, { hashes: { parts: hashes!.parts, whole: hashes!.whole } })),
    'there are no hashes': ({ user: { _id } }, { t }) =>
      t.run((ctx) => ctx.db.patch('users', _id, { hashes: undefined })),
    'the strength has no facts': ({ strength: { _id } }, { t }) =>
      t.run((ctx) => ctx.db.patch('profileStrengths', _id, { facts: undefined })),
    'the strength is of older rules': ({ strength: { _id } }, { t }) =>
      t.run((ctx) => ctx.db.patch('profileStrengths', _id, { rules: STRENGTH_RULES - 1, facts: { skills: {} } })),
    'there is no strength': ({ strength: { _id } }, { t }) => t.run((ctx) => ctx.db.delete('profileStrengths', _id)),
    'views are of another policy': ({ views }, { t }) =>
      t.run(async (ctx) => {
        for (const { _id, body } of views)
          await ctx.db.patch('profileViews', _id, {
            policy: 'other',
            body: { ...body, skills: [{ name: 'Hidden now' }] },
          });
      }),
    'there are no views': ({ views }, { t }) =>
      t.run(async (ctx) => {
        for (const { _id } of views) await ctx.db.delete('profileViews', _id);
      }),
  };
  const each = Object.keys(lacking).flatMap((what) =>
    (['dual-write', 'retired'] as const).map((phase) => [what, phase] as const),
  );

  test.each(each)('where %s, in %s', async (what, phase) => {
    const d = deployment();
    const ada = await person(d, 'ada', { sections });
    await putPhase(d, phase);
    await update(ada, (await rowsOf(d)).profile, { identity: { headline: 'One' } });
    await lacking[what]!(await rowsOf(d), d);
    await update(ada, (await rowsOf(d)).profile, { identity: { headline: 'Two, and somewhat longer' } });
    expect((await expectWhole(d)).sections.skills).toHaveLength(6);
  });

  test('where the role has changed, which counts other sections', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', { sections });
    await putPhase(d, 'retired');
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'moderator' });
    await update(ada, (await rowsOf(d)).profile, { about: { text: 'Short' } });
    const { role } = await expectWhole(d);
    expect(roleSections[role]).not.toContain('skills');
  });
});

test('the size of the whole profile is known without the sections that are not read', async () => {
  const d = deployment();
  const highlights = Array.from({ length: 20 }, () => '漢'.repeat(500));
  const projects = Array.from({ length: 8 }, (_, n) => ({ name: `P${n}`, highlights }));
  const ada = await person(d, 'ada', { sections: { projects } });
  for (const phase of ['dual-write', 'retired'] as ReadPhase[]) {
    await putPhase(d, phase);
    const { profile } = await rowsOf(d);
    const workExperience = [{ organisation: 'Works', highlights }];
    expect((await refusalOf(update(ada, profile, { workExperience }))).code).toBe('too_large');
    await update(ada, profile, { about: { text: `Fits in ${phase}` } });
  }
  await expectWhole(d);
});

describe('a write after the snapshot has drifted', () => {
  const forgedSkills = async (d: Deployment) =>
    ((await d.t.run((ctx) => ctx.db.query('users').first()))!.profile as Snapshot).sections.skills;

  const drifts = {
    'its content was changed': (user: Doc<'users'>) => ({
      profile: {
        ...(user.profile as Snapshot),
        sections: { ...(user.profile as Snapshot).sections, skills: [{ id: 'x', name: 'Forged' }] },
      },
    }),
    'it is of an earlier write': (user: Doc<'users'>) => {
      const { sections, versions } = user.profile as Snapshot;
      const profile = {
        ...(user.profile as Snapshot),
        sections: { ...sections, skills: [] },
        versions: { ...versions, skills: 0 },
      };
      return hashesOf(upcastProfile(profile)).then((hashes) => ({ profile, hashes }));
    },
  };

  test.each(Object.entries(drifts))('goes by the rows where %s', async (_, drift) => {
    const d = deployment();
    const ada = await person(d, 'ada', { role: 'mentor', sections: { skills: [{ id: 'a', name: 'Rust' }] } });
    await d.t.run(async (ctx) => {
      const user = (await ctx.db.query('users').first())!;
      await ctx.db.patch('users', user._id, await drift(user));
    });
    await ada.mutation(api.profile.update, {
      changes: { identity: { headline: 'New' } },
      expected: { identity: 1 },
      idempotencyKey: key(),
    });
    const mine = (await ada.query(api.profile.mine, {}))!;
    expect([mine.sections.skills, mine.sections.identity.headline]).toEqual([[{ id: 'a', name: 'Rust' }], 'New']);
    const shown = await d.t.query(api.profile.get, { handle: 'ada' });
    expect(shown!.skills).toEqual([{ id: 'a', name: 'Rust' }]);
  });

  test('leaves a part that it does not change to reconciliation, and makes an older snapshot anew', async () => {
    const left: unknown[] = [];
    for (const drift of Object.values(drifts)) {
      const d = deployment();
      const ada = await person(d, 'ada', { sections: { skills: [{ id: 'a', name: 'Rust' }] } });
      await d.t.run(async (ctx) => {
        const user = (await ctx.db.query('users').first())!;
        await ctx.db.patch('users', user._id, await drift(user));
      });
      await ada.mutation(api.profile.update, {
        changes: { identity: { headline: 'New' } },
        expected: { identity: 1 },
        idempotencyKey: key(),
      });
      left.push(await forgedSkills(d));
    }
    // A snapshot with a hash that does not fit serves nobody; an older one would fit again with the new versions.
    expect(left).toEqual([[{ id: 'x', name: 'Forged' }], [{ id: 'a', name: 'Rust' }]]);
  });
});
