/** Public functions on partner organisations, for administrators. */
import { PARTNER_PAGE, contract } from '@gigsy/schema';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { namedPartner, partnerShown } from '../model/operations/partners.js';

export const create = implementMutation(contract.operations.partners.create, async (ctx, { args }) => {
  const partnerId = await ctx.db.insert('partners', { name: args.name, origins: args.origins });
  return { answer: { partner: partnerId }, audit: { subject: partnerId, changed: ['name', 'origins'] } };
});

export const update = implementMutation(contract.operations.partners.update, async (ctx, { args }) => {
  const before = await namedPartner(ctx, args.partner);
  const after = { ...before, name: args.name ?? before.name, origins: args.origins ?? before.origins };
  const changed = (['name', 'origins'] as const).filter((field) => args[field] !== undefined);
  await ctx.db.patch('partners', before._id, { name: after.name, origins: after.origins });
  return { answer: partnerShown(after), audit: { subject: before._id, changed } };
});

export const list = implementQuery(
  contract.operations.partners.list,
  async (ctx, { args: { before = Number.MAX_SAFE_INTEGER } }) => {
    const rows = await ctx.db
      .query('partners')
      .withIndex('by_creation_time', (range) => range.lt('_creationTime', before))
      .order('desc')
      .take(PARTNER_PAGE);
    return rows.map(partnerShown);
  },
);
