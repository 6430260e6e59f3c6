/** The way from a working copy to the draft that is kept of it, and back. */
import { type Draft, type PendingRequest, sentBy } from './drafts.ts';
import type { Field, Values } from './field.ts';
import type { Stored } from './store.ts';
import { type WorkingCopy, changedFields, rebased } from './working-copy.ts';

/** The changes of `copy`, if there are any to keep. Secrets are left out; `whole` is false where that loses something. */
export function draftOf(
  copy: WorkingCopy,
  pending: PendingRequest | undefined,
  fields: readonly Field[],
): { draft?: Draft; whole: boolean } {
  const secret = (name: string) => fields.some((field) => field.name === name && field.secret);
  const changed = changedFields(copy);
  const names = changed.filter((name) => !secret(name));
  const whole = names.length === changed.length;
  if (!names.length) return { whole };
  const { base, values, version } = copy;
  const draft: Draft = { version, base: picked(base, names), values: picked(values, names) };
  return {
    whole,
    draft: pending && !sentBy(pending).flatMap(Object.keys).some(secret) ? { ...draft, pending } : draft,
  };
}

/** `untouched`, a copy of `stored`, with the changes of `draft`; conflicts where somebody was faster. */
export function withDraft(untouched: WorkingCopy, { base, values, pending }: Draft, stored: Stored): WorkingCopy {
  // Storage may hold fields of an older form.
  const names = Object.keys(untouched.base).filter((name) => name in base && name in values);
  const copy = {
    ...untouched,
    base: { ...untouched.base, ...picked(base, names) },
    values: { ...untouched.values, ...picked(values, names) },
  };
  return rebased(copy, stored, sentBy(pending));
}

function picked(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name]!]));
}
