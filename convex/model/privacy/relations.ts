/**
 * Accepted relations. A relation is two rows, one a person, so that a reader is looked for by their own account and the
 * owner's handle, as grants are. See docs/adr/0033.
 */
import {
  MAX_RELATIONS,
  RELATION_PAGE,
  type RelationName,
  type RelationSide,
  isNamedBy,
  relationNames,
  relations,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

type Ctx = QueryCtx | MutationCtx;
export type RelationRow = Doc<'relations'>;
type Account = Pick<Doc<'accounts'>, '_id' | 'handle'>;

/** The relations by which grants of the owner of `handle` name a person. One range, by the person and the handle alone. */
export async function relationsTo(ctx: Ctx, person: Id<'accounts'>, handle: string): Promise<RelationName[]> {
  const rows = await ctx.db
    .query('relations')
    .withIndex('by_handle', (range) => range.eq('person', person).eq('handle', handle))
    .take(relationNames.length);
  return rows.filter(({ named }) => named).map(({ kind }) => kind);
}

/** A page of a person's relations, newest first. `after` is the `next` of an earlier page. */
export async function relationsOf(
  ctx: QueryCtx,
  person: Id<'accounts'>,
  after: string | undefined,
): Promise<{ rows: RelationRow[]; next: string | null }> {
  const rows = await ctx.db
    .query('relations')
    .withIndex('by_person', (range) => {
      const own = range.eq('person', person);
      return after === undefined ? own : own.lt('_creationTime', Number(after));
    })
    .order('desc')
    .take(RELATION_PAGE);
  return { rows, next: rows.length === RELATION_PAGE ? String(rows.at(-1)!._creationTime) : null };
}

/** Whether two people have a relation of this kind. */
export async function areRelated(
  ctx: MutationCtx,
  kind: RelationName,
  person: Id<'accounts'>,
  other: Id<'accounts'>,
): Promise<boolean> {
  return (await between(ctx, person, other)).some((row) => row.kind === kind);
}

/** Relates two people; gives the row of the one who was asked. Throws if one of them has as many relations as there may be. */
export async function relate(
  ctx: MutationCtx,
  kind: RelationName,
  { asker, asked }: Readonly<Record<RelationSide, Account>>,
): Promise<RelationRow> {
  await checkRoom(ctx, asker._id);
  await checkRoom(ctx, asked._id);
  const row = (side: RelationSide, person: Account, other: Account) => {
    return {
      kind,
      person: person._id,
      other: other._id,
      handle: other.handle!,
      named: isNamedBy(relations[kind], side),
    };
  };
  await ctx.db.insert('relations', row('asker', asker, asked));
  const own = await ctx.db.insert('relations', row('asked', asked, asker));
  return (await ctx.db.get('relations', own))!;
}

async function checkRoom(ctx: MutationCtx, person: Id<'accounts'>): Promise<void> {
  const rows = await allOf(ctx, 'by_person', person);
  if (rows.length >= MAX_RELATIONS)
    throw refusal('too_large', `One of you has ${MAX_RELATIONS} relations already; end one first.`);
}

/** Ends a relation of the person, both rows. Throws if there is none with this id. */
export async function endRelation(ctx: MutationCtx, person: Id<'accounts'>, id: string): Promise<RelationRow> {
  const known = ctx.db.normalizeId('relations', id);
  const row = known && (await ctx.db.get('relations', known));
  if (row?.person !== person) throw refusal('not_found', 'You have no such relation; it may be ended already.');
  const theirs = await between(ctx, row.other, person);
  for (const { _id } of [row, ...theirs.filter(({ kind }) => kind === row.kind)]) await ctx.db.delete('relations', _id);
  return row;
}

/** Lets relations follow a person to another handle. */
export async function moveRelations(ctx: MutationCtx, other: Id<'accounts'>, handle: string): Promise<void> {
  for (const { _id } of await allOf(ctx, 'by_other', other)) await ctx.db.patch('relations', _id, { handle });
}

/** Erases at most `count` rows of relations of a person, theirs and those about them. */
export async function eraseRelations(ctx: MutationCtx, person: Id<'accounts'>, count: number): Promise<number> {
  const rows = [...(await allOf(ctx, 'by_person', person)), ...(await allOf(ctx, 'by_other', person))].slice(0, count);
  for (const { _id } of rows) await ctx.db.delete('relations', _id);
  return rows.length;
}

function between(ctx: MutationCtx, person: Id<'accounts'>, other: Id<'accounts'>): Promise<RelationRow[]> {
  return ctx.db
    .query('relations')
    .withIndex('by_pair', (range) => range.eq('person', person).eq('other', other))
    .take(relationNames.length);
}

function allOf(ctx: MutationCtx, index: 'by_person' | 'by_other', account: Id<'accounts'>): Promise<RelationRow[]> {
  return ctx.db
    .query('relations')
    .withIndex(index, (range) => range.eq(index === 'by_person' ? 'person' : ('other' as 'person'), account))
    .take(MAX_RELATIONS);
}
