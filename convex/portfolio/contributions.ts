/** Contributions to portfolios, as their owners write them. */
import { contract } from '@gigsy/schema';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { addContribution, removeContribution, updateContribution } from '../model/portfolio/contributions.js';
import { shownLink } from '../model/portfolio/entries.js';
import { contributionsOf } from '../model/portfolio/rows.js';
import { requiredRow } from '../model/profile/parts.js';

const { contributions } = contract.portfolio;
const changed = ['contributions'];

export const mine = implementQuery(contributions.mine, async (ctx, { principal }) =>
  (await contributionsOf(ctx, memberAccount(principal)._id)).map(({ id, contribution, link }) => ({
    id,
    contribution,
    ...(link && { link: shownLink(link) }),
  })),
);

export const add = implementMutation(contributions.add, async (ctx, { principal, args }) => {
  const owner = await requiredRow(ctx, principal);
  return { answer: await addContribution(ctx, owner, args), audit: { subject: owner._id, changed } };
});

export const update = implementMutation(contributions.update, async (ctx, { principal, args }) => {
  const owner = await requiredRow(ctx, principal);
  return { answer: { version: await updateContribution(ctx, owner, args) }, audit: { subject: owner._id, changed } };
});

export const remove = implementMutation(contributions.remove, async (ctx, { principal, args }) => {
  const owner = await requiredRow(ctx, principal);
  return { answer: { version: await removeContribution(ctx, owner, args) }, audit: { subject: owner._id, changed } };
});
