/** A profile as an audience sees it, for the verbs that show and write one. */
import type { Audience } from '@gigsy/schema';
import { type Gigsy, type OwnProfile, type ProfileView, isGigsyError } from '@gigsy/sdk';
import { type Given, textOf } from './command.ts';
import { connect, readHandle } from './connection.ts';
import { CliError } from './failure.ts';
import { requireOwnProfile } from './owner.ts';

/** The audiences that `--as` names, in the contract's words. */
const AUDIENCES = { public: 'public', member: 'platform', owner: 'owner' } as const satisfies Record<string, Audience>;
export type AudienceName = keyof typeof AUDIENCES;

/** The profile of the first positional argument as `--as` sees it, `otherwise` where there is no `--as`. */
export async function seenProfile(
  verb: string,
  given: Given,
  otherwise: AudienceName,
): Promise<{ as: AudienceName; profile: OwnProfile | ProfileView }> {
  const handle = readHandle(given.positionals[0] ?? '');
  const as = textOf(given, 'as') ?? otherwise;
  if (!isAudience(as))
    throw new CliError('usage', `--as must be ${Object.keys(AUDIENCES).join(', ')}; see gigsy ${verb} --help.`);
  const profile = await read(given, handle, AUDIENCES[as]);
  if (!profile) throw new CliError('not_found', `There is no profile ${handle} for this audience.`);
  return { as, profile };
}

function isAudience(given: string): given is AudienceName {
  return Object.hasOwn(AUDIENCES, given);
}

async function read(given: Given, handle: string, audience: Audience): Promise<OwnProfile | ProfileView | null> {
  const connection = connect(given);
  if (audience === 'owner') return requireOwnProfile(connection.asOwner(handle), handle);
  if (audience === 'platform') return readByLease(connection.asMember(handle), handle);
  return connection.asVisitor().profile.get({ handle });
}

/** The members' view, by a lease that the owner finds in their log; the public view where members see no more. */
async function readByLease(gigsy: Gigsy, handle: string): Promise<ProfileView | null> {
  const opened = await gigsy.privacy.access.open({ handle, purpose: 'support' }).catch((error: unknown) => {
    if (isGigsyError(error) && error.code === 'not_found') return null;
    throw error;
  });
  if (!opened) return gigsy.profile.get({ handle });
  const seen = await gigsy.privacy.access.view({ lease: opened.lease });
  await gigsy.privacy.access.close({ lease: opened.lease });
  return seen && seen.profile;
}
