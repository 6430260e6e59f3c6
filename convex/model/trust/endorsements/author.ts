/** The author of an endorsement as the public sees them: the signature, and the evidence that gives it weight. */
import { type EndorsedSkill, type VerificationLevel, endorsementWeight } from '@gigsy/schema';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';
import { portfolioViews } from '../../portfolio/views.js';
import { findView } from '../../privacy/views.js';
import { publicName } from '../../profile/related.js';
import { trustViews } from '../views.js';
import type { StoredVersion } from './rows.js';

/** As whom a person signs. Throws if the public sees no name of theirs. */
export async function signatureOf(ctx: MutationCtx, handle: string): Promise<StoredVersion['by']> {
  const { name, headline } = await publicName(ctx, handle);
  if (name === null)
    throw refusal('not_ready', 'An endorsement is signed with your name: let everybody see your name first.');
  return { name, ...(headline !== null && { headline }), level: await publicLevel(ctx, handle) };
}

/** The skills with the weight of what the public sees of the author. */
export async function weighed(
  ctx: MutationCtx,
  handle: string,
  skills: readonly EndorsedSkill[],
): Promise<StoredVersion['skills']> {
  if (skills.length === 0) return [];
  const level = await publicLevel(ctx, handle);
  const portfolio = await findView(ctx, portfolioViews, handle, 'public');
  const entries = new Map((portfolio?.body.skills ?? []).map((skill) => [folded(skill.name), skill.entries]));
  return skills.map((skill) => {
    const weight = endorsementWeight({ level, entries: entries.get(folded(skill.name)) ?? 0 });
    return { ...skill, weight };
  });
}

async function publicLevel(ctx: QueryCtx | MutationCtx, handle: string): Promise<VerificationLevel> {
  return (await findView(ctx, trustViews, handle, 'public'))?.body.level ?? 'none';
}

/** Names that differ in case alone are one skill. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
