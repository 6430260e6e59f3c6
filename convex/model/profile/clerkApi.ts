/**
 * Clerk's backend API, as far as it is used: the list of users. The address and the key come from the environment:
 * CLERK_SECRET_KEY, and CLERK_API_URL where the API is not Clerk's own.
 */
import { refusal } from '../contract/errors.js';

/** Users of one page. Clerk gives 500 at most; each is followed in a transaction of its own. */
export const USER_PAGE = 100;
const API_URL = 'https://api.clerk.com';
const TIMEOUT_MS = 30_000;

/** The users at `offset` and after, oldest first, so that users who sign up meanwhile move none to another page. */
export async function usersFrom(offset: number): Promise<unknown[]> {
  const { CLERK_SECRET_KEY, CLERK_API_URL = API_URL } = process.env;
  if (!CLERK_SECRET_KEY)
    throw refusal('not_configured', 'Set CLERK_SECRET_KEY: the users of Clerk are listed by that key.');
  const address = new URL('/v1/users', CLERK_API_URL);
  address.search = new URLSearchParams({
    limit: String(USER_PAGE),
    offset: String(offset),
    order_by: '+created_at',
  }).toString();
  const response = await fetch(address, {
    headers: { Authorization: `Bearer ${CLERK_SECRET_KEY}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`Clerk answered ${response.status} to the list of users from ${offset}`);
  const users: unknown = await response.json();
  if (!Array.isArray(users)) throw new Error('Clerk answered something else than a list of users');
  return users;
}
