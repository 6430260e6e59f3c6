/** Credentials are issued: a row with a place in a status list, then a signed document by the action of `trust/node/sign`. */
import {
  type UnsignedCredential,
  credentialStateAfter,
  routes,
  unsignedCredential,
  verificationProviders,
} from '@gigsy/schema';
import { internal } from '../../../_generated/api.js';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';
import { claimSources } from './claims.js';
import { signingKey } from './keys.js';
import { type ClaimName, type CredentialRow, findCredential } from './rows.js';
import { siteOrigin } from './site.js';
import { drawPlace, listAddress } from './statusLists.js';

/** Issues the credential of a claim, or finds the one that there is. One whose action was lost is signed by another. */
export async function issueCredential(
  ctx: MutationCtx,
  claim: ClaimName,
): Promise<{ state: CredentialRow['state']; isNew: boolean }> {
  signingKey();
  const { accountId, kind, item } = claim;
  if (!(await claimSources[kind](ctx, accountId, item)))
    throw refusal('not_found', 'Nothing of yours that counts has this id; it may have ended already.');
  const before = await findCredential(ctx, claim);
  const state = credentialStateAfter(before?.state ?? 'none', 'issue');
  const isNew = before === null;
  if (state !== 'signing') return { state: 'ready', isNew };
  const credential = before?._id ?? (await insertCredential(ctx, claim, state));
  await ctx.scheduler.runAfter(0, internal.trust.node.sign.credential, { credential });
  return { state, isNew };
}

async function insertCredential(
  ctx: MutationCtx,
  claim: ClaimName,
  state: CredentialRow['state'],
): Promise<Id<'trustCredentials'>> {
  return ctx.db.insert('trustCredentials', {
    ...claim,
    state,
    id: `urn:uuid:${crypto.randomUUID()}`,
    ...(await drawPlace(ctx)),
  });
}

/** The document to sign; null where it is signed already, or was revoked meanwhile. */
export async function unsignedOf(ctx: QueryCtx, id: Id<'trustCredentials'>): Promise<UnsignedCredential | null> {
  const row = await ctx.db.get('trustCredentials', id);
  if (!row || credentialStateAfter(row.state, 'sign') === undefined) return null;
  const claim = await claimSources[row.kind](ctx, row.accountId, row.item);
  const [account, list] = [await ctx.db.get('accounts', row.accountId), await ctx.db.get('trustStatusLists', row.list)];
  if (!claim || account?.handle === undefined || !list) return null;
  const { GIGSY_CONTROLLER_NAME: issuer = verificationProviders.gigsy.name } = process.env;
  return unsignedCredential(claim, {
    site: siteOrigin(),
    issuer,
    person: personOf(account.handle),
    id: row.id,
    status: { list: listAddress(list.name), index: row.index },
  });
}

/** Handles are never given to somebody else, so one names its person for good. */
function personOf(handle: Doc<'profiles'>['handle']) {
  return { handle, address: `${siteOrigin()}${routes.profile.read.path}${handle}` };
}

/** Keeps a signed document, unless there is one or the credential was revoked meanwhile. */
export async function keepDocument(ctx: MutationCtx, id: Id<'trustCredentials'>, document: string): Promise<void> {
  const row = await ctx.db.get('trustCredentials', id);
  if (row && credentialStateAfter(row.state, 'sign') === 'ready')
    await ctx.db.patch('trustCredentials', id, { state: 'ready', document });
}
