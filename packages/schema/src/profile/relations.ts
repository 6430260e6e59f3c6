/** The kinds of relations between people that the profile domain declares. */
import type { RelationKind } from '../contract/relations.ts';

export const profileRelations = {
  contact: { words: { one: 'contact', many: 'contacts' }, symmetrical: true },
} as const satisfies Record<string, RelationKind>;
