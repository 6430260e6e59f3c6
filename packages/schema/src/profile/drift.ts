/** Drift: differences between the copies of a profile, as operators read of them. */
import * as z from 'zod';

/**
 * The copies that can differ. `rows`: the system of record differs from its snapshot and hashes. `snapshot`: the snapshot
 * differs from the rows. `hash`: a stored hash does not fit. `view`: a stored view is not the projection of the rows.
 */
export const driftPlaces = ['rows', 'snapshot', 'hash', 'view'] as const;
export type DriftPlace = (typeof driftPlaces)[number];

export const driftPlaceSchema = z.enum(driftPlaces);
