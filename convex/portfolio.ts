/** Public functions of the portfolio domain. */
import { contract, withPortfolioParts } from '@gigsy/schema';
import { implementMutation, implementQuery } from './model/door/implement.js';
import { ownPortfolio, viewFor } from './model/portfolio/read.js';
import { arrange as arrangePortfolio } from './model/portfolio/write.js';
import { requiredRow } from './model/profile/parts.js';

export const get = implementQuery(contract.portfolio.get, async (ctx, { principal, args, once }) => {
  const { handle, sections } = args;
  const view = await once(handle, () => viewFor(ctx, principal, handle));
  return view && withPortfolioParts(view, sections);
});

export const mine = implementQuery(contract.portfolio.mine, (ctx, { principal }) => ownPortfolio(ctx, principal));

export const arrange = implementMutation(contract.portfolio.arrange, async (ctx, { principal, args }) => {
  const owner = await requiredRow(ctx, principal);
  const { section } = args;
  const { version, changed } = await arrangePortfolio(ctx, owner, args);
  return { answer: { version }, audit: changed ? { subject: owner._id, changed: [section] } : null };
});
