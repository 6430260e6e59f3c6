/** Uploads of files for portfolios: what their owners do, and the rows for the routes that take the bytes. */
import { FILE_UPLOAD_MS, PART_BYTES, contract, countParts } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { isMember, memberAccount } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { fileAddress } from '../model/portfolio/files/addresses.js';
import {
  type UploadState,
  beginUpload,
  expireUploads as expireUnused,
  findOwnUpload,
  findUpload,
  keepPart,
  removeUpload,
  settleUpload,
  shownUpload,
  stateOf,
} from '../model/portfolio/uploads.js';
import { purgeOn, purging } from '../model/privacy/purges.js';
import { fileFacts, fileFault, partFields, uploadState } from '../tables/portfolio/files.js';

const { uploads } = contract.portfolio;

export const begin = implementMutation(uploads.begin, async (ctx, { principal, args: { size } }) => {
  const account = memberAccount(principal);
  if (account.handle === undefined) throw refusal('not_found', 'You have no profile yet; create one first.');
  const { upload, token, _creationTime } = await beginUpload(ctx, account._id, size);
  const expiresAt = _creationTime + FILE_UPLOAD_MS;
  return {
    answer: { upload, address: fileAddress(token), partBytes: PART_BYTES, parts: countParts(size), expiresAt },
    audit: { subject: account._id, changed: ['upload'] },
  };
});

export const state = implementQuery(uploads.state, async (ctx, { principal, args: { upload } }) => {
  const row = isMember(principal) ? await findOwnUpload(ctx, principal.account._id, upload) : null;
  return row && shownUpload(ctx, row);
});

export const cancel = implementMutation(uploads.cancel, async (ctx, { principal, args: { upload } }) => {
  const { _id: subject } = memberAccount(principal);
  const row = await findOwnUpload(ctx, subject, upload);
  if (!row) throw refusal('not_found', 'You have no such upload: it is over, or its file is in use.');
  await removeUpload(ctx, row);
  return { answer: { upload }, audit: { subject, changed: ['upload'] } };
});

/** The upload at the address with this token. Null if nobody waits there. */
export const waiting = internalQuery({
  args: { token: v.string() },
  returns: v.union(v.null(), uploadState),
  handler: async (ctx, { token }): Promise<UploadState | null> => {
    const row = await findUpload(ctx, token);
    return row && stateOf(ctx, row);
  },
});

/** Keeps a part that has come. False if nobody waits for it, or another one has its number. */
export const part = internalMutation({
  args: { token: v.string(), part: v.object(partFields) },
  returns: v.boolean(),
  handler: (ctx, { token, part: given }) => keepPart(ctx, token, given),
});

/** Ends the wait for parts. Null if the upload is gone. */
export const settle = internalMutation({
  args: { token: v.string(), outcome: v.union(v.object({ file: fileFacts }), v.object({ fault: fileFault })) },
  returns: v.union(v.null(), uploadState),
  handler: async (ctx, { token, outcome }): Promise<UploadState | null> => {
    const row = await settleUpload(ctx, token, outcome);
    return row && stateOf(ctx, row);
  },
});

/** Deletes uploads that were not used in time. A cron starts it. */
export const expireUploads = internalMutation({
  ...purging,
  handler: async (ctx, { after = 0 }): Promise<null> =>
    purgeOn(ctx, 'portfolioUploads', await expireUnused(ctx, after), internal.portfolio.uploads.expireUploads),
});
