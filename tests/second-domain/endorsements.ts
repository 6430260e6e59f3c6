/**
 * A second domain for tests: endorsements of skills, with a table, a view table and a read model, as a domain above
 * the profile declares them. tests/convex runs it in memory, tests/local in a copy of the backend.
 */
import { type Governing, type SharedAudience, project } from '@gigsy/schema';
import { type GenericDataModel, type GenericDatabaseWriter, defineTable } from 'convex/server';
import { v } from 'convex/values';
import * as z from 'zod';
import type { MutationCtx, QueryCtx } from '../../convex/_generated/server.js';
import { type ViewSubject, defineReadModel } from '../../convex/model/privacy/readModel.js';
import { findView, writeViews } from '../../convex/model/privacy/views.js';
import { findGoverning, handlesAfter } from '../../convex/model/profile/rows.js';
import { viewTable } from '../../convex/tables/privacy.js';

const shape = z.strictObject({
  handle: z.string(),
  skills: z.array(z.strictObject({ id: z.string(), endorsements: z.number() })).optional(),
});
type EndorsementsView = z.infer<typeof shape>;

export const endorsementTables = {
  endorsements: defineTable({ profileId: v.id('profiles'), skill: v.string() }).index('by_profile', ['profileId']),
  endorsementViews: viewTable<EndorsementsView>(shape),
};

interface Endorsed extends ViewSubject, Required<Governing> {
  handle: string;
  skills: string[];
}

export const endorsementViews = defineReadModel<Endorsed, EndorsementsView>({
  table: 'endorsementViews' as never,
  shape,
  // A count tells that there is such a skill: it is seen by those who see the skills.
  rows: new Set(['skills']),
  projection: 1,
  news: { shown: 'profile.published', hidden: 'profile.unpublished', erased: 'profile.erased' },
  handlesAfter,
  async load(ctx, handle) {
    const governing = await findGoverning(ctx, handle);
    return governing && { ...governing, skills: await endorsedSkills(ctx, governing) };
  },
  document({ skills, ...governing }) {
    const counts = [...new Set(skills)].map((id) => ({
      id,
      endorsements: skills.filter((skill) => skill === id).length,
    }));
    return { ...governing, sections: { skills: counts } };
  },
  project(document, audience, rows) {
    const shown = project(document, audience, rows);
    return shown && { handle: document.handle, ...shown };
  },
});

/** The generated types do not know this domain's tables. */
const tables = (ctx: QueryCtx | MutationCtx) => ctx.db as unknown as GenericDatabaseWriter<GenericDataModel>;

async function endorsedSkills(ctx: QueryCtx | MutationCtx, { profileId }: ViewSubject): Promise<string[]> {
  const rows = await tables(ctx)
    .query('endorsements')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .collect();
  return rows.map(({ skill }) => skill as string);
}

export async function endorse(ctx: MutationCtx, handle: string, skill: string): Promise<void> {
  const { profileId } = (await findGoverning(ctx, handle))!;
  await tables(ctx).insert('endorsements', { profileId, skill });
  await writeViews(ctx, endorsementViews, (await endorsementViews.load(ctx, handle))!);
}

export async function endorsementsOf(
  ctx: QueryCtx,
  handle: string,
  audience: SharedAudience,
): Promise<EndorsementsView | null> {
  return (await findView(ctx, endorsementViews, handle, audience))?.body ?? null;
}
