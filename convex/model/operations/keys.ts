/**
 * Partners' keys: made, found, checked and ended. A publishable key is public and proves only, with the page's origin,
 * which partner a page belongs to. A secret key proves the partner's server. A key works as long as its row exists.
 */
import {
  DEFAULT_PER_MINUTE,
  type KeyKind,
  MAX_KEYS,
  type PartnerKey,
  isPublishableKey,
  secretKeyName,
  randomHex,
} from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { hashOfText, sameHash } from '../contract/hash.js';
import { drawToken } from './rate.js';

/**
 * Calls a minute for each shard of a quota's bucket, up to ten shards: calls with a busy key must not wait for one
 * another.
 */
const CALLS_PER_SHARD = 600;
const MAX_SHARDS = 10;

export interface Issued {
  row: Doc<'partnerKeys'>;
  /** The whole secret key, shown to its owner alone. Null for a publishable key. */
  secret: string | null;
}

/** Makes a key. Throws if the partner has as many keys as it may have. */
export async function issueKey(
  ctx: MutationCtx,
  partnerId: Id<'partners'>,
  kind: KeyKind,
  perMinute: number = DEFAULT_PER_MINUTE[kind],
): Promise<Issued> {
  if ((await keysOf(ctx, partnerId)).length >= MAX_KEYS) {
    throw refusal(
      'too_large',
      `This partner holds ${MAX_KEYS} keys, replaced ones that still work among them; revoke one first.`,
    );
  }
  const fields = { partnerId, kind, perMinute };
  if (kind === 'publishable')
    return { row: await insert(ctx, { ...fields, name: `pk_${randomHex(16)}` }), secret: null };
  const name = `sk_${randomHex(8)}`;
  const secret = `${name}_${randomHex(32)}`;
  return { row: await insert(ctx, { ...fields, name, hash: await hashOfText(secret) }), secret };
}

/** Lets a replaced key work for some more milliseconds. */
export async function endKeyAfter(ctx: MutationCtx, { _id, name }: Doc<'partnerKeys'>, graceMs: number): Promise<void> {
  await ctx.db.patch('partnerKeys', _id, { endsAt: Date.now() + graceMs });
  await ctx.scheduler.runAfter(graceMs, internal.operations.keys.end, { key: name });
}

export async function deleteKey(ctx: MutationCtx, { _id }: Doc<'partnerKeys'>): Promise<void> {
  await ctx.db.delete('partnerKeys', _id);
}

export function keysOf(ctx: QueryCtx | MutationCtx, partnerId: Id<'partners'>): Promise<Doc<'partnerKeys'>[]> {
  return ctx.db
    .query('partnerKeys')
    .withIndex('by_partner', (range) => range.eq('partnerId', partnerId))
    .take(MAX_KEYS);
}

export function findKey(ctx: QueryCtx | MutationCtx, name: string): Promise<Doc<'partnerKeys'> | null> {
  return ctx.db
    .query('partnerKeys')
    .withIndex('by_name', (range) => range.eq('name', name))
    .unique();
}

/** The key that an administrator names. Throws if there is none. */
export async function namedKey(ctx: QueryCtx | MutationCtx, name: string): Promise<Doc<'partnerKeys'>> {
  const row = await findKey(ctx, name);
  if (row) return row;
  throw refusal('not_found', 'There is no such key; it may be revoked already.');
}

/** A key as its contract shows it. */
export function keyShown(row: Doc<'partnerKeys'>): PartnerKey {
  const { name, kind, perMinute, _creationTime: createdAt, endsAt = null } = row;
  return { key: name, kind, perMinute, createdAt, endsAt };
}

/**
 * The key that admits a page's request; throws without one. It does not know the page's request, so no refusal can
 * reveal anything about a profile. It counts nothing: programs can send any origin, so a quota would let anybody turn
 * the partner's pages off.
 */
export async function admitPage(ctx: QueryCtx, key: string, origin: string | null): Promise<Doc<'partnerKeys'>> {
  const row = isPublishableKey(key) ? await findKey(ctx, key) : null;
  if (!row) throw refusal('invalid_key', unknownPublishable(key));
  const partner = await ctx.db.get('partners', row.partnerId);
  if (origin === null || !partner?.origins.includes(origin)) throw refusal('origin_not_allowed', wrongOrigin(origin));
  return row;
}

/**
 * Throws if the grace of a replaced key is over. The scheduler deletes the key's row and may be late, so callers with a
 * clock check.
 */
export function refuseEnded(key: string, endsAt: number | null): void {
  if (hasEnded(endsAt)) throw refusal('invalid_key', unknownPublishable(key));
}

function hasEnded(endsAt: number | null | undefined): boolean {
  return typeof endsAt === 'number' && endsAt <= Date.now();
}

/**
 * The key that a partner's server proves to hold, by its name and hash. Throws without proof. Draws from the key's
 * quota.
 */
export async function admitServer(ctx: MutationCtx, name: string, hash: string): Promise<Doc<'partnerKeys'>> {
  const row = await findKey(ctx, name);
  if (!row?.hash || !sameHash(row.hash, hash) || hasEnded(row.endsAt)) throw invalidSecret();
  await drawQuota(ctx, row);
  return row;
}

/** The proof that `admitServer` takes. The secret itself goes no further than this. */
export async function proofOf(secret: string): Promise<{ name: string; hash: string }> {
  const name = secretKeyName(secret);
  if (!name) throw invalidSecret();
  return { name, hash: await hashOfText(secret) };
}

function invalidSecret() {
  return refusal(
    'invalid_key',
    'This secret key is malformed, unknown or revoked. Send the key in force as "Authorization: Bearer sk_...".',
  );
}

function unknownPublishable(key: string): string {
  return key.startsWith('sk_')
    ? 'This is a secret key, and every visitor of the page can read it: revoke it, and give the page a publishable key (pk_...).'
    : 'This publishable key is malformed, unknown or revoked. Give the page the key in force (pk_...), or none.';
}

/** The origin comes from the caller and goes back to the caller, so it is cut and made printable. */
function wrongOrigin(origin: string | null): string {
  if (origin === null)
    return 'This request names no origin, so no page of the partner sent it. Servers read without a key.';
  if (origin === 'null')
    return 'This page has no origin of its own: it is a file, or in a sandboxed frame. Serve it from an origin that the key allows.';
  return `This page's origin ${origin.replace(/[^\x21-\x7e]/g, '?').slice(0, 260)} is not one that the key allows. Have it added to the partner's origins, or use the key of this site.`;
}

async function drawQuota(ctx: MutationCtx, { name, perMinute }: Doc<'partnerKeys'>): Promise<void> {
  const shards = Math.min(MAX_SHARDS, Math.ceil(perMinute / CALLS_PER_SHARD));
  await drawToken(ctx, 'operations.keys', name, { rate: perMinute, periodMs: 60_000, capacity: perMinute }, { shards });
}

async function insert(
  ctx: MutationCtx,
  fields: Omit<Doc<'partnerKeys'>, '_id' | '_creationTime'>,
): Promise<Doc<'partnerKeys'>> {
  return (await ctx.db.get('partnerKeys', await ctx.db.insert('partnerKeys', fields)))!;
}
