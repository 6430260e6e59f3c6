/** Two pools of work: actions that fail and are tried again, mutations, completion told in a mutation, cancelled work. */
import { Workpool, vOnCompleteValidator } from '@convex-dev/workpool';
import {
  anyApi,
  componentsGeneric,
  internalActionGeneric as internalAction,
  internalMutationGeneric as internalMutation,
  mutationGeneric as mutation,
  queryGeneric as query,
} from 'convex/server';
import { v } from 'convex/values';

const components = componentsGeneric();
const mailPool = new Workpool(components.mailPool as any, {
  maxParallelism: 4,
  retryActionsByDefault: true,
  defaultRetryBehavior: { maxAttempts: 3, initialBackoffMs: 30, base: 2 },
});
const scrapePool = new Workpool(components.scrapePool as any, { maxParallelism: 1 });
const mail = anyApi.mail as any;

export const send = mutation({
  args: { to: v.string(), failures: v.number() },
  handler: (ctx, { to, failures }) =>
    mailPool.enqueueAction(ctx, mail.deliver, { to, failures }, { onComplete: mail.sent, context: { to } }),
});

export const deliver = internalAction({
  args: { to: v.string(), failures: v.number() },
  handler: async (ctx, { to, failures }) => {
    const attempt = (await ctx.runMutation(mail.attempt, { to })) as number;
    if (attempt <= failures) throw new Error('the mail server is away');
    return attempt;
  },
});

export const attempt = internalMutation({
  args: { to: v.string() },
  handler: async ({ db }, { to }) => {
    const known = await db
      .query('mails')
      .withIndex('to', (q) => q.eq('to', to))
      .unique();
    if (known) await db.patch(known._id, { attempts: known.attempts + 1 });
    else await db.insert('mails', { to, attempts: 1 });
    return ((known?.attempts as number | undefined) ?? 0) + 1;
  },
});

export const sent = internalMutation({
  args: vOnCompleteValidator(v.object({ to: v.string() })),
  handler: async ({ db }, { context, result }) => {
    await db.insert('outcomes', {
      to: context.to,
      kind: result.kind,
      value: result.kind === 'success' ? result.returnValue : null,
    });
  },
});

/** Many mutations over one document, one at a time. */
export const countAll = mutation({
  args: { to: v.string(), times: v.number() },
  handler: async (ctx, { to, times }) => {
    for (let time = 0; time < times; time++) await scrapePool.enqueueMutation(ctx, mail.attempt, { to });
  },
});

export const sendLaterAndCancel = mutation({
  args: { to: v.string() },
  handler: async (ctx, { to }) => {
    const id = await mailPool.enqueueAction(
      ctx,
      mail.deliver,
      { to, failures: 0 },
      { runAfter: 60_000, onComplete: mail.sent, context: { to } },
    );
    await mailPool.cancel(ctx, id);
  },
});

export const outcome = query({
  args: { to: v.string() },
  handler: async ({ db }, { to }) => (await db.query('outcomes').collect()).filter((row) => row.to === to),
});

export const attempts = query({
  args: { to: v.string() },
  handler: async ({ db }, { to }) =>
    (
      await db
        .query('mails')
        .withIndex('to', (q) => q.eq('to', to))
        .unique()
    )?.attempts ?? 0,
});
