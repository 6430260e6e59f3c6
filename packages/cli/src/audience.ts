/** A profile as an audience sees it, for the verbs that show and write one. */
import type { Audience } from '@gigsy/schema';
import type { OwnProfile, ProfileView } from '@gigsy/sdk';
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
  const gigsy = audience === 'platform' ? connection.asMember(handle) : connection.asVisitor();
  return gigsy.profile.get({ handle });
}
