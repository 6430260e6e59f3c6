/**
 * The client that a command acts with. Beside a running hub it signs in as the owner of the handle: anybody who can
 * read the hub's data folder may do that. Elsewhere it acts as the person of the token in GIGSY_TOKEN.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { handleSchema, plainMessage } from '@gigsy/schema';
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import { type Given, textOf } from './command.ts';
import { CliError } from './failure.ts';

export interface Connection {
  /** A client that acts as the owner of `handle`. */
  asOwner(handle: string): Gigsy;
  /** A client of a signed-in member who does not own `handle`. */
  asMember(handle: string): Gigsy;
  /** A client of an administrator. */
  asAdministrator(): Gigsy;
  asVisitor(): Gigsy;
}

/** The fields of hub.json that the command uses. */
interface HubFile {
  partner: string;
  convex: string;
  secret: string;
}

/** Demo people without a role that sees more than any member. One of them looks at a profile as a member. */
const MEMBERS = ['grace', 'haruka'] as const;
/** The demo person who administers the hub. */
const ADMINISTRATOR = 'noor';

export function connect(given: Given): Connection {
  const url = textOf(given, 'url');
  if (url !== undefined && textOf(given, 'data') !== undefined) {
    throw new CliError('usage', 'Give --data for a local hub or --url for another deployment, not both.');
  }
  return url === undefined ? toHub(resolve(textOf(given, 'data') ?? '.gigsy')) : toDeployment(url);
}

/** A handle as the caller gave it, with or without its @. */
export function readHandle(given: string): string {
  const handle = given.replace(/^@/, '');
  const parsed = handleSchema.safeParse(handle, { error: plainMessage });
  if (parsed.success) return handle;
  const message = parsed.error.issues[0]?.message ?? 'is not a handle';
  throw new CliError('invalid_argument', `The handle ${message}.`, [{ path: 'handle', message }]);
}

function toDeployment(url: string): Connection {
  const asTokenHolder = (whose: string) => {
    const token = process.env.GIGSY_TOKEN;
    if (!token) throw new CliError('unauthenticated', `With --url, put a sign-in token of ${whose} into GIGSY_TOKEN.`);
    return createGigsy({ url, auth: { getToken: () => Promise.resolve(token) } });
  };
  return {
    asOwner: () => asTokenHolder("the profile's owner"),
    asMember: () => asTokenHolder("the profile's owner"),
    asAdministrator: () => asTokenHolder('an administrator'),
    asVisitor: () => createGigsy({ url }),
  };
}

function toHub(folder: string): Connection {
  const hub = readHubFile(folder);
  const signedIn = (handle: string) =>
    createGigsy({ url: hub.convex, auth: { getToken: () => hubToken(hub, folder, handle) } });
  return {
    asOwner: signedIn,
    asMember: (handle) => signedIn(MEMBERS.find((member) => member !== handle) ?? MEMBERS[0]),
    asAdministrator: () => signedIn(ADMINISTRATOR),
    asVisitor: () => createGigsy({ url: hub.convex }),
  };
}

function readHubFile(folder: string): HubFile {
  const file = join(folder, 'hub.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw notRunning(folder);
  }
  try {
    const { partner, convex, secret } = JSON.parse(text) as Record<string, unknown>;
    if (typeof partner === 'string' && typeof convex === 'string' && typeof secret === 'string')
      return { partner, convex, secret };
  } catch {
    // Reported below, like a file of another shape.
  }
  throw new CliError('hub_unknown', `${file} is damaged; start the hub again.`);
}

/** A token for the person with this handle, whether made-up or about to be imported. */
async function hubToken(hub: HubFile, folder: string, handle: string): Promise<string> {
  const answer = await fetch(`${hub.partner}/.hub/token`, {
    method: 'POST',
    body: `demo_${handle}`,
    headers: { 'x-hub-secret': hub.secret },
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  if (!answer?.ok) throw notRunning(folder);
  const { token } = (await answer.json()) as { token: string };
  return token;
}

function notRunning(folder: string): CliError {
  return new CliError(
    'hub_not_running',
    `No hub is running on ${folder}; start one with npm start, or name its folder with --data.`,
  );
}
