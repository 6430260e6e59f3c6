/** Uploads of files and the files of portfolios. Written in model/portfolio alone. */
import { type FileFault, type StoredFile, fileFaults, fileTypes, storedFileSchema, uploadStates } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject } from '../contract.js';

/** The facts of a checked file. `hash` is the SHA-256 of its bytes, base64url; width and height are in pixels, of a picture. */
export const fileFacts = v.object({
  id: v.id('_storage'),
  type: v.union(...fileTypes.map((type) => v.literal(type))),
  hash: v.string(),
  size: v.number(),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
});

export const fileFault = v.union(...(Object.keys(fileFaults) as FileFault[]).map((fault) => v.literal(fault)));

/** `number` counts from 0; `digest` is the SHA-256 of the bytes, base64. */
export const partFields = { number: v.number(), digest: v.string(), file: v.id('_storage') };

/** An upload for the routes. The parts are there while it waits for more of them. */
export const uploadState = v.union(
  v.object({ state: v.literal('receiving'), size: v.number(), parts: v.array(v.object(partFields)) }),
  v.object({ state: v.literal('stored'), stored: convexObject<StoredFile>(storedFileSchema) }),
  v.object({ state: v.literal('refused'), fault: fileFault }),
);

export const portfolioFileTables = {
  /** Uploads whose file is in no contribution yet. A cron deletes them after a day, with all that they brought. */
  portfolioUploads: defineTable({
    accountId: v.id('accounts'),
    /** Names the upload and its file to its owner. */
    upload: v.string(),
    /** The unguessable end of the address that takes the parts. */
    token: v.string(),
    /** Of the whole file in bytes, as it was announced. */
    size: v.number(),
    state: v.union(...uploadStates.map((state) => v.literal(state))),
    fault: v.optional(fileFault),
    /** Once it is stored. */
    file: v.optional(fileFacts),
  })
    .index('by_token', ['token'])
    .index('by_account', ['accountId', 'upload'])
    .index('by_file', ['file.id']),

  /** Parts of files that are not whole yet. They go once the file is stored or refused. */
  portfolioUploadParts: defineTable({
    uploadId: v.id('portfolioUploads'),
    accountId: v.id('accounts'),
    ...partFields,
  })
    .index('by_upload', ['uploadId', 'number'])
    .index('by_account', ['accountId'])
    .index('by_file', ['file']),

  /** Files of contributions. */
  portfolioFiles: defineTable({
    accountId: v.id('accounts'),
    /** Names the file to its owner, as the upload did that brought it. */
    upload: v.string(),
    file: fileFacts,
    /**
     * The unguessable end of the file's address, a different one for each audience. One that an audience is shown no longer is
     * replaced, so that its address shows nothing ever again.
     */
    tokens: v.object({ public: v.string(), platform: v.string(), owner: v.string() }),
  })
    .index('by_account', ['accountId', 'upload'])
    .index('by_public_token', ['tokens.public'])
    .index('by_platform_token', ['tokens.platform'])
    .index('by_owner_token', ['tokens.owner'])
    .index('by_file', ['file.id']),
};
