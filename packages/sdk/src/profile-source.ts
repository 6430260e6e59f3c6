/**
 * Converts between a source of resources and a source of profiles alone, which hosts made before there was
 * `ResourceSource`.
 */
import type { Gigsy } from './client.ts';
import type { ProfileSource } from './reader.ts';
import { resourceSource } from './client-resources.ts';

/** `provider.source = profileSource(gigsy)`: the profiles that `resourceSource(gigsy)` reads. */
export function profileSource(gigsy: Pick<Gigsy, 'profile'>): Required<ProfileSource> {
  const source = resourceSource(gigsy);
  return {
    get: (handle, options) => source.read('profile.get', { handle }, options),
    watch: (handle, observer) => source.watch('profile.get', { handle }, observer),
  };
}
