/** Handles nobody can have: they would pass for Gigsy itself or clash with addresses of its own. */
const RESERVED = new Set([
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
]);

/** Handles of the sandbox start so; no person can have one, whether or not a deployment answers them. */
export const SANDBOX_PREFIX = 'sandbox-';

export function isReservedHandle(handle: string): boolean {
  return RESERVED.has(handle) || handle.startsWith(SANDBOX_PREFIX);
}
