/** Appends to the audit log: who changed what or was denied it, by surrogates. The door calls this, and disclosures. */
import type { AccessPurpose, Destination, ErrorCode } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { Subject } from '../../tables/events.js';

export interface AuditEntry {
  /** The acting account; null for Gigsy's own machinery and for partners' servers. */
  actor: Id<'accounts'> | null;
  /** The function that was called. */
  action: string;
  subject: Subject;
  /** The person whom the matter of another subject concerns too. */
  person?: Id<'accounts'>;
  /** Names of what changed, or of what an access shows; never content. */
  changed: readonly string[];
  /** Of an access to a person's data that are not public. */
  reason?: Reason;
  /** Of a disclosure: the party to which data of the person was sent. */
  disclosedTo?: Destination;
}

/** Why somebody sees a person's data. Their own words are elsewhere: `note` is the commitment. */
export interface Reason {
  purpose: AccessPurpose;
  /** Unix milliseconds. */
  endsAt: number;
  note?: string;
}

/** Refusals that are denied access. The others, such as a version conflict, are everyday. */
const DENIED: readonly ErrorCode[] = ['forbidden', 'not_found'];

export async function appendAudit(
  ctx: MutationCtx,
  { changed, ...entry }: AuditEntry & { refused?: ErrorCode },
): Promise<void> {
  await ctx.db.insert('auditLog', { ...entry, changed: [...changed], commitTs: ctx.db.vars.commitTs });
}

/** Records that access was denied; other refusals leave no row. Callers are rate limited, and so are the rows. */
export async function appendRefusal(ctx: MutationCtx, entry: AuditEntry, refused: ErrorCode): Promise<void> {
  if (DENIED.includes(refused)) await appendAudit(ctx, { ...entry, refused });
}
