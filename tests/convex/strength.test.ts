/** The strength of a profile: stored with each change, and shown to its owner alone. write-path.test.ts holds that it is written only when it differs. */
import { STRENGTH_RULES, type Sections, strengthOf } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { partnerOf } from './partner.ts';

const SECTIONS = {
  identity: { displayName: 'Ada', headline: 'Writes programs for engines' },
  about: { text: 'What engines could do, were they built. '.repeat(12) },
  skills: ['Rust', 'Go', 'SQL'].map((name) => ({ name, level: 4, years: 3 })),
  projects: [{ name: 'Notes', description: 'Notes on the engine. '.repeat(9), keywords: ['Algebra'] }],
};

async function change(caller: Caller, changes: object): Promise<void> {
  const { versions } = (await caller.query(api.profile.mine, {}))!;
  const expected = Object.fromEntries(Object.keys(changes).map((name) => [name, versions[name as 'about']]));
  await caller.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
}

/** Beside the strength that the query gives, the one that the rules give for the profile as it is. */
async function both(caller: Caller) {
  const { role, sections } = (await caller.query(api.profile.mine, {}))!;
  return [await caller.query(api.profile.strength, {}), strengthOf(role, sections as Sections)] as const;
}

const rows = ({ t }: Deployment) => t.run((ctx) => ctx.db.query('profileStrengths').collect());

describe('profile.strength', () => {
  test('is that of the profile as it is, after each change', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', { sections: SECTIONS });
    const [stored, made] = await both(ada);
    expect(stored).toEqual(made);
    await change(ada, { about: { text: null }, skills: [] });
    const [later, remade] = await both(ada);
    expect(later).toEqual(remade);
    expect(later!.score).toBeLessThan(stored!.score);
    expect(await rows(d)).toHaveLength(1);
  });

  test('follows a change of role', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', { sections: SECTIONS });
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'moderator' });
    const [stored, made] = await both(ada);
    expect(stored).toEqual(made);
    expect(stored!.factors.map((factor) => factor.key)).not.toContain('skills');
  });

  test('rises by the gain of a tip that is followed', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', { sections: SECTIONS });
    const { score, actions } = (await ada.query(api.profile.strength, {}))!;
    const tip = actions.find((action) => action.key === 'languages.first')!;
    await change(ada, { languages: [{ name: 'English' }] });
    expect((await ada.query(api.profile.strength, {}))!.score).toBe(score + tip.gain);
  });

  test('is made of the profile where it is not stored, or by older rules', async () => {
    const d = deployment();
    const ada = await person(d, 'ada', { sections: SECTIONS });
    await d.t.run(async (ctx) => {
      const row = (await ctx.db.query('profileStrengths').first())!;
      const strength = { score: 0, factors: [], actions: [] };
      await ctx.db.patch('profileStrengths', row._id, { rules: STRENGTH_RULES - 1, strength });
    });
    const [older, made] = await both(ada);
    expect(older).toEqual(made);
    await d.t.run(async (ctx) => {
      const row = (await ctx.db.query('profileStrengths').first())!;
      await ctx.db.delete('profileStrengths', row._id);
    });
    expect(await both(ada)).toEqual([made, made]);
  });

  test('is null before there is a profile, and that of nobody else', async () => {
    const d = deployment();
    await person(d, 'ada', { sections: SECTIONS });
    const ben = await person(d, 'ben');
    expect(await d.as('user_new').query(api.profile.strength, {})).toBeNull();
    const [own, made] = await both(ben);
    expect(own).toEqual(made);
    const { admin } = await partnerOf(d);
    expect(await admin.query(api.profile.strength, {})).toBeNull();
    expect((await refusalOf(d.t.query(api.profile.strength, {}))).code).toBe('unauthenticated');
  });
});

test('a job makes strengths of older rules again, and deletes those of profiles that are gone', async () => {
  const d = deployment();
  const ada = await person(d, 'ada', { sections: SECTIONS });
  const gone = await person(d, 'gone');
  const current = await rows(d);
  await d.t.run(async (ctx) => {
    for (const { _id } of current) {
      const strength = { score: 7, factors: [], actions: [] };
      await ctx.db.patch('profileStrengths', _id, { rules: STRENGTH_RULES - 1, strength });
    }
    await ctx.db.delete('profiles', current[1]!.profileId);
  });
  await d.t.mutation(internal.profile.metrics.refresh, {});
  expect(await rows(d)).toEqual([current[0]]);
  const [stored, made] = await both(ada);
  expect(stored).toEqual(made);
  expect(await gone.query(api.profile.strength, {})).toBeNull();
});
