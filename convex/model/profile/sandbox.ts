/**
 * The reader of the sandbox, whose handles are answered from the data in the schema package. It reads and writes no row, so
 * no real profile can show through or change. It answers on a deployment with `GIGSY_SANDBOX=on`. Elsewhere its handles
 * are like any other, and nobody can have them.
 */
import { type ProfileView, isSecureUrl } from '@gigsy/schema';
import { type Staged, sandbox } from '@gigsy/schema/sandbox';
import { refusal } from '../contract/errors.js';
import { hashOf } from '../contract/hash.js';
import { problemResponse } from '../contract/problem.js';
import type { ProfileReader } from './read.js';

/** RFC 6761: a name that never resolves. */
const NOWHERE = 'https://offline.invalid/';
const DETAIL = 'The sandbox gives this answer for this handle.';

/** The sandbox's reader if this is one of its handles and the sandbox is on. */
export function sandboxReader(handle: string): ProfileReader | undefined {
  const staged = process.env.GIGSY_SANDBOX === 'on' ? sandbox.get(handle) : undefined;
  return staged && readerOf(staged);
}

function readerOf(staged: Staged): ProfileReader {
  return {
    delayMs: staged.delayMs,
    async viewFor() {
      if (staged.error) throw refusal(staged.error, DETAIL);
      return shownOf(staged);
    },
    // `sandbox-slow` waits here, where an action may wait.
    async publicView() {
      if (staged.delayMs) await new Promise((resolve) => setTimeout(resolve, staged.delayMs));
      if (staged.error) return staged.error === 'offline' ? broken() : problemResponse(staged.error, DETAIL);
      const body = shownOf(staged);
      return body && { body, etag: await hashOf(body) };
    },
  };
}

/**
 * An answer that no client gets: the browser refuses it to a page because the cross-origin header is missing, before the
 * page's own policy is asked about the redirect. A client that follows the redirect finds no host.
 */
function broken(): Response {
  return new Response(null, { status: 302, headers: { Location: NOWHERE, 'Cache-Control': 'no-store' } });
}

/** `GIGSY_SANDBOX_PORTRAIT` is the address of a picture that the deployment's pages may load. */
function shownOf({ profile, portrait }: Staged): ProfileView | null {
  const avatarUrl = process.env.GIGSY_SANDBOX_PORTRAIT;
  if (!profile || !portrait || !avatarUrl || !isSecureUrl(avatarUrl)) return profile;
  return { ...profile, identity: { ...profile.identity, avatarUrl } };
}
