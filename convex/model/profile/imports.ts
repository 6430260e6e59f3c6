/** Imports: the plan of one, and its way into the profile. */
import {
  type Changes,
  type FieldError,
  type ImportPlan,
  type LinkedInFiles,
  type Operation,
  type Provenance,
  type SectionName,
  type Sections,
  type Versions,
  changesFromJsonResume,
  faultsOfImport,
  partsOf,
  planImport,
  refusedFields,
  resumeOfGitHub,
  resumeOfLinkedIn,
  valueAt,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import type { Principal } from '../contract/principal.js';
import type { ConsentRow } from '../privacy/consents.js';
import { findFetch } from '../privacy/fetches.js';
import { type PartRow, forgetParts, partsOfProfile, rememberParts, untouchedBy } from '../privacy/provenance.js';
import { editProfile, ownProfile } from './edit.js';
import { findRemoved } from './rowsRemoved.js';
import { profileSource } from './source.js';
import type { Replaced } from './write.js';

export interface ImportPlanned extends ImportPlan {
  notes: FieldError[];
  versions: Versions;
}

/** The changes that a profile would get from GitHub's kept answer, or from the files of an archive. Null where there is nothing to read. */
export async function planOf(
  ctx: QueryCtx,
  consent: ConsentRow,
  files: LinkedInFiles | undefined,
): Promise<ImportPlanned | null> {
  const account = await ctx.db.get('accounts', consent.accountId);
  const stored = account?.handle === undefined ? null : await profileSource(ctx, account.handle);
  const resume = await resumeFor(ctx, consent, files);
  if (!stored || !resume) return null;
  const { profile, profileId } = stored;
  const found = changesFromJsonResume(resume);
  const changes: Changes = found.ok ? found.sections : {};
  const rules = await rulesOf(await partsOfProfile(ctx, profileId), consent, profile.sections);
  return {
    ...planImport(profile.sections, changes, rules),
    notes: found.ok ? found.notes : found.problems,
    versions: profile.versions,
  };
}

async function resumeFor(
  ctx: QueryCtx,
  { _id, accountId, source }: ConsentRow,
  files: LinkedInFiles | undefined,
): Promise<object | null> {
  if (source === 'linkedin') return files ? resumeOfLinkedIn(files) : null;
  const fetched = await findFetch(ctx, accountId);
  return fetched?.consent === _id && fetched.found ? resumeOfGitHub(fetched.found) : null;
}

async function rulesOf(rows: readonly PartRow[], { categories }: ConsentRow, sections: Sections) {
  return { allowed: categories, isImported: await untouchedBy(rows, (...place) => valueAt(sections, ...place)) };
}

type Given = { operations: Operation[]; expected: Partial<Record<SectionName, number | undefined>> };

/** Applies what its owner has picked, and remembers where it came from. */
export async function applyImport(
  ctx: MutationCtx,
  principal: Principal,
  consent: ConsentRow,
  given: Given,
): Promise<Replaced & { profileId: Id<'profiles'>; ids: (string | null)[] }> {
  const before = await ownProfile(ctx, principal);
  const rows = await withoutGone(ctx, before.profile.sections, await partsOfProfile(ctx, before.profileId));
  const faults = faultsOfImport(
    before.profile.sections,
    given.operations,
    await rulesOf(rows, consent, before.profile.sections),
  );
  if (faults.length > 0) throw new ConvexError(refusedFields(faults));
  const edited = await editProfile(ctx, principal, given);
  const after = edited.profile.sections;
  await rememberParts(ctx, consent, {
    rows,
    parts: partsOf(given.operations, edited.ids),
    valueAt: (...place) => valueAt({ ...before.profile.sections, ...after } as Sections, ...place),
  });
  return edited;
}

/** Forgets parts whose item is gone for good, so that imports over and over do not fill the table. */
async function withoutGone(ctx: MutationCtx, sections: Sections, rows: PartRow[]): Promise<PartRow[]> {
  const gone: PartRow[] = [];
  for (const row of rows) if (await isGone(ctx, sections, row)) gone.push(row);
  await forgetParts(ctx, gone);
  return rows.filter((row) => !gone.includes(row));
}

async function isGone(ctx: MutationCtx, sections: Sections, { profileId, section, item }: PartRow): Promise<boolean> {
  if (item === null) return false;
  const list = sections[section as 'skills'];
  if (list.some(({ id }) => id === item)) return false;
  return (await findRemoved(ctx, profileId, section as 'skills', item)) === null;
}

/** Where parts of the profile came from, oldest first. Parts that are not in the profile any more are left out. */
export async function provenanceOf(ctx: QueryCtx, { _id, handle }: Doc<'profiles'>): Promise<Provenance[]> {
  const stored = await profileSource(ctx, handle);
  if (!stored) return [];
  const { sections } = stored.profile;
  const rows = await partsOfProfile(ctx, _id);
  const isUntouched = await untouchedBy(rows, (...place) => valueAt(sections, ...place));
  return rows.flatMap(({ section, item, source, consent, importedAt, added, fields }): Provenance[] => {
    const present = Object.keys(fields).filter(
      (field) => valueAt(sections, section as SectionName, item, field) !== undefined,
    );
    if (present.length === 0) return [];
    const shown = present.map((field) => ({ field, edited: !isUntouched(section, item, field) }));
    return [{ section: section as SectionName, item, source, consent, importedAt, added, fields: shown }];
  });
}
