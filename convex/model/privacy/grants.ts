/**
 * Grants: those whom owners have named for what is restricted. A reader is looked for by their own id and the owner's
 * handle, so that what is read tells nothing of a profile. See docs/adr/0027.
 */
import { type Grant, type Granted, MAX_GRANTS, type SettingKey, type ShownAs, type ViewerFacts } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { type Principal, isMember } from '../contract/principal.js';
import { linksOf } from '../operations/links.js';
import { relationsTo } from './relations.js';

type Row = Doc<'privacyGrants'>;
export type Grantee = Row['to'];

/** The owner of grants: the profile that they open. */
export interface GrantOwner {
  profileId: Id<'profiles'>;
  accountId: Id<'accounts'>;
  handle: string;
}

/**
 * The grants of the profile under `handle` that name the caller: the one place where it is decided whether somebody reads
 * what is restricted. A partner's page shows a person named in its session nothing of it, since others may read there too.
 */
export async function grantsNaming(
  ctx: QueryCtx | MutationCtx,
  principal: Principal,
  handle: string,
): Promise<readonly Granted[]> {
  const found: Row[] = [];
  for (const { kind, id } of await namesOf(ctx, principal, handle)) {
    const rows = await ctx.db
      .query('privacyGrants')
      .withIndex('by_grantee', (range) => range.eq('to.kind', kind).eq('to.id', id).eq('handle', handle))
      .take(MAX_GRANTS);
    for (const row of rows) if (await isInForce(ctx, row)) found.push(row);
  }
  return found.map(granted);
}

/** The grant as the policy knows it. */
function granted({ to, keys }: Row): Granted {
  return { keys, ...(to.kind === 'relation' && { relation: to.id }) };
}

/** The names under which grants of the owner of `handle` may name a caller. */
async function namesOf(
  ctx: QueryCtx | MutationCtx,
  principal: Principal,
  handle: string,
): Promise<{ kind: Grantee['kind']; id: NonNullable<Grantee['id']> }[]> {
  if (isMember(principal)) {
    const relations = await relationsTo(ctx, principal.account._id, handle);
    return [
      { kind: 'person', id: principal.account._id },
      { kind: 'role', id: principal.account.role },
      ...relations.map((id) => ({ kind: 'relation', id }) as const),
    ];
  }
  return principal.kind === 'partner' ? [{ kind: 'organisation', id: principal.partnerId }] : [];
}

/** A grant to an organisation holds while its owner is linked to it. */
async function isInForce(ctx: QueryCtx | MutationCtx, { to, accountId }: Row): Promise<boolean> {
  if (to.kind !== 'organisation') return true;
  return (await linksOf(ctx, accountId)).some(({ partnerId }) => partnerId === to.id);
}

/** The facts about a viewer as whom the owner looks at their own profile; null where the grant is not there. */
export async function factsOf(ctx: QueryCtx, profileId: Id<'profiles'>, viewer: ShownAs): Promise<ViewerFacts | null> {
  if (viewer === 'anonymous') return { audience: 'public', grants: [] };
  if (viewer === 'member') return { audience: 'platform', grants: [] };
  const row = await findGrant(ctx, profileId, viewer.grant);
  if (!row) return null;
  return { audience: row.to.kind === 'organisation' ? 'public' : 'platform', grants: [granted(row)] };
}

export async function listGrants(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<Grant[]> {
  return Promise.all((await grantsOf(ctx, profileId)).map((row) => shown(ctx, row)));
}

/** Names somebody. A grantee who is named already gets these settings instead. */
export async function putGrant(
  ctx: MutationCtx,
  owner: GrantOwner,
  to: Grantee,
  keys: SettingKey[] | undefined,
): Promise<{ row: Row; grant: Grant; changed: boolean }> {
  const grants = await grantsOf(ctx, owner.profileId);
  const before = grants.find((row) => isSame(row.to, to));
  if (!before && grants.length >= MAX_GRANTS)
    throw refusal('too_large', `You have named ${MAX_GRANTS} already; end a grant first.`);
  const changed = !before || before.keys?.join() !== keys?.join();
  if (before && changed) await ctx.db.patch('privacyGrants', before._id, { keys });
  const { profileId, accountId, handle } = owner;
  const id =
    before?._id ?? (await ctx.db.insert('privacyGrants', { profileId, accountId, handle, to, ...(keys && { keys }) }));
  const row = (await ctx.db.get('privacyGrants', id))!;
  return { row, grant: await shown(ctx, row), changed };
}

/** Says whose handle a grant names. A grant that is gone by now stays so. */
export async function nameGrantee(ctx: MutationCtx, { _id, to }: Row, accountId: Id<'accounts'>): Promise<void> {
  if (to.kind === 'person') await ctx.db.patch('privacyGrants', _id, { to: { ...to, id: accountId } });
}

export function findGrantById(ctx: MutationCtx, id: Id<'privacyGrants'>): Promise<Row | null> {
  return ctx.db.get('privacyGrants', id);
}

export async function removeGrant(ctx: MutationCtx, profileId: Id<'profiles'>, id: string): Promise<void> {
  const row = await findGrant(ctx, profileId, id);
  if (!row) throw refusal('not_found', 'You have no such grant; it may be ended already.');
  await ctx.db.delete('privacyGrants', row._id);
}

/** Lets grants follow their owner to another handle. */
export async function moveGrants(ctx: MutationCtx, profileId: Id<'profiles'>, handle: string): Promise<void> {
  for (const { _id } of await grantsOf(ctx, profileId)) await ctx.db.patch('privacyGrants', _id, { handle });
}

/** Erases at most `count` grants that a person gave or that name them. */
export async function eraseGrants(
  ctx: MutationCtx,
  profileId: Id<'profiles'> | undefined,
  accountId: Id<'accounts'>,
  count: number,
): Promise<number> {
  const naming = await ctx.db
    .query('privacyGrants')
    .withIndex('by_grantee', (range) => range.eq('to.kind', 'person').eq('to.id', accountId))
    .take(count);
  const given = profileId ? await grantsOf(ctx, profileId) : [];
  const rows = new Map([...naming, ...given].map((row) => [row._id, row]));
  const erased = [...rows.keys()].slice(0, count);
  for (const id of erased) await ctx.db.delete('privacyGrants', id);
  return erased.length;
}

function grantsOf(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>): Promise<Row[]> {
  return ctx.db
    .query('privacyGrants')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(MAX_GRANTS);
}

async function findGrant(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>, id: string): Promise<Row | null> {
  const known = ctx.db.normalizeId('privacyGrants', id);
  const row = known && (await ctx.db.get('privacyGrants', known));
  return row?.profileId === profileId ? row : null;
}

/** A person is the same by the handle that the owner wrote: whose it is stays unsaid. */
function isSame(one: Grantee, other: Grantee): boolean {
  const name = (to: Grantee) => (to.kind === 'person' ? to.handle : to.id);
  return one.kind === other.kind && name(one) === name(other);
}

async function shown(ctx: QueryCtx | MutationCtx, { _id, _creationTime, to, keys }: Row): Promise<Grant> {
  return { grant: _id, to: await granteeShown(ctx, to), ...(keys && { keys }), createdAt: _creationTime };
}

async function granteeShown(ctx: QueryCtx | MutationCtx, to: Grantee): Promise<Grant['to']> {
  switch (to.kind) {
    case 'person':
      return { person: to.handle };
    case 'role':
      return { role: to.id };
    case 'relation':
      return { relation: to.id };
    case 'organisation':
      return { organisation: (await ctx.db.get('partners', to.id))!.name };
  }
}
