/**
 * Former handles that lead to a person's views. A row is there for an audience as long as the audience has a view of the
 * person, so that a former handle of a hidden profile looks like one that nobody ever had. views.ts calls this where a
 * view comes or goes.
 */
import type { SharedAudience } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { ViewTable } from './readModel.js';

/** The view to which a former handle leads. */
interface Led {
  table: ViewTable;
  audience: SharedAudience;
  profileId: Id<'profiles'>;
  /** The handle that the person has. */
  leadsTo: string;
}

/** View tables that a person has rows in, times audiences: more rows than one handle can have. */
const MAX_ROWS = 64;

/** The handle under which the views of a former handle's owner stand; null for any other handle. */
export async function leadOf(
  ctx: QueryCtx | MutationCtx,
  table: ViewTable,
  handle: string,
  audience: SharedAudience,
): Promise<string | null> {
  const row = await ctx.db
    .query('viewRedirects')
    .withIndex('by_handle', (range) => range.eq('handle', handle).eq('table', table).eq('audience', audience))
    .unique();
  return row && row.leadsTo;
}

/** Makes the former handles lead to a view that has come. */
export async function addRedirects(ctx: MutationCtx, former: readonly string[], led: Led): Promise<void> {
  for (const handle of former) await ctx.db.insert('viewRedirects', { handle, ...led });
}

/** Ends the leads to a view that has gone. */
export async function removeRedirects(
  ctx: MutationCtx,
  former: readonly string[],
  { table, audience }: Pick<Led, 'table' | 'audience'>,
): Promise<void> {
  for (const handle of former) {
    const row = await ctx.db
      .query('viewRedirects')
      .withIndex('by_handle', (range) => range.eq('handle', handle).eq('table', table).eq('audience', audience))
      .unique();
    if (row) await ctx.db.delete('viewRedirects', row._id);
  }
}

/** Ends all leads of a handle that is a former one no longer. */
export async function endRedirects(ctx: MutationCtx, handle: string): Promise<void> {
  const rows = await ctx.db
    .query('viewRedirects')
    .withIndex('by_handle', (range) => range.eq('handle', handle))
    .take(MAX_ROWS);
  for (const row of rows) await ctx.db.delete('viewRedirects', row._id);
}
