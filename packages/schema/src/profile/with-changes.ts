/** How changes apply to sections: without zod, so that a page can show them before the deployment has answered. */
import type { Changes } from './changes.ts';
import type { Sections } from './document.ts';
import type { ObjectSection } from './sections.ts';

/**
 * `sections` after `changes`; the same object for a section that does not change. Checks nothing. `newId` names items that
 * come without an id.
 */
export function withChanges(sections: Sections, changes: Changes, newId: () => string): Sections {
  const next: Record<string, unknown> = { ...sections };
  for (const [section, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    next[section] = Array.isArray(change)
      ? change.map((item: { id?: string | undefined }) => ({ ...item, id: item.id ?? newId() }))
      : patched(sections[section as ObjectSection], change);
  }
  return next as Sections;
}

/** `before` with the fields of `patch`; null takes a field away. */
export function patched(before: object, patch: object): object {
  const merged = { ...before, ...patch };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== undefined));
}
