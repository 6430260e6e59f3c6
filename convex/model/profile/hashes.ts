/**
 * Hashes of a profile's parts, kept beside its snapshot: one for each section and for all else that the owner reads, and
 * one over them. They tell which copy of a profile has changed when copies differ.
 */
import { type OwnProfile, canonicalWriter } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import { hashOf, hashOfText } from '../contract/hash.js';

export type ProfileHashes = NonNullable<Doc<'users'>['hashes']>;

/** The parts that have a hash each, by name. */
export function partsOf({ sections, handle, role, settings, versions }: OwnProfile): Record<string, unknown> {
  return { ...sections, handle, role, settings, versions };
}

/**
 * The hashes of `profile`. After a write, `before` holds the hashes until then: a part that did not change keeps its hash,
 * even a wrong one, so that no write hides drift.
 */
export async function hashesOf(
  profile: OwnProfile,
  {
    write = canonicalWriter(),
    before,
    changed = [],
  }: { write?: (value: unknown) => string; before?: ProfileHashes | undefined; changed?: readonly string[] } = {},
): Promise<ProfileHashes> {
  const kept = new Map(Object.entries(before?.parts ?? {}).filter(([name]) => !changed.includes(name)));
  const entries = Object.entries(partsOf(profile)).map(
    async ([name, value]) => [name, kept.get(name) ?? (await hashOfText(write(value)))] as const,
  );
  const parts = Object.fromEntries(await Promise.all(entries));
  return { parts, whole: await wholeHash(parts) };
}

/** The roll-up: the hash of the parts' hashes. */
export function wholeHash(parts: ProfileHashes['parts']): Promise<string> {
  return hashOf(parts);
}

/** True if each part of `profile` has its hash. */
export async function fit(hashes: ProfileHashes, profile: OwnProfile): Promise<boolean> {
  const { whole } = await hashesOf(profile);
  return whole === hashes.whole && whole === (await wholeHash(hashes.parts));
}
