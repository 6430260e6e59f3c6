/** The read model of endorsements. */
import {
  type EndorsedSkill,
  type EndorsementsView,
  type ShownEndorsement,
  endorsementRows,
  endorsementsViewSchema,
  projectEndorsements,
} from '@gigsy/schema';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { defineReadModel } from '../privacy/readModel.js';
import { activePerson } from '../profile/related.js';
import { type Governed, findGoverning, handlesAfter } from '../profile/rows.js';
import { type EndorsementRow, endorsementOf, endorsementsIn } from './endorsements/rows.js';

export interface EndorsementsSource extends Governed {
  endorsements: readonly ShownEndorsement[];
}

export const endorsementViews = defineReadModel<EndorsementsSource, EndorsementsView>({
  table: 'trustEndorsementViews',
  shape: endorsementsViewSchema,
  rows: endorsementRows,
  projection: 1,
  news: { shown: 'trust.published', parts: ['endorsements', 'skills'] },
  handlesAfter,
  load: endorsementsSource,
  document: ({ endorsements, ...governing }) => ({
    ...governing,
    sections: { endorsements, skills: skillsIn(endorsements) },
  }),
  project: (document, viewer, rows) =>
    projectEndorsements(document as Parameters<typeof projectEndorsements>[0], viewer, rows),
  hasItem: async (ctx, { accountId }, section, id) =>
    section === 'endorsements' && (await endorsementOf(ctx, 'owner', accountId, id)) !== null,
});

/** A person's accepted endorsements: at most 201 documents. Null if nobody has this handle. */
export async function endorsementsSource(
  ctx: QueryCtx | MutationCtx,
  handle: string,
): Promise<EndorsementsSource | null> {
  const governed = await findGoverning(ctx, handle);
  if (!governed) return null;
  const accepted = await endorsementsIn(ctx, governed.accountId, 'accepted');
  const shown = await Promise.all(accepted.map((row) => shownOf(ctx, row)));
  return { ...governed, endorsements: shown.filter((each) => each !== null) };
}

/** Null while the author's account is not active: nobody sees anything of them then. */
async function shownOf(
  ctx: QueryCtx | MutationCtx,
  { id, author, shown }: EndorsementRow,
): Promise<ShownEndorsement | null> {
  const person = await activePerson(ctx, author);
  if (!person || !shown) return null;
  const { by, linked, skills, text, at } = shown;
  return {
    id,
    by: { ...by, ...(linked && { handle: person.handle }) },
    skills,
    ...(text !== undefined && { text }),
    writtenOn: new Date(at).toISOString().slice(0, 10),
  };
}

/** Each skill once, by its id in the profile, which settings name. */
function skillsIn(endorsements: readonly ShownEndorsement[]): EndorsedSkill[] {
  const skills = endorsements.flatMap((each) => each.skills);
  return [...new Map(skills.map(({ id, name }) => [id, { id, name }])).values()];
}
