/** Typed projection of endorsements: the privacy domain's `project`, and the counts of what it leaves. */
import type { ViewerFacts } from '../../privacy/policy.ts';
import { type Projectable, project } from '../../privacy/project.ts';
import type { Audience } from '../../privacy/visibility.ts';
import type { EndorsedSkill, Endorsement, EndorsementsView, Signature, SkillEndorsements } from './document.ts';

/** An endorsement before the projection. The ids of its skills are those of the profile, by which settings name them. */
export interface ShownEndorsement {
  id: string;
  by: Signature;
  skills: readonly (EndorsedSkill & { weight: number })[];
  text?: string | undefined;
  writtenOn: string;
}

export interface EndorsementsDocument extends Pick<Projectable, 'status' | 'role' | 'settings' | 'withheld'> {
  handle: string;
  sections: { endorsements: readonly ShownEndorsement[]; skills: readonly EndorsedSkill[] };
}

/** The part that `viewer` may see; null if they may not even see that there is a profile. */
export function projectEndorsements(
  document: EndorsementsDocument,
  viewer: Audience | ViewerFacts,
  rows: ReadonlySet<string>,
): EndorsementsView | null {
  const shown = project(document, viewer, rows);
  if (!shown) return null;
  const visible = (shown.endorsements ?? []) as readonly ShownEndorsement[];
  // A skill that its owner hides is endorsed by nobody here.
  const skills = new Set(((shown.skills ?? []) as readonly EndorsedSkill[]).map(({ id }) => id));
  const seen = visible.map((each) => ({ ...each, skills: each.skills.filter(({ id }) => skills.has(id)) }));
  const endorsements = seen
    .filter(({ text, skills: left }) => text !== undefined || left.length > 0)
    .map(endorsementOf);
  const counts = countsOf(seen);
  return {
    handle: document.handle,
    ...(endorsements.length > 0 && { endorsements }),
    ...(counts.length > 0 && { skills: counts }),
  };
}

function endorsementOf({ id, by, skills, text, writtenOn }: ShownEndorsement): Endorsement {
  return {
    id,
    by,
    ...(skills.length > 0 && { skills: skills.map(({ name }) => name) }),
    ...(text !== undefined && { text }),
    writtenOn,
  };
}

/** Skills by id and name: one that was renamed since is another skill. */
function countsOf(endorsements: readonly Pick<ShownEndorsement, 'skills'>[]): SkillEndorsements[] {
  const counts = new Map<string, SkillEndorsements>();
  for (const { id, name, weight } of endorsements.flatMap(({ skills }) => skills)) {
    const key = JSON.stringify([id, name]);
    const before = counts.get(key) ?? { id, name, endorsements: 0, weight: 0 };
    counts.set(key, { ...before, endorsements: before.endorsements + 1, weight: before.weight + weight });
  }
  return [...counts.values()]
    .map((count) => ({ ...count, weight: Math.round(count.weight * 10) / 10 }))
    .sort(
      (one, other) =>
        other.endorsements - one.endorsements || other.weight - one.weight || (one.id < other.id ? -1 : 1),
    );
}
