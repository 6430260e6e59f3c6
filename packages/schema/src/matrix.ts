/** The privacy matrix, joined from the rows that each domain declares in its own folder. */
import { joinMatrices } from './privacy/row.ts';
import { profileMatrix } from './profile/matrix.ts';

/**
 * Keys are `profile` (everything about a person), a section, or `section.field`. A field is seen by those who may see the
 * profile, its section's row (if there is one) and its own row (if there is one). At least one of the latter two must exist.
 */
export const privacyMatrix = joinMatrices(profileMatrix);
