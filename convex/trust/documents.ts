/** Checks of identity documents: what people do, and the reports of the actions that ask the provider. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { implementMutation } from '../model/door/implement.js';
import { requiredRow } from '../model/profile/parts.js';
import {
  lapseSession,
  opened,
  ownSession,
  startSession,
  takeOpening,
  waitingSession,
} from '../model/trust/sessions.js';
import { identityRoute } from '../model/trust/settings.js';
import { type Delivery, deliveryOf, schedulePlay } from '../model/trust/standIn.js';

const { documents } = contract.trust;

export const start = implementMutation(documents.start, async (ctx, { principal }) => {
  const { _id: subject, accountId } = await requiredRow(ctx, principal);
  return { answer: await startSession(ctx, accountId), audit: { subject, changed: ['check'] } };
});

export const play = implementMutation(documents.play, async (ctx, { principal, args }) => {
  const { _id: subject, accountId } = await requiredRow(ctx, principal);
  if (identityRoute() !== 'standIn')
    throw refusal('not_configured', 'The checks of this deployment are real: its provider says how they end.');
  const session = await waitingSession(ctx, accountId);
  await schedulePlay(ctx, session, args.play);
  return { answer: ownSession(session), audit: { subject, changed: ['check'] } };
});

const session = v.id('trustSessions');

/** The check to open, for the action that asks the provider. */
export const take = internalMutation({
  args: { session },
  returns: v.union(v.null(), v.object({ check: v.string(), subject: v.string() })),
  handler: (ctx, args) => takeOpening(ctx, args.session),
});

/** Where the person goes, as the provider said; null where it did not. */
export const settle = internalMutation({
  args: { session, url: v.union(v.null(), v.string()) },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await opened(ctx, args.session, args.url);
    return null;
  },
});

/** Deletes a check whose time is over. */
export const lapse = internalMutation({
  args: { session },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await lapseSession(ctx, args.session);
    return null;
  },
});

/** The content that the stand-in signs and sends. */
export const deliver = internalMutation({
  args: { session },
  returns: v.union(
    v.null(),
    v.object({ path: v.string(), secret: v.string(), subject: v.string(), check: v.string() }),
  ),
  handler: (ctx, args): Promise<Delivery | null> => deliveryOf(ctx, args.session),
});
