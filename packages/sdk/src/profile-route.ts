/** One public profile, whole: `GET /v1/profiles/{handle}`, which every deployment has. */
import type { ProfileView } from '@gigsy/schema';
import { badResponse } from './errors.ts';
import { HANDLE, type ReaderOptions, fetchJson, keyIn } from './site.ts';

/**
 * Null where there is none for this viewer. A former handle leads to the profile under its new one. Rejects with a
 * GigsyError.
 */
export async function readProfile(
  options: ReaderOptions,
  handle: string,
  signal?: AbortSignal,
): Promise<ProfileView | null> {
  if (!HANDLE.test(handle)) return null;
  const path = `/profiles/${handle}${keyIn(options, '?')}`;
  let moved = false;
  const fetch: typeof globalThis.fetch = async (...asked) => {
    const response = await (options.fetch ?? globalThis.fetch)(...asked);
    moved = response.redirected;
    return response;
  };
  const profile = (await fetchJson({ ...options, fetch }, path, signal)) as ProfileView | null;
  if (profile && (moved ? !HANDLE.test(profile.handle) : profile.handle !== handle)) throw badResponse();
  return profile;
}
