/** Partner organisations: public functions for administrators. */
import { PARTNER_PAGE, contract } from '@gigsy/schema';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { changePartner, insertPartner, namedPartner, partnerShown } from '../model/operations/partners.js';

export const create = implementMutation(contract.operations.partners.create, async (ctx, { args }) => {
  const partnerId = await insertPartner(ctx, args);
  return { answer: { partner: partnerId }, audit: { subject: partnerId, changed: ['name', 'origins'] } };
});

export const update = implementMutation(contract.operations.partners.update, async (ctx, { args }) => {
  const before = await namedPartner(ctx, args.partner);
  const after = await changePartner(ctx, before, args);
  const changed = (['name', 'origins'] as const).filter((field) => args[field] !== undefined);
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
