/** Flags: public functions for administrators, and the variants of each caller. */
import { contract } from '@gigsy/schema';
import { refusal } from '../model/contract/errors.js';
import { type Principal, isMember } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import {
  allFlags,
  checkFlagVersion,
  evaluatedFor,
  findFlag,
  flagOf,
  putFlag,
  removeFlag,
} from '../model/operations/flags.js';

export const list = implementQuery(contract.operations.flags.list, async (ctx) =>
  (await allFlags(ctx)).map((row) => ({ ...flagOf(row), version: row.version })),
);

export const set = implementMutation(contract.operations.flags.set, async (ctx, { args: { flag, expected } }) => {
  const before = await findFlag(ctx, flag.name);
  checkFlagVersion(before, expected);
  const { id: subject, version, changed } = await putFlag(ctx, before, flag);
  return { answer: { name: flag.name, version }, audit: changed.length > 0 ? { subject, changed } : null };
});

export const remove = implementMutation(contract.operations.flags.remove, async (ctx, { args: { name, expected } }) => {
  const before = await findFlag(ctx, name);
  if (!before)
    throw refusal('not_found', 'There is no such flag.', {
      fields: [{ path: 'name', code: 'not_found', message: 'is not a flag' }],
    });
  checkFlagVersion(before, expected);
  await removeFlag(ctx, before);
  return { answer: { name }, audit: { subject: before._id, changed: [name] } };
});

export const evaluate = implementQuery(contract.operations.flags.evaluate, (ctx, { principal, args }) =>
  evaluatedFor(ctx, contextOf(principal, args.targetingKey)),
);

/** A person with an account is known by it on every device, whatever key the page gives. */
function contextOf(principal: Principal, targetingKey: string | undefined) {
  if (!isMember(principal)) return { targetingKey };
  const { _id: account, role, handle } = principal.account;
  return { targetingKey: account, account, role, handle };
}
