/** The questions to GitHub, and the way of its answers into the database. The way there is the action's. */
import { type FetchFault, type GitHubFound, MAX_REPOSITORIES, readGitHub } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { ActionCtx } from '../../_generated/server.js';

/** The JSON at a path of GitHub's API, or why there is none. Never rejects. */
export type Ask = (path: string) => Promise<{ body: unknown } | FetchFault>;

/** Asks for the account that a request names and for its repositories, and reports. */
export async function takeGitHub(ctx: ActionCtx, args: { fetch: Id<'importFetches'> }, ask: Ask): Promise<void> {
  const login = await ctx.runMutation(internal.profile.importFetch.begin, args);
  if (login === null) return;
  const found = await foundOf(login, ask);
  if (typeof found === 'string') await ctx.runMutation(internal.profile.importFetch.fail, { ...args, fault: found });
  else await ctx.runMutation(internal.profile.importFetch.keep, { ...args, found });
}

async function foundOf(login: string, ask: Ask): Promise<GitHubFound | FetchFault> {
  const path = `/users/${encodeURIComponent(login)}`;
  const user = await ask(path);
  if (typeof user === 'string') return user;
  const repositories = await ask(`${path}/repos?per_page=${MAX_REPOSITORIES}&sort=pushed`);
  if (typeof repositories === 'string') return repositories;
  return readGitHub(user.body, repositories.body) ?? 'unreadable';
}
