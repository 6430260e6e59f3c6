/**
 * The source of profiles for every reader and every write: the snapshot or the rows, as the phase of the owner's cohort says
 * (docs/adr/0020). One of them serves a profile whole. A snapshot that is missing or not the last write serves nobody,
 * whatever the phase is, so no phase and no flag can show an old profile.
 */
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { placeOf, servesSnapshot } from './phase.js';
import { type StoredProfile, findProfileRow, lastWriteIn, profileOfRows, snapshotRow, stored } from './rows.js';

/** The profile under `handle`: five documents from the snapshot, at most 544 from the rows. Null if there is none. */
export async function profileSource(ctx: QueryCtx | MutationCtx, handle: string): Promise<StoredProfile | null> {
  const row = await findProfileRow(ctx, handle);
  if (!row) return null;
  const { phase } = await placeOf(ctx, row);
  const snapshot = servesSnapshot(phase) ? await snapshotRow(ctx, row) : null;
  const profile = (snapshot && (await lastWriteIn(snapshot, row))) ?? (await profileOfRows(ctx, row));
  return { ...(await stored(ctx, row, profile)), hashes: snapshot?.hashes };
}
