/** The form of a kind of relation between two people. Each domain declares its kinds in `relations.ts`. */

export interface RelationKind {
  /** English, for messages: one person of the relation, and several. */
  readonly words: { readonly one: string; readonly many: string };
  /**
   * True: each of the two is named by the other's grants to the relation. False: only the one who asked is, by the grants of
   * the one who accepted.
   */
  readonly symmetrical: boolean;
}

/** The two people of a relation: the one who asked for it, and the one who accepted. */
export type RelationSide = 'asker' | 'asked';

/** Whether the grants of the other person to the relation name the person on this side. */
export function isNamedBy({ symmetrical }: Pick<RelationKind, 'symmetrical'>, side: RelationSide): boolean {
  return symmetrical || side === 'asker';
}

/**
 * All kinds of these domains. Throws if two domains declare the same kind: the second would silently replace the first.
 */
export function joinRelations<D extends readonly Readonly<Record<string, RelationKind>>[]>(
  ...domains: D
): Readonly<Record<KeysOf<D[number]>, RelationKind>> {
  const all: Record<string, RelationKind> = {};
  for (const [name, declared] of domains.flatMap((kinds) => Object.entries(kinds))) {
    if (Object.hasOwn(all, name)) throw new Error(`Two domains declare the relation ${name}.`);
    all[name] = declared;
  }
  return all as Readonly<Record<KeysOf<D[number]>, RelationKind>>;
}

type KeysOf<T> = T extends unknown ? Extract<keyof T, string> : never;
