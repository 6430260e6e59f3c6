/** Disclosures, as the person whose data was sent reads them. */
import { contract } from '@gigsy/schema';
import { implementQuery } from '../model/door/implement.js';
import { disclosuresOf } from '../model/privacy/disclosures.js';
import { ownRow } from '../model/profile/parts.js';

export const list = implementQuery(contract.privacy.disclosures.list, async (ctx, { principal, args }) => {
  const row = await ownRow(ctx, principal);
  return row ? disclosuresOf(ctx, row._id, args.before) : { disclosures: [], next: null };
});
