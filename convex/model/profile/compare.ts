/**
 * Compares the copies of one profile: rows, snapshot, hashes and the views of every domain. Where two copies differ, the
 * hash of the last write tells which of them has changed since.
 */
import { type DriftPlace, canonicalJson, driftPlaces } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';
import type { ReadModel, ViewSubject } from '../privacy/readModel.js';
import { driftedViews } from '../privacy/views.js';
import { type ProfileHashes, bytesOf, partsOf, wholeHash } from './hashes.js';
import { placeOf } from './phase.js';
import { type Copies, loadCopies, strayItems } from './rowsCopies.js';
import { handleFaults } from './rowsHandles.js';
import { type Viewed, profileViews } from './views.js';

/** One copy of a profile that differs, with the names of the parts that do. */
export interface Difference {
  where: DriftPlace;
  sections: readonly string[];
}

export interface Comparison {
  /** By place: at most one difference each. None if all copies agree. */
  differences: Difference[];
  /** The profile, if an older version wrote its snapshot, without a hash for each part. */
  unhashed: Doc<'profiles'> | null;
}

/** Reads at most 550 documents, the handles and the views. */
export async function compareProfile(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  models: readonly ReadModel[],
): Promise<Comparison> {
  const copies = await loadCopies(ctx, profileId);
  const views = await viewFaults(ctx, profileId, copies, models);
  // An erasure empties the tables in pages, the profile's row last. Until then only views would be wrong.
  if (copies?.account?.status === 'deleted') return { differences: grouped(views), unhashed: null };
  const found = copies
    ? [...rowFaults(copies), ...(await snapshotFaults(ctx, copies)), ...(await partFaults(copies))]
    : (await strayItems(ctx, profileId, 1)).map(({ section }) => ['rows', section] as const);
  const hashed = copies?.snapshot?.hashes?.parts ?? {};
  const isHashed = !copies || Object.keys(partsOf(copies.profile)).every((name) => Object.hasOwn(hashed, name));
  const handles = await recordFaults(ctx, profileId, copies, isHashed);
  return { differences: grouped([...found, ...handles, ...views]), unhashed: isHashed ? null : copies.row };
}

/**
 * Differences between the profile's row and the record of handles. A profile of a version without hashes is older than the
 * record, and comes into it with its hashes.
 */
async function recordFaults(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
  copies: Copies | null,
  isHashed: boolean,
): Promise<Fault[]> {
  const faults = await handleFaults(ctx, profileId, copies?.row ?? null);
  const isFaulty = faults.some(({ rows }) => isHashed || rows.length > 0);
  return isFaulty ? [['rows', 'handles']] : [];
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

/** A snapshot is missing by right once those of the owner's cohort are retired. */
async function snapshotFaults(ctx: MutationCtx, { row, snapshot, copy, doubledSnapshots }: Copies): Promise<Fault[]> {
  const isThere = copy !== null || (snapshot !== null && (await placeOf(ctx, row)).phase === 'retired');
  return isThere && doubledSnapshots.length === 0 ? [] : [['snapshot', 'whole']];
}

/** A part without a hash is one that was written before it had any, since the roll-up tells of hashes that went: then the rows count. */
async function partFaults({ profile, snapshot, copy }: Copies): Promise<Fault[]> {
  if (!snapshot) return [];
  const { hashes } = snapshot;
  const isWhole = hashes === undefined || (await rollsUp(hashes));
  const [rows, stored] = [partsOf(profile), copy && partsOf(copy)];
  const faults: Fault[] = isWhole ? [] : [['hash', 'whole']];
  for (const name of Object.keys(rows)) {
    const text = canonicalJson(rows[name]);
    const hash = hashes?.parts[name];
    const places = stored
      ? await placesOf({ inRows: text, inCopy: canonicalJson(stored[name]) }, hash)
      : hash === undefined || (await hashOfText(text)) === hash
        ? []
        : [isWhole ? ('rows' as const) : ('hash' as const)];
    faults.push(...places.map((where): Fault => [where, name]));
    const bytes = hashes?.bytes?.[name];
    if (places.length === 0 && bytes !== undefined && bytes !== bytesOf(text)) faults.push(['hash', name]);
  }
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
    withheld: account?.withheld ?? [],
    formerHandles: row.formerHandles,
  };
  return viewed;
}
