/**
 * Compares the copies of one profile: rows, snapshot, hashes and the views of every domain. Where two copies differ, the
 * hash of the last write tells which of them has changed since.
 */
import { type DriftPlace, canonicalJson, driftPlaces } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';
import type { ReadModel, ViewSubject } from '../privacy/readModel.js';
import { driftedViews } from '../privacy/views.js';
import { type ProfileHashes, partsOf, wholeHash } from './hashes.js';
import { type Copies, loadCopies, strayItems } from './rowsCopies.js';
import { type Viewed, profileViews } from './views.js';

/** One copy of a profile that differs, with the names of the parts that do. */
export interface Difference {
  where: DriftPlace;
  sections: readonly string[];
}

/** By place: at most one difference each. None if all copies agree. Reads at most 390 documents, and the views. */
export async function differencesOf(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  models: readonly ReadModel[],
): Promise<Difference[]> {
  const copies = await loadCopies(ctx, profileId);
  const found = copies
    ? [...rowFaults(copies), ...snapshotFaults(copies), ...(await partFaults(copies))]
    : (await strayItems(ctx, profileId, 1)).map(({ section }) => ['rows', section] as const);
  const views = await viewFaults(ctx, profileId, copies, models);
  return grouped([...found, ...views]);
}

type Fault = readonly [where: DriftPlace, part: string];

function grouped(faults: readonly Fault[]): Difference[] {
  return driftPlaces
    .map((where) => {
      const parts = faults.filter(([place]) => place === where).map(([, part]) => part);
      return { where, sections: [...new Set(parts)].sort() };
    })
    .filter(({ sections }) => sections.length > 0);
}

/** Faults of the rows among themselves: doubled items, lists over their bound, and an account that says otherwise. */
function rowFaults({ row, account, doubledItems, overlong, doubledRow }: Copies): Fault[] {
  const faults = [...doubledItems.map(({ section }) => section), ...overlong] as string[];
  if (doubledRow || account?.handle !== row.handle) faults.push('handle');
  if (account?.role !== row.role) faults.push('role');
  return faults.map((part) => ['rows', part]);
}

function snapshotFaults({ snapshot, doubledSnapshots }: Copies): Fault[] {
  return snapshot && doubledSnapshots.length === 0 ? [] : [['snapshot', 'whole']];
}

/** A part without a hash is one that was written before it had any, since the roll-up tells of hashes that went: then the rows count. */
async function partFaults({ profile, snapshot, copy: stored }: Copies): Promise<Fault[]> {
  if (!snapshot || !stored) return [];
  const { hashes } = snapshot;
  const [rows, copy] = [partsOf(profile), partsOf(stored)];
  const faults: Fault[] = [];
  for (const name of new Set([...Object.keys(rows), ...Object.keys(copy)])) {
    const texts = { inRows: canonicalJson(rows[name] ?? null), inCopy: canonicalJson(copy[name] ?? null) };
    for (const where of await placesOf(texts, hashes?.parts[name])) faults.push([where, name]);
  }
  if (hashes && !(await rollsUp(hashes))) faults.push(['hash', 'whole']);
  return faults;
}

/** The copies of one part that have changed since the hash was made. `hash` is undefined if none was. */
async function placesOf(
  { inRows, inCopy }: { inRows: string; inCopy: string },
  hash: string | undefined,
): Promise<DriftPlace[]> {
  if (hash === undefined) return inRows === inCopy ? [] : ['snapshot'];
  const rowsFit = (await hashOfText(inRows)) === hash;
  if (inRows === inCopy) return rowsFit ? [] : ['hash'];
  if (rowsFit) return ['snapshot'];
  return (await hashOfText(inCopy)) === hash ? ['rows'] : ['rows', 'snapshot'];
}

async function rollsUp({ parts, whole }: ProfileHashes): Promise<boolean> {
  return (await wholeHash(parts)) === whole;
}

async function viewFaults(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  copies: Copies | null,
  models: readonly ReadModel[],
): Promise<Fault[]> {
  const handle = copies?.row.handle ?? null;
  // Readers find a profile by its handle, and fail where two have it.
  if (copies?.doubledRow) return [];
  const faults: Fault[] = [];
  for (const model of models) {
    const subject = copies && (await subjectOf(ctx, model, profileId, copies));
    const drifted = await driftedViews(ctx, model, { profileId, handle }, subject);
    const prefix = model.table === profileViews.table ? '' : `${model.table}.`;
    faults.push(...drifted.map((audience): Fault => ['view', `${prefix}${audience}`]));
  }
  return faults;
}

/** The profile's own views come from the rows that are read already. */
async function subjectOf(
  ctx: MutationCtx,
  model: ReadModel,
  profileId: Id<'profiles'>,
  { row, profile, photo, account }: Copies,
): Promise<ViewSubject | null> {
  if (model.table !== profileViews.table) return model.load(ctx, row.handle);
  const viewed: Viewed = {
    profileId,
    profile,
    photo,
    status: account?.status ?? 'deactivated',
    formerHandles: row.formerHandles,
  };
  return viewed;
}
