/** The hook for the person's own profile. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Changes } from '@gigsy/schema';
import type { Gigsy } from '../client.ts';
import { MyProfile, type MyProfileState } from '../my-profile.ts';
import { useGigsy } from './client.ts';

const profiles = new WeakMap<Gigsy, MyProfile>();

function myProfileOf(gigsy: Gigsy): MyProfile {
  const known = profiles.get(gigsy) ?? new MyProfile(gigsy);
  profiles.set(gigsy, known);
  return known;
}

export interface MyProfileHook extends MyProfileState {
  /** Shows the changes at once and takes them back if they fail: see `MyProfile.update`. */
  update(changes: Changes): Promise<void>;
}

/** The signed-in person's own profile, live, with optimistic updates. `loading` on a server. */
export function useMyProfile(): MyProfileHook {
  const mine = myProfileOf(useGigsy());
  const subscribe = useCallback((listener: () => void) => mine.subscribe(listener), [mine]);
  const get = () => mine.state;
  const update = useCallback((changes: Changes) => mine.update(changes), [mine]);
  return { ...useSyncExternalStore(subscribe, get, get), update };
}
