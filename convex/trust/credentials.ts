/** Credentials: what people ask for, and what the actions that sign them read and keep. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { requiredRow } from '../model/profile/parts.js';
import { issueCredential, keepDocument, unsignedOf } from '../model/trust/credentials/issue.js';
import { ownCredentials } from '../model/trust/credentials/rows.js';
import { keepSigned, servedList } from '../model/trust/credentials/statusLists.js';

const { credentials } = contract.trust;

export const mine = implementQuery(credentials.mine, (ctx, { principal }) =>
  ownCredentials(ctx, memberAccount(principal)._id),
);

export const issue = implementMutation(credentials.issue, async (ctx, { principal, args: { kind, id } }) => {
  const { _id: subject, accountId } = await requiredRow(ctx, principal);
  const { state, isNew } = await issueCredential(ctx, { accountId, kind, item: id });
  return { answer: { kind, id, state }, audit: isNew ? { subject, changed: ['credential', kind, id] } : null };
});

const credential = v.id('trustCredentials');
const list = v.id('trustStatusLists');

/** The document that an action is to sign. */
export const unsigned = internalQuery({
  args: { credential },
  returns: v.any(),
  handler: (ctx, args) => unsignedOf(ctx, args.credential),
});

export const keep = internalMutation({
  args: { credential, document: v.string() },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await keepDocument(ctx, args.credential, args.document);
    return null;
  },
});

/** A list by its name, signed or to be signed. */
export const servedListOf = internalQuery({
  args: { name: v.string() },
  returns: v.union(v.null(), v.object({ document: v.string() }), v.object({ list, bits: v.bytes() })),
  handler: (ctx, { name }) => servedList(ctx, name),
});

export const keepList = internalMutation({
  args: { list, bits: v.bytes(), document: v.string() },
  returns: v.boolean(),
  handler: (ctx, args) => keepSigned(ctx, args),
});
