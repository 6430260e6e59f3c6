/** Partner organisations, by the ids that administrators give. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

/** Throws if there is no such partner, for any `id`. */
export async function namedPartner(ctx: QueryCtx | MutationCtx, id: string): Promise<Doc<'partners'>> {
  const known = ctx.db.normalizeId('partners', id);
  const partner = known && (await ctx.db.get('partners', known));
  if (partner) return partner;
  throw refusal('not_found', 'There is no such partner.', {
    fields: [{ path: 'partner', code: 'not_found', message: 'is not a partner' }],
  });
}

export function insertPartner(
  ctx: MutationCtx,
  { name, origins }: Pick<Doc<'partners'>, 'name' | 'origins'>,
): Promise<Id<'partners'>> {
  return ctx.db.insert('partners', { name, origins });
}

/** Changes the fields that are given. */
export async function changePartner(
  ctx: MutationCtx,
  before: Doc<'partners'>,
  { name = before.name, origins = before.origins }: { name?: string | undefined; origins?: string[] | undefined },
): Promise<Doc<'partners'>> {
  await ctx.db.patch('partners', before._id, { name, origins });
  return { ...before, name, origins };
}

export function partnerShown({ _id: partner, _creationTime: createdAt, name, origins }: Doc<'partners'>) {
  return { partner, name, origins, createdAt };
}
