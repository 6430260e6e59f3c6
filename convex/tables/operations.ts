/** The operations domain's tables. */
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

export const operationTables = {
  /** Answers of mutations, so that a repeated request has one effect and the same answer. Expire after a day. */
  idempotencyKeys: defineTable({
    /** Who asked: a principal's key, so that nobody can read another's answers by guessing keys. */
    principal: v.string(),
    function: v.string(),
    key: v.string(),
    /** SHA-256 of the canonical arguments. */
    requestHash: v.string(),
    result: v.any(),
  }).index('by_scope', ['principal', 'function', 'key']),
};
