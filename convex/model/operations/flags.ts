/** Flags: who gets which variant, as administrators or the product's own functions set it. */
import {
  type EvaluatedFlag,
  type FlagContext,
  MAX_FLAGS,
  type StoredFlag,
  canonicalJson,
  evaluateFlag,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';

/** One document, or null. */
export function findFlag(ctx: QueryCtx | MutationCtx, name: string): Promise<Doc<'flags'> | null> {
  return ctx.db
    .query('flags')
    .withIndex('by_name', (range) => range.eq('name', name))
    .unique();
}

/** All flags, by name. */
export function allFlags(ctx: QueryCtx | MutationCtx): Promise<Doc<'flags'>[]> {
  return ctx.db.query('flags').withIndex('by_name').take(MAX_FLAGS);
}

/** The flag without the row's own fields. */
export function flagOf({ _id, _creationTime, version, ...flag }: Doc<'flags'>): StoredFlag {
  return flag;
}

/** The variants of the exposed flags for a caller. */
export async function evaluatedFor(ctx: QueryCtx, context: FlagContext): Promise<EvaluatedFlag[]> {
  const exposed = (await allFlags(ctx)).filter((flag) => flag.exposed);
  return exposed.map((flag) => {
    const { variant, reason } = evaluateFlag(flag, context);
    return { name: flag.name, kind: flag.kind, variant, reason };
  });
}

export interface Put {
  id: Id<'flags'>;
  version: number;
  /** Names of the fields that differ. */
  changed: string[];
}

/** Makes or changes a flag. `before` is the flag as it is stored now. */
export async function putFlag(ctx: MutationCtx, before: Doc<'flags'> | null, flag: StoredFlag): Promise<Put> {
  if (!before) {
    if ((await allFlags(ctx)).length >= MAX_FLAGS)
      throw refusal('too_large', `There are ${MAX_FLAGS} flags already. Remove one that is no longer needed.`);
    const id = await ctx.db.insert('flags', { ...flag, version: 1 });
    return { id, version: 1, changed: Object.keys(flag) };
  }
  const stored = flagOf(before);
  const changed = (Object.keys(flag) as (keyof StoredFlag)[]).filter(
    (field) => canonicalJson(flag[field]) !== canonicalJson(stored[field]),
  );
  const version = before.version + (changed.length > 0 ? 1 : 0);
  if (changed.length > 0) await ctx.db.patch('flags', before._id, { ...flag, version });
  return { id: before._id, version, changed };
}

export async function removeFlag(ctx: MutationCtx, { _id }: Doc<'flags'>): Promise<void> {
  await ctx.db.delete('flags', _id);
}

/** Throws a conflict unless the flag is at the version that the caller read; 0 says that it was not there. */
export function checkFlagVersion(before: Doc<'flags'> | null, expected: number): void {
  const version = before?.version ?? 0;
  if (version === expected) return;
  throw refusal('version_conflict', 'Changed meanwhile: the flag. Read again and retry.', {
    fields: [{ path: 'expected', code: 'stale', message: `is at version ${version}` }],
  });
}
