/** Legal holds: rows that keep a person's data from purges and erasures while they are active. */
import { HOLDS_PAGE, type Hold, type HoldReason, MAX_HOLDS, type ToldHold, privacyRetention } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

type Row = Doc<'legalHolds'>;

/** Whether a hold on the person is active. */
export async function isHeld(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<boolean> {
  return (await activeOn(ctx, accountId)).length > 0;
}

/** The work of one transaction of a purge. */
export interface Purged {
  count: number;
  /** Creation time of the last row that was looked at; null at the end. */
  reached: number | null;
}

/** The rows of people who are not held. Those of people who are gone are among them. */
export async function withoutHeld<Row>(
  ctx: MutationCtx,
  rows: readonly Row[],
  ownerOf: (row: Row) => Promise<Id<'accounts'> | undefined>,
): Promise<Row[]> {
  const free: Row[] = [];
  for (const row of rows) {
    const owner = await ownerOf(row);
    if (!owner || !(await isHeld(ctx, owner))) free.push(row);
  }
  return free;
}

/** The hold as the person is told of it: with a reason if any hold on them tells one. Null if there is none. */
export async function toldHold(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<ToldHold | null> {
  const active = await activeOn(ctx, accountId);
  if (active.length === 0) return null;
  return { reason: active.find(({ told }) => told)?.reason ?? null };
}

/** The active holds on a person: one for each reason at most. */
function activeOn(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<Row[]> {
  return ctx.db
    .query('legalHolds')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('state', 'active'))
    .take(HOLDS_PAGE);
}

export async function placeHold(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  { reason, told }: { reason: HoldReason; told: boolean },
): Promise<Hold> {
  if ((await activeOn(ctx, accountId)).some((row) => row.reason === reason))
    throw refusal('account_state', 'This person is held for this reason already.');
  const active = await ctx.db
    .query('legalHolds')
    .withIndex('by_state', (range) => range.eq('state', 'active'))
    .take(MAX_HOLDS);
  if (active.length >= MAX_HOLDS) throw refusal('too_large', `${MAX_HOLDS} holds are active already; lift one first.`);
  const id = await ctx.db.insert('legalHolds', { accountId, reason, told, state: 'active' });
  return shown(ctx, (await ctx.db.get('legalHolds', id))!);
}

/** Lifts a hold. Returns it, with its account. */
export async function liftHold(ctx: MutationCtx, id: string): Promise<{ hold: Hold; accountId: Id<'accounts'> }> {
  const known = ctx.db.normalizeId('legalHolds', id);
  const row = known && (await ctx.db.get('legalHolds', known));
  if (row?.state !== 'active') throw refusal('not_found', 'There is no such hold; it may be lifted already.');
  const lifted = { state: 'lifted', liftedAt: Date.now() } as const;
  await ctx.db.patch('legalHolds', row._id, lifted);
  return { hold: await shown(ctx, { ...row, ...lifted }), accountId: row.accountId };
}

export async function listHolds(
  ctx: QueryCtx,
  { state, before }: { state: Row['state']; before?: number | undefined },
): Promise<{ holds: Hold[]; next: number | null }> {
  const rows = await ctx.db
    .query('legalHolds')
    .withIndex('by_state', (range) => {
      const inState = range.eq('state', state);
      return before === undefined ? inState : inState.lt('_creationTime', before);
    })
    .order('desc')
    .take(HOLDS_PAGE);
  const holds = await Promise.all(rows.map((row) => shown(ctx, row)));
  return { holds, next: rows.length === HOLDS_PAGE ? rows.at(-1)!._creationTime : null };
}

/** The account of a handle that somebody has now, or with this id. Throws if there is none. */
export async function heldAccount(
  ctx: MutationCtx,
  of: { handle: string } | { account: string },
  accountUnder: (handle: string) => Promise<Id<'accounts'> | null>,
): Promise<Id<'accounts'>> {
  const known = 'handle' in of ? await accountUnder(of.handle) : ctx.db.normalizeId('accounts', of.account);
  const account = known && (await ctx.db.get('accounts', known));
  if (!account) throw refusal('not_found', 'Nobody has this handle or account.');
  return account._id;
}

/** Holds that one transaction deletes. */
const BATCH = 100;

/** Deletes a batch of the holds whose time is over. Returns their number: less than `BATCH` at the end. */
export async function purgeHolds(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const over = await ctx.db
    .query('legalHolds')
    .withIndex('by_lifting', (range) =>
      range.gt('liftedAt', 0).lte('liftedAt', Date.now() - privacyRetention.holds.periodMs),
    )
    .take(BATCH);
  for (const { _id } of over) await ctx.db.delete('legalHolds', _id);
  return { count: over.length, more: over.length === BATCH };
}

async function shown(ctx: QueryCtx | MutationCtx, row: Row): Promise<Hold> {
  const { _id, _creationTime, accountId, reason, told, liftedAt = null } = row;
  const handle = (await ctx.db.get('accounts', accountId))?.handle ?? null;
  return { hold: _id, account: accountId, handle, reason, told, placedAt: _creationTime, liftedAt };
}
