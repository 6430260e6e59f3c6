/** Legal holds, for administrators. */
import { contract } from '@gigsy/schema';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { pauseErasures, releaseErasures } from '../model/privacy/erasure.js';
import { heldAccount, isHeld, liftHold, listHolds, placeHold } from '../model/privacy/holds.js';
import { findProfileRow } from '../model/profile/rows.js';

const { holds } = contract.privacy;

export const place = implementMutation(holds.place, async (ctx, { args }) => {
  const account = await heldAccount(
    ctx,
    args.of,
    async (handle) => (await findProfileRow(ctx, handle))?.accountId ?? null,
  );
  const answer = await placeHold(ctx, account, args);
  await pauseErasures(ctx, account);
  return { answer, audit: { subject: account, changed: ['hold'] } };
});

export const lift = implementMutation(holds.lift, async (ctx, { args }) => {
  const { hold: answer, accountId } = await liftHold(ctx, args.hold);
  if (!(await isHeld(ctx, accountId))) await releaseErasures(ctx, accountId);
  return { answer, audit: { subject: accountId, changed: ['hold'] } };
});

export const list = implementQuery(holds.list, (ctx, { args }) => listHolds(ctx, args));
