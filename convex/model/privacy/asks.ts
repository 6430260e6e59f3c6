/**
 * Asks for a relation. A row says two things apart from each other: whether the ask is open in the eyes of its asker, and
 * whether it waits in the eyes of the one who is asked. So an asker cannot tell a decline from silence.
 */
import { ASK_OPEN_MS, MAX_ASKS, type OpenAsk, type RelationName, SHOWN_ASKS } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { areRelated } from './relations.js';

type Ctx = QueryCtx | MutationCtx;
export type AskRow = Doc<'relationAsks'>;

/** Rows between two people that are looked at. More cannot come through. */
const BETWEEN = 200;

/** The person's open asks, newest first. */
export function openAsks(ctx: Ctx, asker: Id<'accounts'>): Promise<AskRow[]> {
  return ctx.db
    .query('relationAsks')
    .withIndex('by_asker', (range) => range.eq('asker', asker).eq('open', true))
    .order('desc')
    .take(MAX_ASKS);
}

/** The asks that wait for the person's answer, newest first. */
export function pendingAsks(ctx: QueryCtx, asked: Id<'accounts'>): Promise<AskRow[]> {
  return ctx.db
    .query('relationAsks')
    .withIndex('by_asked', (range) => range.eq('asked', asked).eq('pending', true))
    .order('desc')
    .take(SHOWN_ASKS);
}

/** Asks for a relation, or finds the ask that is open already. Nobody is looked up here. */
export async function putAsk(
  ctx: MutationCtx,
  asker: Id<'accounts'>,
  kind: RelationName,
  handle: string,
): Promise<{ row: AskRow; isNew: boolean }> {
  const open = await openAsks(ctx, asker);
  const before = open.find((row) => row.handle === handle && row.kind === kind);
  if (before) return { row: before, isNew: false };
  if (open.length >= MAX_ASKS) throw refusal('too_large', `${MAX_ASKS} of your asks are open; take one back first.`);
  const endsAt = Date.now() + ASK_OPEN_MS;
  const row = { kind, asker, handle, open: true, pending: false, endsAt, dueAt: endsAt };
  const ask = await ctx.db.insert('relationAsks', row);
  await ctx.scheduler.runAt(endsAt, internal.privacy.relations.settle, { ask });
  // In a transaction of its own, so that this call does the same for a handle that nobody has.
  await ctx.scheduler.runAfter(0, internal.privacy.relations.resolve, { ask });
  return { row: (await ctx.db.get('relationAsks', ask))!, isNew: true };
}

export function findAsk(ctx: MutationCtx, id: Id<'relationAsks'>): Promise<AskRow | null> {
  return ctx.db.get('relationAsks', id);
}

/** Brings an ask to the one who is asked, unless they have the relation, have such an ask already, or want none from this person. */
export async function deliverAsk(ctx: MutationCtx, ask: AskRow, asked: Id<'accounts'>): Promise<void> {
  if (!ask.open || ask.asked !== undefined || asked === ask.asker) return;
  const others = (await between(ctx, ask.asker, asked)).filter(({ kind }) => kind === ask.kind);
  if (others.some(({ pending }) => pending) || (await areRelated(ctx, ask.kind, ask.asker, asked))) return;
  const quietUntil = Math.max(0, ...others.map((row) => row.quietUntil ?? 0));
  const isQuiet = quietUntil > Date.now();
  await ctx.db.patch('relationAsks', ask._id, { asked, pending: !isQuiet, ...(isQuiet && { quietUntil }) });
}

/** The ask that waits for the person's answer. Throws if there is none with this id. */
export async function pendingAsk(ctx: MutationCtx, asked: Id<'accounts'>, id: string): Promise<AskRow> {
  const row = await askWith(ctx, id);
  if (row?.pending && row.asked === asked) return row;
  throw refusal('not_found', 'There is no such ask to answer; it may be over.');
}

/** The asker takes an ask back. Throws if they have none with this id. */
export async function withdrawAsk(ctx: MutationCtx, asker: Id<'accounts'>, id: string): Promise<AskRow> {
  const row = await askWith(ctx, id);
  if (!row?.open || row.asker !== asker) throw refusal('not_found', 'You have no such open ask; it may be over.');
  await keep(ctx, row, { open: false, pending: false });
  return row;
}

