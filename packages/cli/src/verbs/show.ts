/** `gigsy show`: a profile as one audience sees it. */
import type { Audience } from '@gigsy/schema';
import type { OwnProfile, ProfileView } from '@gigsy/sdk';
import { type Given, type Outcome, type Verb, connectionFlags, textOf } from '../command.ts';
import { connect, readHandle } from '../connection.ts';
import { CliError } from '../failure.ts';
import { requireOwnProfile } from '../owner.ts';

/** The audiences that `--as` names, in the contract's words. */
const AUDIENCES = { public: 'public', member: 'platform', owner: 'owner' } as const satisfies Record<string, Audience>;

export const show: Verb = {
  name: 'show',
  summary: 'Shows a profile as an audience sees it',
  positionals: ['HANDLE'],
  flags: {
    as: {
      value: 'AUDIENCE',
      help: 'public (default): anyone on the web; member: somebody signed in; owner: everything',
    },
    ...connectionFlags,
  },
  async run(given: Given): Promise<Outcome> {
    const handle = readHandle(given.positionals[0] ?? '');
    const as = textOf(given, 'as') ?? 'public';
    if (!Object.hasOwn(AUDIENCES, as))
      throw new CliError('usage', `--as must be ${Object.keys(AUDIENCES).join(', ')}; see gigsy show --help.`);
    const profile = await read(given, handle, AUDIENCES[as as keyof typeof AUDIENCES]);
    if (!profile) throw new CliError('not_found', `There is no profile ${handle} for this audience.`);
    return { text: print(profile), json: { as, profile } };
  },
};

async function read(given: Given, handle: string, audience: Audience): Promise<OwnProfile | ProfileView | null> {
  const connection = connect(given);
  if (audience === 'owner') return requireOwnProfile(connection.asOwner(handle), handle);
  const gigsy = audience === 'platform' ? connection.asMember(handle) : connection.asVisitor();
  return gigsy.profile.get({ handle });
}

/** Nested values as indented lines: readable, and the same fields that --json has. */
function print(profile: object): string {
  return lines(profile, '').join('\n');
}

function lines(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (inner === undefined || key === 'id') return [];
    const label = Array.isArray(value) ? '-' : `${key}:`;
    if (inner === null || typeof inner !== 'object')
      return [`${indent}${label} ${String(inner).replace(/\n/g, `\n${indent}  `)}`];
    if (Object.keys(inner).length === 0) return [];
    if (Array.isArray(inner) && inner.every((item) => typeof item !== 'object'))
      return [`${indent}${label} ${inner.join(', ')}`];
    return [`${indent}${label}`, ...lines(inner, `${indent}  `)];
  });
}
