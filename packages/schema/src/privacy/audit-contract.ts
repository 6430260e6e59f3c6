/** The audit log as administrators read it: page by page, with the seals, and without any words that people wrote. */
import * as z from 'zod';
import { query } from '../contract/define.ts';

/** Most rows of a block, apart from further rows of the transaction that its last row is of. */
export const BLOCK_ROWS = 200;
/** Up to this many rows that are not sealed yet are counted. */
export const MAX_UNSEALED = 1_000;

const hash = z.string();
const count = z.number();
/** Unix milliseconds. */
const time = z.number();

export const auditBlockSchema = z.strictObject({
  /** Counts from 1. */
  number: count,
  /** The head of the block before; empty for the first. */
  previous: hash,
  /** SHA-256, base64url. */
  head: hash,
  /** Rows in this block and all before. */
  size: count,
  /** Commit timestamp of its last row, in decimal digits. */
  through: z.string(),
  sealedAt: time,
  /** One for each row, in the order of commits. */
  entries: z.array(z.strictObject({ row: z.string(), salt: z.string(), commitment: hash })),
});
export type AuditBlock = z.infer<typeof auditBlockSchema>;

export const auditedRowSchema = z.strictObject({
  row: z.string(),
  /** The row in canonical JSON (RFC 8785), as it is committed to. */
  text: z.string(),
  /**
   * The words of the row's reason. `none`: it has none. `kept`: they are as they were. `erased`: they went with a person.
   * `changed`, `missing`: somebody wrote around the log.
   */
  note: z.enum(['none', 'kept', 'erased', 'changed', 'missing']),
});
export type AuditedRow = z.infer<typeof auditedRowSchema>;

export const auditPageSchema = z.strictObject({
  /** Null if there is no such block. */
  block: auditBlockSchema.nullable(),
  /** Whether a second block has the number: somebody wrote around the sealer. */
  doubled: z.boolean(),
  /** The rows that stand in the block's place, in the order of commits. */
  rows: z.array(auditedRowSchema),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditStatusSchema = z.strictObject({
  /** The last block; null before the first. */
  last: z.strictObject({ number: count, head: hash, size: count, sealedAt: time }).nullable(),
  /** Rows that are not sealed yet, counted up to 1,000, and the time of the oldest. */
  unsealed: z.strictObject({ count, more: z.boolean(), oldestAt: time.nullable() }),
  /** Number of the last block whose head a receiver has taken; null before the first. */
  anchored: count.nullable(),
});
export type AuditStatus = z.infer<typeof auditStatusSchema>;

export const auditContract = {
  status: query({
    summary: 'How far the audit log is sealed and anchored.',
    args: z.strictObject({}),
    result: auditStatusSchema,
    callers: ['admin'],
    reveals: 'To administrators: that something was logged, and when. No names, no content.',
  }),
  page: query({
    summary: 'One sealed block of the audit log with the rows in its place, for `gigsy audit verify`.',
    args: z.strictObject({ block: z.int('must be a whole number').min(1) }),
    result: auditPageSchema,
    callers: ['admin'],
    reveals: 'To administrators: who did what about whom, by surrogates and names of fields. Never content.',
  }),
};
