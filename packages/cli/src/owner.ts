/** The owner's profile by handle, or one clear sentence on why the caller is not its owner. */
import type { Gigsy, OwnProfile } from '@gigsy/sdk';
import { CliError } from './failure.ts';

/** The caller's profile if it has this `handle`; null if the caller has no profile yet. */
export async function ownProfile(gigsy: Gigsy, handle: string): Promise<OwnProfile | null> {
  const mine = await gigsy.profile.mine();
  if (mine && mine.handle !== handle) {
    throw new CliError('forbidden', `You are signed in as ${mine.handle}, who can not change ${handle}.`);
  }
  return mine;
}

export async function requireOwnProfile(gigsy: Gigsy, handle: string): Promise<OwnProfile> {
  const mine = await ownProfile(gigsy, handle);
  if (!mine)
    throw new CliError('not_found', `There is no profile ${handle} that you could change; gigsy import makes one.`);
  return mine;
}
