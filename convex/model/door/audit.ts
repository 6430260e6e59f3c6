/**
 * The audit rows of mutations. A handler says what it changed, and the door writes the row: exactly one for each call that
 * changed something, and one for each that was denied access.
 */
import type { SubjectKind, SubjectTable } from '@gigsy/schema';
import type { RegisteredMutation } from 'convex/server';
import type { Infer, ObjectType, PropertyValidators, Validator } from 'convex/values';
import type { Id } from '../../_generated/dataModel.js';
import { type MutationCtx, internalMutation } from '../../_generated/server.js';
import type { Subject } from '../../tables/events.js';
import { isRefused } from '../contract/errors.js';
import { type AuditEntry, appendAudit, appendRefusal } from '../privacy/audit.js';

/** The content of a call's audit row, beside caller and function. */
export interface Changed<S extends SubjectKind = SubjectKind> {
  subject: Id<SubjectTable<S>>;
  /** Names of what changed, or of what an access shows; never content. */
  changed: readonly string[];
  /** Of an access to a person's data that are not public. */
  reason?: AuditEntry['reason'];
  /** The person whom the matter of another subject concerns too. */
  person?: Id<'accounts'>;
}

/** A mutation's answer and what it changed; null if there was nothing to change, which leaves no row. */
export interface Outcome<Answer, S extends SubjectKind = SubjectKind> {
  answer: Answer;
  audit: Changed<S> | null;
}

export function entryOf(
  { actor, action, kind }: Pick<AuditEntry, 'actor' | 'action'> & { kind: SubjectKind },
  { subject: id, ...changed }: Changed,
): AuditEntry {
  return { actor, action, subject: { kind, id } as Subject, ...changed };
}

interface AuditedMutation<Args extends PropertyValidators, Returns, S extends SubjectKind> {
  /** The function's own name, such as `profile.accounts.setStatus`. */
  action: string;
  subject: S;
  args: Args;
  returns: Returns;
}

/**
 * An internal mutation that acts for an operator, a partner's server or the clock, and leaves an audit row as a public one
 * does. An answer that is a refusal leaves a row where it is denied access.
 */
export function auditedMutation<
  Args extends PropertyValidators,
  Returns extends Validator<unknown, 'required', string>,
  S extends SubjectKind,
>(
  { action, subject: kind, args, returns }: AuditedMutation<Args, Returns, S>,
  handler: (ctx: MutationCtx, args: ObjectType<Args>) => Promise<Outcome<Infer<Returns>, S>>,
): RegisteredMutation<'internal', ObjectType<Args>, Promise<Infer<Returns>>> {
  return internalMutation({
    args,
    returns,
    handler: async (ctx: MutationCtx, given: ObjectType<Args>): Promise<Infer<Returns>> => {
      const { answer, audit } = await handler(ctx, given);
      if (!audit) return answer;
      const entry = entryOf({ actor: null, action, kind }, audit);
      if (isRefused(answer)) await appendRefusal(ctx, entry, answer.refused.code);
      else await appendAudit(ctx, entry);
      return answer;
    },
  } as never) as never;
}
