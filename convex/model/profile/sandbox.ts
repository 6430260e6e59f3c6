/**
 * The sandbox on a deployment: with `GIGSY_SANDBOX=on`, its handles are answered from the data in the schema package.
 * No row is read or written, so no real profile can show through or change; off, they are handles like any other, which
 * nobody can have.
 */
import { type ProfileView, isSecureUrl } from '@gigsy/schema';
import { type Staged, sandbox } from '@gigsy/schema/sandbox';
import { refusal } from '../contract/errors.js';
import { hashOf } from '../contract/hash.js';
import { problemResponse } from '../contract/problem.js';

/** RFC 6761: a name that never resolves. */
const NOWHERE = 'https://offline.invalid/';
const DETAIL = 'The sandbox answers this handle so.';

/** What a query sees under a handle of the sandbox; of every other, what `otherwise` finds. */
export async function stagedView(
  handle: string,
  otherwise: () => Promise<ProfileView | null>,
): Promise<ProfileView | null> {
  const staged = find(handle);
  if (!staged) return otherwise();
  if (staged.error) throw refusal(staged.error, DETAIL);
  return shownOf(staged);
}

/** The same over HTTP, as a stored view, or as a response of its own. `sandbox-slow` waits, which actions may. */
export async function stagedAnswer<View>(
  handle: string,
  otherwise: () => Promise<View | null>,
): Promise<View | { body: ProfileView; etag: string } | Response | null> {
  const staged = find(handle);
  if (!staged) return otherwise();
  if (staged.delayMs) await new Promise((resolve) => setTimeout(resolve, staged.delayMs));
  if (staged.error) return staged.error === 'offline' ? broken() : problemResponse(staged.error, DETAIL);
  const body = shownOf(staged);
  return body && { body, etag: await hashOf(body) };
}

function find(handle: string): Staged | undefined {
  return process.env.GIGSY_SANDBOX === 'on' ? sandbox.get(handle) : undefined;
}

/**
 * An answer that no client gets: a page is refused it for want of the cross-origin header, before its own policy could
 * be asked about the redirect; whoever follows the redirect finds no host.
 */
function broken(): Response {
  return new Response(null, { status: 302, headers: { Location: NOWHERE, 'Cache-Control': 'no-store' } });
}

/** Only the deployment knows an address of a picture that its pages may load: `GIGSY_SANDBOX_PORTRAIT`. */
function shownOf({ profile, portrait }: Staged): ProfileView | null {
  const avatarUrl = process.env.GIGSY_SANDBOX_PORTRAIT;
  if (!profile || !portrait || !avatarUrl || !isSecureUrl(avatarUrl)) return profile;
  return { ...profile, identity: { ...profile.identity, avatarUrl } };
}
