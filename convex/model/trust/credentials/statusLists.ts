/** Status lists: places for new credentials, and bits that are set for good. */
import { STATUS_BITS, STATUS_LIST_MS, STATUS_PATH, isSet, randomHex, withSet } from '@gigsy/schema';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { siteOrigin } from './site.js';

type List = Doc<'trustStatusLists'>;
export interface Place {
  list: Id<'trustStatusLists'>;
  index: number;
}

/** Places that are tried in a list: all are taken with a likelihood of 1 in 250 where half of the list is. A new list is begun then. */
const TRIES = 8;
const NAME_BYTES = 16;

/** A place that no credential has or ever had, in the newest list. Each is as likely. */
export async function drawPlace(ctx: MutationCtx): Promise<Place> {
  const newest = await ctx.db.query('trustStatusLists').order('desc').first();
  for (let tries = 0; newest && tries < TRIES; tries += 1) {
    const place = { list: newest._id, index: randomIndex() };
    if (!isSet(new Uint8Array(newest.bits), place.index) && !(await isTaken(ctx, place))) return place;
  }
  const begun = { name: randomHex(NAME_BYTES), bits: new ArrayBuffer(STATUS_BITS / 8) };
  return { list: await ctx.db.insert('trustStatusLists', begun), index: randomIndex() };
}

function randomIndex(): number {
  return Number.parseInt(randomHex(4), 16) % STATUS_BITS;
}

async function isTaken(ctx: MutationCtx, { list, index }: Place): Promise<boolean> {
  const row = await ctx.db
    .query('trustCredentials')
    .withIndex('by_place', (range) => range.eq('list', list).eq('index', index))
    .first();
  return row !== null;
}

/** Sets the bit of a place, and drops the signed list that lacks it. */
export async function revokePlace(ctx: MutationCtx, { list, index }: Place): Promise<void> {
  const { bits } = (await ctx.db.get('trustStatusLists', list))!;
  const changed = withSet(new Uint8Array(bits), index).buffer as ArrayBuffer;
  await ctx.db.patch('trustStatusLists', list, { bits: changed, signed: undefined });
}

function listNamed(ctx: QueryCtx, name: string): Promise<List | null> {
  return ctx.db
    .query('trustStatusLists')
    .withIndex('by_name', (range) => range.eq('name', name))
    .unique();
}

export function listAddress(name: string): string {
  return `${siteOrigin()}${STATUS_PATH}${name}`;
}

/** A list as it is served: its signed document, or the bits to sign where there is none that stands. */
export async function servedList(
  ctx: QueryCtx,
  name: string,
): Promise<{ document: string } | { list: Id<'trustStatusLists'>; bits: ArrayBuffer } | null> {
  const row = await listNamed(ctx, name);
  if (!row) return null;
  const { _id: list, bits, signed } = row;
  return signed && signed.at > Date.now() - STATUS_LIST_MS ? { document: signed.document } : { list, bits };
}

/** Keeps a signed list. False if a bit was set since `bits` were read: then it must not be shown. */
export async function keepSigned(
  ctx: MutationCtx,
  { list, bits, document }: { list: Id<'trustStatusLists'>; bits: ArrayBuffer; document: string },
): Promise<boolean> {
  const row = await ctx.db.get('trustStatusLists', list);
  if (!row || !sameBits(row.bits, bits)) return false;
  await ctx.db.patch('trustStatusLists', list, { signed: { document, at: Date.now() } });
  return true;
}

function sameBits(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const [first, second] = [new Uint8Array(one), new Uint8Array(other)];
  return first.length === second.length && first.every((byte, index) => byte === second[index]);
}
