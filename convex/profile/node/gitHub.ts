'use node';
/** The action that asks GitHub. Node, because it must say which address a connection goes to. */
import type { FetchFault } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalAction } from '../../_generated/server.js';
import { type Ask, takeGitHub } from '../../model/profile/takeGitHub.js';
import { isOnThisMachine, resolveByDns, targetOf } from '../../operations/node/addresses.js';
import { connect, withinTime } from '../../operations/node/connect.js';

const API_URL = 'https://api.github.com';
/** Bound of all requests of one account together: names, connections and bytes. */
const TIMEOUT_MS = 20_000;
/** Largest answer, in bytes. A hundred repositories weigh about 600 kB. */
const MAX_ANSWER = 2 * 1024 * 1024;

export const take = internalAction({
  args: { fetch: v.id('importFetches') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await takeGitHub(ctx, args, asking(AbortSignal.timeout(TIMEOUT_MS)));
    return null;
  },
});

/** Neither an error nor an address goes into a log: both may hold the name of a person. */
function asking(signal: AbortSignal): Ask {
  return async (path) => {
    try {
      return await ask(path, signal);
    } catch {
      return 'unreachable';
    }
  };
}

async function ask(path: string, signal: AbortSignal): Promise<{ body: unknown } | FetchFault> {
  const { GIGSY_GITHUB_URL = API_URL, GIGSY_GITHUB_TOKEN, CONVEX_SITE_URL } = process.env;
  const url = new URL(path, GIGSY_GITHUB_URL);
  const loopback = isOnThisMachine(CONVEX_SITE_URL);
  const target = await withinTime(signal, targetOf(url, { resolve: resolveByDns, loopback }));
  if (!target) return 'unreachable';
  const headers = {
    Accept: 'application/vnd.github+json',
    'Accept-Encoding': 'identity',
    'User-Agent': 'Gigsy-Imports/1',
    'X-GitHub-Api-Version': '2022-11-28',
    ...(GIGSY_GITHUB_TOKEN && { Authorization: `Bearer ${GIGSY_GITHUB_TOKEN}` }),
  };
  const answer = await withinTime(signal, connect(target, { method: 'GET', headers }, signal));
  if (answer.statusCode !== 200) {
    answer.destroy();
    return faultOf(answer.statusCode);
  }
  const text = await withinTime(signal, bounded(answer));
  return text === undefined ? 'unreadable' : jsonIn(text);
}

/** GitHub answers 403 or 429 to those who ask too often. Redirects are not followed: they would leave the checked address. */
function faultOf(status: number | undefined): FetchFault {
  if (status === 404) return 'unknown_user';
  return status === 403 || status === 429 ? 'busy' : 'unreachable';
}

/** The text of an answer; undefined for one that is too large. */
async function bounded(answer: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > MAX_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonIn(text: string): { body: unknown } | FetchFault {
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return 'unreadable';
  }
}
