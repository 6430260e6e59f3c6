/**
 * Picks the reader that answers for a handle. Functions and routes ask here, so that no other code knows about the
 * sandbox.
 */
import { type ProfileReader, storedProfiles } from './read.js';
import { sandboxReader } from './sandbox.js';

export function readerFor(handle: string): ProfileReader {
  return sandboxReader(handle) ?? storedProfiles;
}
