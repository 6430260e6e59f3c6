/** Moderation: reports by anybody, cases for moderators, statements and appeals for owners, and what the clock does. */
import { type MutationContract, contract, randomHex, type Stepped, type steppedSchema } from '@gigsy/schema';
import type { FunctionReference } from 'convex/server';
import { v } from 'convex/values';
import type * as z from 'zod';
import { internal } from '../_generated/api.js';
import type { Id } from '../_generated/dataModel.js';
import { type MutationCtx, internalMutation } from '../_generated/server.js';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { purgeAgain } from '../model/privacy/purges.js';
import { readModels } from '../model/readModels.js';
import {
  type LivingCase,
  addNote,
  casesIn,
  escalateOverdue,
  findCase,
  lapseAppeals,
  requiredCase,
  stepCase,
} from '../model/trust/moderation/cases.js';
import {
  act as decideAgainst,
  appeal as object,
  decideAppeal,
  decidedAgainst,
  restore as takeBack,
} from '../model/trust/moderation/decisions.js';
import { askDeletion as ask, confirmDeletion as confirm } from '../model/trust/moderation/deletion.js';
import { dismissed } from '../model/trust/moderation/dismissal.js';
import { inspected } from '../model/trust/moderation/inspect.js';
import { purgeCases, purgeReports } from '../model/trust/moderation/purge.js';
import { enterReport } from '../model/trust/moderation/reports.js';
import { detailOf, statementOf, summaryOf } from '../model/trust/moderation/shown.js';
import { transparency as counts } from '../model/trust/moderation/transparency.js';

const { moderation } = contract.trust;

/** Bytes of a receipt. It is drawn at random, so that it tells nothing of what was reported. */
const RECEIPT_BYTES = 16;

export const report = implementMutation(moderation.report, async (ctx, { principal, args }) => {
  const { idempotencyKey: _, ...given } = args;
  const receipt = randomHex(RECEIPT_BYTES);
  const subject = await enterReport(ctx, readModels, principal, { ...given, receipt });
  return { answer: { receipt }, audit: subject && { subject, changed: ['report'] } };
});

export const mine = implementQuery(moderation.mine, async (ctx, { principal }) =>
  (await decidedAgainst(ctx, memberAccount(principal)._id)).map(statementOf),
);

export const appeal = implementMutation(moderation.appeal, async (ctx, { principal, args }) => {
  const row = await object(ctx, memberAccount(principal)._id, args.case, args.text);
  return { answer: statementOf(row), audit: { subject: row.profileId, changed: ['appeal'] } };
});

export const queue = implementQuery(moderation.queue, async (ctx, { principal, args }) => {
  const { rows, next } = await casesIn(ctx, args.state, args.after);
  const { _id: reader } = memberAccount(principal);
  return { cases: await Promise.all(rows.map((row) => summaryOf(ctx, row, reader))), next };
});

export const view = implementQuery(moderation.view, async (ctx, { principal, args }) => {
  const row = await findCase(ctx, args.case);
  return row && detailOf(ctx, row, memberAccount(principal)._id);
});

export const assign = staffStep(moderation.assign, 'assign', (ctx, row, assignee) =>
  stepCase(ctx, row, 'assign', { assignee }),
);
export const note = staffStep(moderation.note, 'note', (ctx, row, by, { text }) => addNote(ctx, row, text, by));
export const act = staffStep(moderation.act, 'act', decideAgainst);
export const restore = staffStep(moderation.restore, 'restore', takeBack);
export const decide = staffStep(moderation.decide, 'decide', decideAppeal);
export const askDeletion = staffStep(moderation.askDeletion, 'askDeletion', (ctx, row, by, { reason }) =>
  ask(ctx, row, by, reason),
);

async function stepped(ctx: MutationCtx, { _id }: LivingCase): Promise<Stepped> {
  return { case: _id, state: (await findCase(ctx, _id))!.state };
}

/** A step of a moderator: it changes the case, and answers with its state then. */
function staffStep<A extends z.ZodType<{ case: string; idempotencyKey: string }>>(
  declared: MutationContract<A, typeof steppedSchema, 'profile'>,
  name: string,
  make: (ctx: MutationCtx, row: LivingCase, by: Id<'accounts'>, args: z.output<A>) => Promise<void>,
) {
  return implementMutation(declared, async (ctx, { principal, args }) => {
    const { _id: by } = memberAccount(principal);
    const row = await requiredCase(ctx, args.case);
    await make(ctx, row, by, args);
    const answer = await stepped(ctx, row);
    return { answer, audit: { subject: row.profileId, changed: ['moderation', name] } };
  });
}

/** The access stands in the owner's log. */
export const inspect = implementMutation(moderation.inspect, async (ctx, { args }) => {
  const row = await requiredCase(ctx, args.case);
  const reason = { purpose: 'moderation' as const, endsAt: Date.now() };
  return {
    answer: await inspected(ctx, readModels, row),
    audit: { subject: row.profileId, changed: [row.place], reason },
  };
});

export const dismiss = implementMutation(moderation.dismiss, async (ctx, { principal, args }) => {
  const { _id: by } = memberAccount(principal);
  const answer = await dismissed(ctx, by, args);
  const isDone = !args.dryRun && answer.dismissed.length > 0;
  return {
    answer,
    audit: isDone ? { subject: by, changed: ['moderation', 'dismiss', ...answer.dismissed] } : null,
  };
});

export const confirmDeletion = implementMutation(moderation.confirmDeletion, async (ctx, { principal, args }) => {
  const { _id: by } = memberAccount(principal);
  const row = await requiredCase(ctx, args.case);
  await confirm(ctx, row, by);
  const answer = await stepped(ctx, row);
  return { answer, audit: { subject: row.accountId, changed: ['moderation', 'deletion'] } };
});

export const transparency = implementQuery(moderation.transparency, (ctx, { args }) => counts(ctx, args));

/** Marks cases whose time is over. A cron starts it. */
export const escalate = byClock(escalateOverdue, () => internal.trust.moderation.escalate);

/** Closes cases whose time for an appeal is over. A cron starts it. */
export const lapse = byClock(lapseAppeals, () => internal.trust.moderation.lapse);

/** A batch of work, and the next one while there may be more. */
function byClock(
  work: (ctx: MutationCtx) => Promise<boolean>,
  next: () => FunctionReference<'mutation', 'internal', Record<string, never>, null>,
) {
  return internalMutation({
    args: {},
    returns: v.null(),
    handler: async (ctx): Promise<null> => {
      if (await work(ctx)) await ctx.scheduler.runAfter(0, next(), {});
      return null;
    },
  });
}

/** Deletes reports that are a year old. A cron starts it. */
export const expireReports = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> =>
    purgeAgain(ctx, 'moderationReports', await purgeReports(ctx), internal.trust.moderation.expireReports),
});

/** Deletes cases that are two years old and whose decision is not in force. A cron starts it. */
export const expireCases = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> =>
    purgeAgain(ctx, 'moderationCases', await purgeCases(ctx), internal.trust.moderation.expireCases),
});
