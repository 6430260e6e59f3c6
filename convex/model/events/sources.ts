/** Systems that send events: registered, given new secrets, ended. */
import { DEFAULT_EVENTS_PER_MINUTE, MAX_SOURCES, type Registered, isSourceName, randomHex } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { insertMeter, jobOf, meterOf } from './meters.js';

export type Source = Doc<'eventSources'>;

interface Registration {
  label: string;
  address: string;
  partnerId?: Id<'partners'> | undefined;
  perMinute?: number | undefined;
}

/** Throws if there are as many sources as there may be, or one with this address. */
export async function registerSource(
  ctx: MutationCtx,
  { label, address, partnerId, perMinute = DEFAULT_EVENTS_PER_MINUTE }: Registration,
): Promise<{ source: Source; secret: string }> {
  const others = await activeSources(ctx);
  if (others.length >= MAX_SOURCES)
    throw refusal('too_large', `There are ${MAX_SOURCES} sources; remove one that sends nothing any more.`);
  if (others.some((other) => other.address === address))
    throw refusal('invalid_argument', 'Refused: check address.', {
      fields: [{ path: 'address', code: 'not_unique', message: 'is the address of another source' }],
    });
  const secret = newSecret();
  const id = await ctx.db.insert('eventSources', {
    name: `src_${randomHex(8)}`,
    label,
    address,
    ...(partnerId && { partnerId }),
    perMinute,
    active: true,
    secrets: [{ secret }],
  });
  await insertMeter(ctx, id);
  return { source: (await ctx.db.get('eventSources', id))!, secret };
}

/** The secret before works for `graceMs` more. */
export async function rotateSecret(
  ctx: MutationCtx,
  { _id, secrets }: Source,
  graceMs: number,
): Promise<{ source: Source; secret: string }> {
  const secret = newSecret();
  const before = secrets.slice(0, 1).map((one) => ({ ...one, endsAt: Date.now() + graceMs }));
  await ctx.db.patch('eventSources', _id, { secrets: [{ secret }, ...(graceMs > 0 ? before : [])] });
  return { source: (await ctx.db.get('eventSources', _id))!, secret };
}

export async function endSource(ctx: MutationCtx, { _id }: Source): Promise<void> {
  await ctx.db.patch('eventSources', _id, { active: false, secrets: [] });
}

/** By address. */
export function activeSources(ctx: QueryCtx | MutationCtx): Promise<Source[]> {
  return ctx.db
    .query('eventSources')
    .withIndex('by_active', (range) => range.eq('active', true))
    .take(MAX_SOURCES);
}

/** A source that is in force; null for any other text. */
export async function findSource(ctx: QueryCtx | MutationCtx, name: string): Promise<Source | null> {
  if (!isSourceName(name)) return null;
  const source = await ctx.db
    .query('eventSources')
    .withIndex('by_name', (range) => range.eq('name', name))
    .unique();
  return source?.active ? source : null;
}

/** Also one that has ended: its events stay. Throws if there is none. */
export async function sourceById(ctx: QueryCtx | MutationCtx, id: Id<'eventSources'>): Promise<Source> {
  const source = await ctx.db.get('eventSources', id);
  if (!source) throw new Error('An event is of a source that is not there.');
  return source;
}

/** The source that an administrator names. Throws if there is none. */
export async function namedSource(ctx: MutationCtx, name: string): Promise<Source> {
  const source = await findSource(ctx, name);
  if (source) return source;
  throw refusal('not_found', 'There is no such source; it may be removed already.');
}

export function registeredAs({ address, partnerId }: Pick<Source, 'address' | 'partnerId'>): Registered {
  return { address, ofPartner: partnerId !== undefined };
}

/** A source as its contract shows it. */
export async function sourceShown(ctx: QueryCtx | MutationCtx, source: Source) {
  const [{ received, quarantined }, { taken }] = [await meterOf(ctx, source._id), await jobOf(ctx, source._id)];
  return {
    source: source.name,
    label: source.label,
    address: source.address,
    partner: source.partnerId ?? null,
    perMinute: source.perMinute,
    createdAt: source._creationTime,
    graceEndsAt: source.secrets[1]?.endsAt ?? null,
    received,
    waiting: received - taken,
    quarantined,
  };
}

/** 256 random bits in the form of Standard Webhooks. */
function newSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
}
