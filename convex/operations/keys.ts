/** Partners' keys: public functions for administrators, the check of a page's key, and the end of a replaced key. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalQuery } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import {
  admitPage,
  deleteKey,
  endKeyAfter,
  findKey,
  issueKey,
  keyShown,
  keysOf,
  namedKey,
} from '../model/operations/keys.js';
import { namedPartner } from '../model/operations/partners.js';

export const issue = implementMutation(contract.operations.keys.issue, async (ctx, { args }) => {
  const { _id: partnerId } = await namedPartner(ctx, args.partner);
  const { row, secret } = await issueKey(ctx, partnerId, args.kind, args.perMinute);
  return { answer: { key: keyShown(row), secret }, audit: { subject: partnerId, changed: [row.name] } };
});

export const list = implementQuery(contract.operations.keys.list, async (ctx, { args }) => {
  const { _id: partnerId } = await namedPartner(ctx, args.partner);
  return (await keysOf(ctx, partnerId)).map(keyShown);
});

export const rotate = implementMutation(contract.operations.keys.rotate, async (ctx, { args }) => {
  const before = await namedKey(ctx, args.key);
  if (before.endsAt !== undefined) {
    throw refusal('invalid_argument', 'Refused: this key has been replaced already.', {
      fields: [{ path: 'key', code: 'stale', message: 'has been replaced already' }],
    });
  }
  const { row, secret } = await issueKey(ctx, before.partnerId, before.kind, before.perMinute);
  await endKeyAfter(ctx, before, args.graceMs);
  const audit = { subject: before.partnerId, changed: [before.name, row.name] };
  return { answer: { key: keyShown(row), secret }, audit };
});

export const revoke = implementMutation(contract.operations.keys.revoke, async (ctx, { args }) => {
  const row = await namedKey(ctx, args.key);
  await deleteKey(ctx, row);
  return { answer: { key: row.name }, audit: { subject: row.partnerId, changed: [row.name] } };
});

/** Ends a replaced key when its grace is over. A key that was revoked meanwhile is gone already. */
export const end = auditedMutation(
  { action: 'operations.keys.end', subject: 'partner', args: { key: v.string() }, returns: v.null() },
  async (ctx, { key }) => {
    const row = await findKey(ctx, key);
    if (!row) return { answer: null, audit: null };
    await deleteKey(ctx, row);
    return { answer: null, audit: { subject: row.partnerId, changed: [row.name] } };
  },
);

/**
 * Admits a page's request by its publishable key, or throws the refusal. The caller has a clock and checks when the key
 * ends.
 */
export const admit = internalQuery({
  args: { key: v.string(), origin: v.union(v.string(), v.null()) },
  returns: v.object({ endsAt: v.union(v.number(), v.null()) }),
  handler: async (ctx, { key, origin }) => ({ endsAt: (await admitPage(ctx, key, origin)).endsAt ?? null }),
});
