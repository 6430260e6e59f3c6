/** One public profile, whole: `GET /v1/profiles/{handle}`, which every deployment has. */
import type { ProfileView } from '@gigsy/schema';
import { badResponse } from './errors.ts';
import { HANDLE, type ReaderOptions, fetchJson, keyIn } from './site.ts';

/** Null where there is none for this viewer. Rejects with a GigsyError. */
export async function readProfile(
  options: ReaderOptions,
  handle: string,
  signal?: AbortSignal,
): Promise<ProfileView | null> {
  if (!HANDLE.test(handle)) return null;
  const path = `/profiles/${handle}${keyIn(options, '?')}`;
  const profile = (await fetchJson(options, path, signal)) as ProfileView | null;
  if (profile && profile.handle !== handle) throw badResponse();
  return profile;
}
