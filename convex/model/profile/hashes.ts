/**
 * Hashes of a profile's parts, kept beside its snapshot: one for each section and for all else that the owner reads, and
 * one over them. They tell which copy of a profile has changed when copies differ. The weight of each section stands beside
 * them.
 */
import { type OwnProfile, type Sections, canonicalWriter, sectionNames } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import { hashOf, hashOfText } from '../contract/hash.js';

export type ProfileHashes = NonNullable<Doc<'users'>['hashes']>;

/** A profile, or as much of one as a write has read. */
type Part = Omit<OwnProfile, 'sections'> & { sections: Partial<Sections> };

/** The parts that have a hash each, by name. */
export function partsOf({ sections, handle, role, settings, versions }: Part): Record<string, unknown> {
  return { ...sections, handle, role, settings, versions };
}

/**
 * The hashes of `profile`. After a write, `before` holds the hashes until then: a part that did not change keeps its hash,
 * even a wrong one, so that no write hides drift. Sections that were not read must have theirs in `before`.
 */
export async function hashesOf(
  profile: Part,
  {
    write = canonicalWriter(),
    before,
    changed = [],
  }: { write?: (value: unknown) => string; before?: ProfileHashes | undefined; changed?: readonly string[] } = {},
): Promise<ProfileHashes & Required<Pick<ProfileHashes, 'bytes'>>> {
  const keeps = ([name]: [string, unknown]) => !changed.includes(name);
  const parts = Object.fromEntries(Object.entries(before?.parts ?? {}).filter(keeps));
  const bytes = Object.fromEntries(Object.entries(before?.bytes ?? {}).filter(keeps));
  for (const [name, value] of Object.entries(partsOf(profile))) {
    const isSection = Object.hasOwn(profile.sections, name);
    if (parts[name] !== undefined && (!isSection || bytes[name] !== undefined)) continue;
    const text = write(value);
    parts[name] ??= await hashOfText(text);
    if (isSection) bytes[name] ??= bytesOf(text);
  }
  return { parts, whole: await wholeHash(parts), bytes };
}

/** In UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The bytes of the canonical JSON of all sections, by those of each. */
export function bytesOfSections(bytes: NonNullable<ProfileHashes['bytes']>): number {
  // Braces, and for each section its name in quotes, a colon and a comma but for the last.
  return Object.entries(bytes).reduce((sum, [name, own]) => sum + name.length + own + 4, 1);
}

/** True if there is a hash and a weight for each section, and a hash for all else: then a write needs only the sections that it changes. */
export function areWhole({ parts, bytes = {} }: ProfileHashes): boolean {
  const others = ['handle', 'role', 'settings', 'versions'];
  return (
    sectionNames.every((name) => parts[name] !== undefined && bytes[name] !== undefined) &&
    others.every((name) => parts[name] !== undefined)
  );
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
