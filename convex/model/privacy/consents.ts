/** Records of consent to imports, and their history. */
import {
  CONSENT_PAGE,
  CONSENT_PURPOSE,
  type Consent,
  type ConsentSource,
  type ConsentState,
  consentNotices,
  refusedFields,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

export type ConsentRow = Doc<'consents'>;

/** The last ones, newest first. */
export async function listConsents(ctx: QueryCtx, accountId: Id<'accounts'>): Promise<Consent[]> {
  const rows = await ctx.db
    .query('consents')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .order('desc')
    .take(CONSENT_PAGE);
  return Promise.all(rows.map((row) => consentShown(ctx, row)));
}

/** Records a consent. One that is in force already stays as it is. */
export async function giveConsent(
  ctx: MutationCtx,
  { _id: profileId, accountId }: Pick<Doc<'profiles'>, '_id' | 'accountId'>,
  given: { source: ConsentSource; notice: number; language: string },
): Promise<{ row: ConsentRow; isNew: boolean }> {
  const { source, language } = given;
  const { version, categories, collection, validForMs } = consentNotices[source];
  if (given.notice !== version)
    throw new ConvexError(
      refusedFields([{ path: 'notice', code: 'stale', message: `must be ${version}: the notice has changed` }]),
    );
  const before = await ctx.db
    .query('consents')
    .withIndex('by_source', (range) => range.eq('accountId', accountId).eq('source', source).eq('state', 'given'))
    .first();
  if (before && before.expiresAt > Date.now() && before.notice.version === version)
    return { row: before, isNew: false };
  // A consent to an older notice, or one whose time is over and that the cron has not reached yet.
  if (before) await endConsent(ctx, before, 'expired', 'product');
  const id = await ctx.db.insert('consents', {
    accountId,
    profileId,
    source,
    notice: { version, language },
    categories: [...categories],
    collection,
    ...operator(),
    state: 'given',
    expiresAt: Date.now() + validForMs,
  });
  await ctx.db.insert('consentEvents', { accountId, consent: id, state: 'given', by: 'person' });
  return { row: (await ctx.db.get('consents', id))!, isNew: true };
}

/** The one who runs the deployment, as its settings name them. */
function operator(): Pick<ConsentRow, 'controller' | 'jurisdiction'> {
  const { GIGSY_CONTROLLER_NAME, GIGSY_CONTROLLER_CONTACT, GIGSY_JURISDICTION } = process.env;
  return {
    controller: {
      name: setting(GIGSY_CONTROLLER_NAME) ?? 'The operator of this deployment',
      contact: setting(GIGSY_CONTROLLER_CONTACT),
    },
    jurisdiction: setting(GIGSY_JURISDICTION),
  };
}

/** Most characters of a setting that are recorded. */
const MAX_SETTING = 200;

function setting(value: string | undefined): string | null {
  return value ? value.slice(0, MAX_SETTING) : null;
}

/** Ends a consent that is given, or withdraws one that is over. */
export async function endConsent(
  ctx: MutationCtx,
  { _id, accountId }: ConsentRow,
  state: Exclude<ConsentState, 'given'>,
  by: Doc<'consentEvents'>['by'],
): Promise<void> {
  await ctx.db.patch('consents', _id, { state });
  await ctx.db.insert('consentEvents', { accountId, consent: _id, state, by });
}

/** The person's own consent. Null for an id of anything else. */
export async function findConsent(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  id: string,
): Promise<ConsentRow | null> {
  const known = ctx.db.normalizeId('consents', id);
  const row = known && (await ctx.db.get('consents', known));
  return row?.accountId === accountId ? row : null;
}

/** The person's own consent. Throws if there is none under the id. */
export async function ownConsent(ctx: MutationCtx, accountId: Id<'accounts'>, id: string): Promise<ConsentRow> {
  const row = await findConsent(ctx, accountId, id);
  if (row) return row;
  throw refusal('not_found', 'You have given no such consent.');
}

/** The person's own consent, under which something may be imported now. */
export async function consentInForce(ctx: MutationCtx, accountId: Id<'accounts'>, id: string): Promise<ConsentRow> {
  const row = await ownConsent(ctx, accountId, id);
  if (row.state === 'given' && row.expiresAt > Date.now()) return row;
  throw refusal('account_state', 'This consent is withdrawn or over. Give it again first.');
}

export function findConsentById(ctx: MutationCtx, id: Id<'consents'>): Promise<ConsentRow | null> {
  return ctx.db.get('consents', id);
}

/** At most `count` consents that are given and over, oldest first. */
export async function consentsOver(ctx: MutationCtx, count: number): Promise<Id<'consents'>[]> {
  const rows = await ctx.db
    .query('consents')
    .withIndex('by_expiry', (range) => range.eq('state', 'given').lte('expiresAt', Date.now()))
    .take(count);
  return rows.map(({ _id }) => _id);
}

/** Given, expired, withdrawn: three entries at most. */
const MAX_HISTORY = 3;

export async function consentShown(ctx: QueryCtx | MutationCtx, { _id, ...row }: ConsentRow): Promise<Consent> {
  const { source, notice, categories, collection, controller, jurisdiction, state, expiresAt } = row;
  const history = await ctx.db
    .query('consentEvents')
    .withIndex('by_consent', (range) => range.eq('consent', _id))
    .take(MAX_HISTORY);
  return {
    consent: _id,
    source,
    notice,
    purpose: CONSENT_PURPOSE,
    lawfulBasis: 'consent',
    categories,
    collection,
    controller,
    jurisdiction,
    state,
    expiresAt,
    history: history.map((event) => ({ state: event.state, at: Math.floor(event._creationTime), by: event.by })),
  };
}

export async function eraseConsents(ctx: MutationCtx, accountId: Id<'accounts'>, count: number): Promise<number> {
  const rows = await ctx.db
    .query('consents')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
  for (const { _id } of rows) await ctx.db.delete('consents', _id);
  return rows.length;
}

export async function eraseConsentEvents(ctx: MutationCtx, accountId: Id<'accounts'>, count: number): Promise<number> {
  const rows = await ctx.db
    .query('consentEvents')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(count);
  for (const { _id } of rows) await ctx.db.delete('consentEvents', _id);
  return rows.length;
}
