/** The privacy domain's tables. */
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { subject } from './events.js';

const who = {
  /** The acting account; null for Gigsy's own machinery and for partners' servers. */
  actor: v.union(v.id('accounts'), v.null()),
  /** The function that was called. */
  action: v.string(),
  /** Names of the sections, settings, fields or keys that changed. */
  changed: v.array(v.string()),
  /** The error code, where access was denied. */
  refused: v.optional(v.string()),
  commitTs: v.commitTs(),
};

const auditRow = v.object({
  ...who,
  /** Whose matter it was. */
  subject,
  /** The person whom a partner was allowed, or is no longer allowed, to act for, or did act for. */
  person: v.optional(v.id('accounts')),
});

/** Rows from before the log had subjects of several kinds. */
const olderAuditRow = v.object({
  ...who,
  profileId: v.optional(v.id('profiles')),
  partnerId: v.optional(v.id('partners')),
  accountId: v.optional(v.id('accounts')),
});

export const privacyTables = {
  /**
   * Who did what, or was denied it: a row for each mutation that changed something, by surrogates and names, never
   * content. Written by the door (convex/model/door) alone; read by nobody.
   */
  auditLog: defineTable(v.union(auditRow, olderAuditRow)).index('by_subject', ['subject.id', 'commitTs']),
};
