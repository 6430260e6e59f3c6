import { folded, skeletonOf } from './skeleton.ts';
import { profileRetention } from './retention.ts';

/** Handles nobody can have: they would pass for Gigsy itself or clash with addresses of its own. */
const RESERVED = [
  'about',
  'account',
  'admin',
  'api',
  'app',
  'assets',
  'blog',
  'cdn',
  'convex',
  'dashboard',
  'docs',
  'embed',
  'gigsy',
  'help',
  'home',
  'legal',
  'login',
  'logout',
  'mail',
  'me',
  'moderator',
  'official',
  'privacy',
  'root',
  'security',
  'settings',
  'signin',
  'signup',
  'staff',
  'static',
  'status',
  'support',
  'system',
  'team',
  'terms',
  'v1',
  'verified',
  'www',
];

/** Handles of the sandbox start so; no person can have one, whether or not a deployment answers them. */
export const SANDBOX_PREFIX = 'sandbox-';

/** True for a reserved handle, and for one that a reader may take for such a one. */
export function isReservedHandle(handle: string): boolean {
  const skeleton = skeletonOf(handle);
  return RESERVED.some((name) => skeletonOf(name) === skeleton) || folded(handle).startsWith(folded(SANDBOX_PREFIX));
}

/** Time after a change of handle in which it cannot be changed again, in milliseconds. */
export const HANDLE_COOLDOWN_MS = 30 * 24 * 60 * 60 * 1000;
/** Time for which a former handle leads to the profile, in milliseconds. */
export const HANDLE_LEADS_MS = profileRetention.formerHandles.periodMs;