/** Keeps asks of the asker away for a time. The asker's own row stays as it is in their eyes. */
export async function declineAsk(ctx: MutationCtx, row: AskRow): Promise<void> {
  await keep(ctx, row, { pending: false, quietUntil: Date.now() + ASK_OPEN_MS });
}

/** Keeps asks of somebody away for a time, without an ask of theirs. */
export async function keepQuiet(
  ctx: MutationCtx,
  quiet: Pick<AskRow, 'kind' | 'asker' | 'handle'> & { asked: Id<'accounts'> },
): Promise<void> {
  const until = Date.now() + ASK_OPEN_MS;
  const times = { endsAt: until, quietUntil: until, dueAt: until };
  const ask = await ctx.db.insert('relationAsks', { ...quiet, open: false, pending: false, ...times });
  await ctx.scheduler.runAt(until, internal.privacy.relations.settle, { ask });
}

/** Deletes the asks of a kind between two people, in both directions: they have the relation now. */
export async function deleteAsks(
  ctx: MutationCtx,
  kind: RelationName,
  one: Id<'accounts'>,
  other: Id<'accounts'>,
): Promise<void> {
  const rows = [...(await between(ctx, one, other)), ...(await between(ctx, other, one))];
  for (const row of rows) if (row.kind === kind) await ctx.db.delete('relationAsks', row._id);
}

/** Makes the changes of a row whose time has come. */
export async function settleAsk(ctx: MutationCtx, id: Id<'relationAsks'>): Promise<void> {
  const row = await findAsk(ctx, id);
  if (row && row.dueAt <= Date.now()) await keep(ctx, row, {});
}

/** At most `count` rows that should have changed by `now`: those whose scheduled change was lost. */
export async function overdueAsks(ctx: MutationCtx, now: number, count: number): Promise<Id<'relationAsks'>[]> {
  const rows = await ctx.db
    .query('relationAsks')
    .withIndex('by_due', (range) => range.lte('dueAt', now))
    .take(count);
  return rows.map(({ _id }) => _id);
}

/** Erases at most `count` asks of a person and to them. */
export async function eraseAsks(ctx: MutationCtx, account: Id<'accounts'>, count: number): Promise<number> {
  const made = await ctx.db
    .query('relationAsks')
    .withIndex('by_asker', (range) => range.eq('asker', account))
    .take(count);
  const got = await ctx.db
    .query('relationAsks')
    .withIndex('by_asked', (range) => range.eq('asked', account))
    .take(count - made.length);
  for (const { _id } of [...made, ...got]) await ctx.db.delete('relationAsks', _id);
  return made.length + got.length;
}

export function askShown({ _id: ask, _creationTime: askedAt, kind, handle, endsAt }: AskRow): OpenAsk {
  return { ask, kind, handle, askedAt, endsAt };
}

/** Changes a row as far as its times allow, and deletes it where nobody needs it any more. */
async function keep(
  ctx: MutationCtx,
  row: AskRow,
  change: Partial<Pick<AskRow, 'open' | 'pending' | 'quietUntil'>>,
): Promise<void> {
  const now = Date.now();
  const next = { ...row, ...change };
  const open = next.open && next.endsAt > now;
  const quietUntil = next.quietUntil !== undefined && next.quietUntil > now ? next.quietUntil : undefined;
  if (!open && quietUntil === undefined) return ctx.db.delete('relationAsks', row._id);
  const dueAt = Math.min(open ? next.endsAt : Infinity, quietUntil ?? Infinity);
  await ctx.db.patch('relationAsks', row._id, { open, pending: open && next.pending, quietUntil, dueAt });
  if (dueAt !== row.dueAt) await ctx.scheduler.runAt(dueAt, internal.privacy.relations.settle, { ask: row._id });
}

function between(ctx: MutationCtx, asker: Id<'accounts'>, asked: Id<'accounts'>): Promise<AskRow[]> {
  return ctx.db
    .query('relationAsks')
    .withIndex('by_pair', (range) => range.eq('asker', asker).eq('asked', asked))
    .take(BETWEEN);
}

async function askWith(ctx: MutationCtx, id: string): Promise<AskRow | null> {
  const known = ctx.db.normalizeId('relationAsks', id);
  return known && findAsk(ctx, known);
}
