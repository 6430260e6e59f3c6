/** A step of the cutover: the proof that it needs, its length, and two administrators at once. */
import { readPhases } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { admin, d, forge, moderator, move, reach, rowsOf, settled, statusOf, eachWithDeployment } from './cutover.ts';
import { key, person, refusalOf } from './deployment.ts';

eachWithDeployment();

describe('a step forward', () => {
  test('is refused while drift is open, in every phase', async () => {
    await moderator('eve');
    for (const [at, to] of readPhases.slice(1).entries()) {
      const profileId = await d.t.run(async (ctx) => (await ctx.db.query('profiles').first())!._id);
      const finding = await d.t.run((ctx) =>
        ctx.db.insert('driftFindings', { profileId, where: 'rows', sections: ['about'], foundAt: 1 }),
      );
      expect(await refusalOf(move('staff', to))).toMatchObject({ code: 'not_ready', fields: [{ path: 'drift' }] });
      expect(await statusOf('staff')).toMatchObject({
        phase: readPhases[at],
        drift: { count: 1, more: false },
        forward: { to, obstacles: ['drift'] },
      });
      await d.t.run((ctx) => ctx.db.patch('driftFindings', finding, { repairedAt: 2 }));
      await move('staff', to);
    }
    expect(await rowsOf('driftFindings')).toHaveLength(3);
  });

  test('to normalized is refused until every profile of the cohort has been compared', async () => {
    for (let n = 0; n < 20; n += 1) await person(d, `p${n}`);
    await admin.mutation(api.operations.cutover.move, {
      cohort: 'rest',
      to: 'shadow-read',
      expected: 'dual-write',
      idempotencyKey: key(),
    });
    expect((await statusOf('rest')).forward).toEqual({ to: 'normalized', obstacles: ['comparison'] });
    expect(await refusalOf(move('rest', 'normalized'))).toMatchObject({
      code: 'not_ready',
      fields: [{ path: 'comparison' }],
    });
    const page = (round: number) => d.t.mutation(internal.profile.cutover.walk, { cohort: 'rest', round });
    await page(7);
    expect((await statusOf('rest')).walked).toEqual({ profiles: 0, complete: false });
    await page(1);
    expect((await statusOf('rest')).forward!.obstacles).toEqual(['comparison']);
    expect((await statusOf('rest')).walked!.profiles).toBeGreaterThan(0);
    await settled();
    const { walked, forward } = await statusOf('rest');
    expect([walked!.complete, forward!.obstacles]).toEqual([true, []]);
    const cohorts = await Promise.all((['pilot', 'early'] as const).map(statusOf));
    expect(cohorts.map((each) => each.walked)).toEqual([null, null]);
    expect(walked!.profiles).toBeGreaterThan(0);
    await move('rest', 'normalized');
  });

  test('to normalized is refused while reads differ; a repair is seen by the next comparison', async () => {
    await moderator('eve', { skills: [{ id: 'a', name: 'Weaving' }] });
    await forge('eve', 'rows', 'From rows');
    await move('staff', 'shadow-read');
    expect(await statusOf('staff')).toMatchObject({
      differences: { count: 1, more: false, parts: [{ name: 'identity', profiles: 1 }] },
      forward: { obstacles: ['differences'] },
    });
    expect((await refusalOf(move('staff', 'normalized'))).code).toBe('not_ready');
    expect(JSON.stringify(await rowsOf('readDifferences'))).not.toContain('From rows');
    await forge('eve', 'rows', 'Person eve');
    await d.t.run(async (ctx) => {
      const [row] = await ctx.db.query('profiles').collect();
      await ctx.db.patch('profiles', row!._id, { identity: { displayName: 'Person eve', headline: 'Builds things' } });
    });
    await d.t.mutation(internal.profile.cutover.compareAgain, {});
    await settled();
    expect((await statusOf('staff')).forward).toEqual({ to: 'normalized', obstacles: [] });
  });

  test('is one phase; none leads back from retired', async () => {
    expect(await refusalOf(move('staff', 'normalized'))).toMatchObject({
      code: 'invalid_argument',
      fields: [{ path: 'to', message: 'must be shadow-read or an earlier phase' }],
    });
    await reach('staff', 'retired');
    for (const to of ['dual-write', 'shadow-read', 'normalized'] as const)
      expect((await refusalOf(move('staff', to))).code).toBe('invalid_argument');
    expect(await statusOf('staff')).toMatchObject({ forward: null, back: null });
  });

  test('of two administrators at once is one step', async () => {
    const step = { cohort: 'staff', to: 'shadow-read', expected: 'dual-write' } as const;
    await admin.mutation(api.operations.cutover.move, { ...step, idempotencyKey: key() });
    expect(
      await refusalOf(admin.mutation(api.operations.cutover.move, { ...step, idempotencyKey: key() })),
    ).toMatchObject({ code: 'version_conflict', fields: [{ path: 'expected', message: 'is shadow-read' }] });
  });
});
