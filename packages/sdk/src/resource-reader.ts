/**
 * All of the SDK that elements load to show something: reading in batches, errors and the form of handles. Of the public
 * reader it leaves out readings that one caller can end and whole profiles, so that a host's bundle holds neither.
 */
export { type SharedReader, resourceReader } from './batch-reader.ts';
export { GigsyError, isGigsyError } from './errors.ts';
export { HANDLE } from './site.ts';
