/** The public reader: resources over plain HTTP, as anonymous visitors of a page see them. */
import type { ProfileView } from '@gigsy/schema';
import { abortable } from './abortable.ts';
import { resourceReader } from './batch-reader.ts';
import { readProfile } from './profile-route.ts';
import type { ResourceSource } from './resource-source.ts';
import type { WatchObserver } from './resources.ts';
import type { ReaderOptions } from './site.ts';

export { type SharedReader, resourceReader } from './batch-reader.ts';
export { GigsyError, isGigsyError } from './errors.ts';
export { HANDLE, type ReaderOptions } from './site.ts';
export type { ReadArgs, ReadName, ReadOptions, ReadResult, ResourceSource } from './resource-source.ts';
export type { WatchObserver } from './resources.ts';
export type { ErrorCode, ProfileView } from '@gigsy/schema';

/** Where profiles come from, and nothing else. Elements take any object of this shape, as they take a `ResourceSource`. */
export interface ProfileSource {
  /** The profile as the viewer may see it; null when there is none for this viewer, hidden or unknown alike. */
  get(handle: string, options?: { signal?: AbortSignal }): Promise<ProfileView | null>;
  /**
   * Calls `next` with the profile now and after each change, until the returned function is called or the signal
   * fires. `offline` passed to `error` is temporary: `next` follows when the connection is back.
   */
  watch?(handle: string, observer: WatchObserver<ProfileView | null>): () => void;
}

/** Reads public profiles, and every other public resource, over HTTP. */
export function publicReader(options: ReaderOptions): ResourceSource & Pick<ProfileSource, 'get'> {
  const { read } = resourceReader(options);
  return {
    read: (name, args, { signal } = {}) => abortable(() => read(name, args), signal),
    get: (handle, { signal } = {}) => readProfile(options, handle, signal),
  };
}
