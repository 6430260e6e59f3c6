/** Partners' webhooks: public functions for administrators. */
import { contract } from '@gigsy/schema';
import { internal } from '../_generated/api.js';
import { refusal } from '../model/contract/errors.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { deliveriesOf, deliveryShown, enqueue, sendAgain } from '../model/events/deliveries.js';
import {
  allWebhooks,
  deleteWebhook,
  insertWebhook,
  namedWebhook,
  refuseInactive,
  rotateSecret,
  webhookShown,
  webhooksOf,
} from '../model/events/webhooks.js';
import { namedPartner } from '../model/operations/partners.js';
import type { Doc } from '../_generated/dataModel.js';

const { webhooks } = contract.events;

const changed = ({ _id, partnerId }: Doc<'webhooks'>) => ({ subject: partnerId, changed: [_id] });

export const register = implementMutation(webhooks.register, async (ctx, { args }) => {
  const { _id: partnerId } = await namedPartner(ctx, args.partner);
  const row = await insertWebhook(ctx, partnerId, args.url);
  return { answer: { webhook: await webhookShown(ctx, row), secret: row.secrets[0]!.secret }, audit: changed(row) };
});

export const verify = implementMutation(webhooks.verify, async (ctx, { args }) => {
  const row = await namedWebhook(ctx, args.webhook);
  await ctx.scheduler.runAfter(0, internal.events.node.deliver.challenge, { webhook: row._id });
  return { answer: await webhookShown(ctx, row), audit: changed(row) };
});

export const rotate = implementMutation(webhooks.rotate, async (ctx, { args }) => {
  const row = await namedWebhook(ctx, args.webhook);
  const secret = await rotateSecret(ctx, row, args.graceMs);
  return { answer: { webhook: await webhookShown(ctx, row), secret }, audit: changed(row) };
});

export const test = implementMutation(webhooks.test, async (ctx, { args }) => {
  const row = await namedWebhook(ctx, args.webhook);
  refuseInactive(row);
  const delivery = await enqueue(ctx, row._id, { type: 'webhook.test' });
  return { answer: { delivery }, audit: changed(row) };
});

export const list = implementQuery(webhooks.list, async (ctx, { args }) => {
  const rows =
    args.partner === undefined
      ? await allWebhooks(ctx)
      : await webhooksOf(ctx, (await namedPartner(ctx, args.partner))._id);
  return Promise.all(rows.map((row) => webhookShown(ctx, row)));
});

export const remove = implementMutation(webhooks.remove, async (ctx, { args }) => {
  const row = await namedWebhook(ctx, args.webhook);
  await deleteWebhook(ctx, row);
  await ctx.scheduler.runAfter(0, internal.events.deliveries.drop, { webhook: row._id });
  return { answer: { webhook: args.webhook }, audit: changed(row) };
});

export const deliveries = implementQuery(webhooks.deliveries, async (ctx, { args }) => {
  const { _id } = await namedWebhook(ctx, args.webhook);
  return (await deliveriesOf(ctx, _id, args)).map(deliveryShown);
});

export const replay = implementMutation(webhooks.replay, async (ctx, { args }) => {
  const row = await namedWebhook(ctx, args.webhook);
  refuseInactive(row);
  if (args.delivery === undefined) {
    const { from = 0, until = 0 } = args;
    await ctx.scheduler.runAfter(0, internal.events.deliveries.replay, { webhook: row._id, from, until, cursor: null });
  } else {
    const known = ctx.db.normalizeId('webhookDeliveries', args.delivery);
    const delivery = known && (await ctx.db.get('webhookDeliveries', known));
    if (delivery?.webhookId !== row._id) throw refusal('not_found', 'This webhook has no such delivery.');
    await sendAgain(ctx, delivery);
  }
  return { answer: { webhook: args.webhook }, audit: changed(row) };
});
