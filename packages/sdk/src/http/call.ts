/**
 * One call of a public function by Convex's HTTP API (https://docs.convex.dev/http-api), as Convex's own client makes it,
 * which would bring the WebSocket's code into every bundle.
 */
import type { JSONValue, Value } from 'convex/values';
import type { FunctionKind } from '@gigsy/schema';
import { type Auth, tokenFrom } from '../auth.ts';
import { deadline } from '../deadline.ts';
import type { relocated } from '../discovery.ts';
import { GigsyError, badResponse, connectionError, isGigsyError } from '../errors.ts';
import { errorFromServer, refusalIn } from '../server-error.ts';
import type { CallOptions } from '../resources.ts';
import { type FailedAttempt, type RetryOptions, Transient, withRetries } from './retry.ts';
import { decoded, encoded } from './values.ts';

export interface Deployment {
  /** Address of the Convex deployment, without a slash at the end. Changes once where that of its site was given. */
  url: string;
  /** Whether the address is the one that was meant. If not, `settleAddress` finds that one. */
  settled: boolean;
  auth: Auth | undefined;
  fetch: typeof globalThis.fetch | undefined;
  timeoutMs: number;
  retries: number;
  random: () => number;
  onFailedAttempt: ((attempt: FailedAttempt) => void) | undefined;
}

/** Convex answers a function that threw with this status and a JSON body. */
const FUNCTION_FAILED = 560;

/** Calls `path`; every attempt sends the same arguments, and so the same idempotency key. */
export async function call(
  deployment: Deployment,
  kind: FunctionKind,
  path: string,
  args: Record<string, Value>,
  options: CallOptions = {},
): Promise<unknown> {
  const signal = deadline(options.timeoutMs ?? deployment.timeoutMs, options.signal);
  if (signal.aborted) throw connectionError(undefined, signal);
  if (!deployment.settled) await settleAddress(deployment);
  const { retries, random, url, onFailedAttempt } = deployment;
  const failed: NonNullable<RetryOptions['failed']> = (failure) =>
    queueMicrotask(() => onFailedAttempt?.({ function: path, ...failure }));
  const attempt = (forceRefresh: boolean) =>
    withRetries(() => attemptOnce(deployment, kind, path, args, { signal, forceRefresh }), {
      retries,
      failed,
      random,
      signal,
    });
  try {
    return await attempt(false);
  } catch (error) {
    if (isGigsyError(error) && error.cause === NO_ROUTE && (await isRelocated(deployment, url, signal)))
      return attempt(false);
    // A token can expire on its way. One that is fresh and still refused is the caller's answer.
    if (!deployment.auth || !isGigsyError(error, 'unauthenticated') || error.cause !== REFUSED_TOKEN) throw error;
    return attempt(true);
  }
}

/** Has `deployment` lead to the address that was meant. Throws a GigsyError where it means none. */
export async function settleAddress(deployment: Deployment): Promise<void> {
  const { deploymentMeant } = await import('../addresses.ts').catch((cause: unknown) => {
    throw connectionError(cause);
  });
  deployment.url = deploymentMeant(deployment.url);
  deployment.settled = true;
}

const REFUSED_TOKEN = 'token refused';
/** No deployment answers so: the address belongs to something else. */
const NO_ROUTE = 'no such route';

interface Attempt {
  signal: AbortSignal;
  forceRefresh: boolean;
}

async function attemptOnce(
  { url, auth, fetch = globalThis.fetch }: Deployment,
  kind: FunctionKind,
  path: string,
  args: Record<string, Value>,
  { signal, forceRefresh }: Attempt,
): Promise<unknown> {
  const token = await tokenFrom(auth, forceRefresh, signal);
  const body = JSON.stringify({ path, format: 'convex_encoded_json', args: [await sendable(args)] });
  const headers = { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) };
  const text = await exchange(fetch, `${url}/api/${kind}`, { method: 'POST', headers, body, signal });
  const answer = await valueIn(text);
  const refused = kind === 'mutation' && refusalIn(answer);
  if (refused) throw refused;
  return answer;
}

async function sendable(args: Record<string, Value>): Promise<JSONValue> {
  try {
    return await encoded(args);
  } catch (cause) {
    throw new GigsyError('invalid_argument', 'The arguments hold a value that cannot be sent.', { cause });
  }
}

/** Sends the request and reads the whole answer, so that the deadline covers its body too. */
async function exchange(
  fetch: typeof globalThis.fetch,
  address: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<string> {
  let response, text;
  try {
    response = await fetch(address, init);
    text = await response.text();
  } catch (cause) {
    const error = connectionError(cause, init.signal);
    throw error.code === 'offline' ? new Transient(error) : error;
  }
  const { ok, status, headers } = response;
  if (!ok && status !== FUNCTION_FAILED) throw refusal(status, headers);
  return text;
}

/** The function's result. Throws the function's error. */
async function valueIn(text: string): Promise<unknown> {
  let answer;
  try {
    answer = JSON.parse(text) as { status?: unknown; value: JSONValue; errorData?: JSONValue; errorMessage?: string };
    if (answer.status === 'success') return await decoded(answer.value, text);
  } catch (cause) {
    throw badResponse(cause);
  }
  if (answer.status !== 'error') throw badResponse();
  throw errorFromServer({ data: answer.errorData, message: answer.errorMessage });
}

/** The error for an HTTP status that no function of ours gave: a gateway's, or Convex's own. */
function refusal(status: number, headers: Headers): GigsyError | Transient {
  if (status === 401) {
    return new GigsyError('unauthenticated', 'The sign-in has expired or is not accepted here.', {
      cause: REFUSED_TOKEN,
    });
  }
  if (status < 500 && status !== 429) return badResponse(status === 404 || status === 405 ? NO_ROUTE : undefined);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const afterMs = Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined;
  const error =
    status === 429
      ? new GigsyError(
          'rate_limited',
          'Too many calls; try again later.',
          afterMs === undefined ? {} : { retryAfterMs: afterMs },
        )
      : new GigsyError('internal', 'Gigsy could not answer.');
  return new Transient(error, afterMs);
}

/** `relocated`, whose code most programs never need: their address is right. False where the code cannot be loaded. */
export async function isRelocated(...asked: Parameters<typeof relocated>): Promise<boolean> {
  const discovery = await import('../discovery.ts').catch(() => undefined);
  return discovery?.relocated(...asked) ?? false;
}
