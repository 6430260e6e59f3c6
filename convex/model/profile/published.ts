/** The handles under which the public sees profiles, for those who know a profile by its surrogate. */
import { sharedAudiences } from '@gigsy/schema';
import type { QueryCtx } from '../../_generated/server.js';
import { findView } from '../privacy/views.js';
import { profileViews } from './views.js';

/** The handle that the public sees; null for a profile of which it sees nothing, and for any other text. */
export async function publicHandleOf(ctx: QueryCtx, profile: string): Promise<string | null> {
  const profileId = ctx.db.normalizeId('profiles', profile);
  if (!profileId) return null;
  const rows = await ctx.db
    .query('profileViews')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(sharedAudiences.length);
  const shown = rows.find(({ audience }) => audience === 'public');
  return (shown && (await findView(ctx, profileViews, shown.handle, 'public')))?.body.handle ?? null;
}
