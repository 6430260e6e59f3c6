/**
 * Clerk's backend API, as far as it is used: the list of users, and the deletion of one. The address and the key come from the environment:
 * CLERK_SECRET_KEY, and CLERK_API_URL where the API is not Clerk's own.
 */
import { refusal } from '../contract/errors.js';

/** Users of one page. Clerk gives 500 at most; each is followed in a transaction of its own. */
export const USER_PAGE = 100;
const API_URL = 'https://api.clerk.com';
const TIMEOUT_MS = 30_000;

/** The users at `offset` and after, oldest first, so that users who sign up meanwhile move none to another page. */
export async function usersFrom(offset: number): Promise<unknown[]> {
  const page = new URLSearchParams({ limit: String(USER_PAGE), offset: String(offset), order_by: '+created_at' });
  const response = await ask('GET', `/v1/users?${page.toString()}`);
  if (!response.ok) throw new Error(`Clerk answered ${response.status} to the list of users from ${offset}`);
  const users: unknown = await response.json();
  if (!Array.isArray(users)) throw new Error('Clerk answered something else than a list of users');
  return users;
}

/** Whether the deployment may call Clerk's backend API. */
export function hasClerkKey(): boolean {
  return Boolean(process.env.CLERK_SECRET_KEY);
}

/** Deletes a user at Clerk. One who is gone there already is deleted too. Throws if Clerk refuses or cannot be reached. */
export async function deleteUser(subject: string): Promise<void> {
  const { ok, status } = await ask('DELETE', `/v1/users/${encodeURIComponent(subject)}`);
  if (!ok && status !== 404) throw new Error(`Clerk answered ${status} to the deletion of a user`);
}

function ask(method: 'GET' | 'DELETE', path: string): Promise<Response> {
  const { CLERK_SECRET_KEY, CLERK_API_URL = API_URL } = process.env;
  if (!CLERK_SECRET_KEY)
    throw refusal('not_configured', 'Set CLERK_SECRET_KEY: the users of Clerk are listed and deleted by that key.');
  return fetch(new URL(path, CLERK_API_URL), {
    method,
    headers: { Authorization: `Bearer ${CLERK_SECRET_KEY}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}
