/** The way from a working copy to the draft that is kept of it, and back. */
import { type Draft, type PendingRequest, sentBy } from './drafts.ts';
import type { Values } from './field.ts';
import { ORDER, idsOf, partsOf } from './shape.ts';
import type { Stored } from './store.ts';
import { type WorkingCopy, changedFields, rebased } from './working-copy.ts';

/** The changes of `copy`, if there are any to keep. Secrets are left out; `whole` is false where that loses something. */
export function draftOf(copy: WorkingCopy, pending: PendingRequest | undefined): { draft?: Draft; whole: boolean } {
  const { base, values, version, shape } = copy;
  const secret = (name: string) => shape.fieldOf(name)?.secret;
  const changed = changedFields(copy);
  const kept = changed.filter((name) => !secret(name));
  const whole = kept.length === changed.length;
  if (!kept.length) return { whole };
  const names = shape.list ? wholeItems(copy, kept).filter((name) => !secret(name)) : kept;
  const draft: Draft = { version, base: picked(base, names), values: picked(values, names) };
  return {
    whole,
    draft: pending && !sentBy(pending).flatMap(Object.keys).some(secret) ? { ...draft, pending } : draft,
  };
}

/** Names of all fields of the items that changed or were removed: somebody else may remove or change them meanwhile. */
function wholeItems({ shape, base, values }: WorkingCopy, changed: readonly string[]): string[] {
  const order = idsOf(values);
  const removed = idsOf(base).filter((id) => !order.includes(id));
  const ids = [...new Set(changed.filter((name) => name !== ORDER).map((name) => partsOf(name)[0])), ...removed];
  return shape.namesOf({ [ORDER]: ids });
}

/** `untouched`, a copy of `stored`, with the changes of `draft`; conflicts where somebody was faster. */
export function withDraft(untouched: WorkingCopy, { base, values, pending }: Draft, stored: Stored): WorkingCopy {
  const { shape } = untouched;
  // Storage may hold fields of an older form, and what any script of the page has put there.
  const known = (name: string) => (name === ORDER ? shape.list && isOrder(base, values) : shape.fieldOf(name));
  const names = Object.keys(base).filter((name) => known(name) && name in values);
  const copy = {
    ...untouched,
    base: { ...untouched.base, ...picked(base, names) },
    values: { ...untouched.values, ...picked(values, names) },
  };
  return rebased(copy, stored, sentBy(pending));
}

function isOrder(...versions: readonly Values[]): boolean {
  return versions.every(
    ({ [ORDER]: ids }) =>
      Array.isArray(ids) && new Set(ids).size === ids.length && ids.every((id) => typeof id === 'string'),
  );
}

function picked(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
