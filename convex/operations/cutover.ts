/** The cutover of profile reads, for administrators. */
import { contract } from '@gigsy/schema';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { cutoverStatus, moveCohort } from '../model/profile/cutover.js';

export const status = implementQuery(contract.operations.cutover.status, (ctx) => cutoverStatus(ctx));

export const move = implementMutation(contract.operations.cutover.move, async (ctx, { args }) => {
  const { cohort, to } = args;
  const subject = await moveCohort(ctx, args);
  return { answer: { cohort, phase: to }, audit: subject && { subject, changed: [cohort, to] } };
});
