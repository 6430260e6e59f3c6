/**
 * One call of a public function over HTTP. Convex's client keeps state (a token, a queue), so each attempt has its own;
 * the fetch it is given puts a deadline on the whole exchange and tells apart what the client reports as plain errors.
 */
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import type { Value } from 'convex/values';
import type { FunctionKind } from '@gigsy/schema';
import { type Auth, tokenFrom } from '../auth.ts';
import { deadline } from '../deadline.ts';
import { relocated } from '../discovery.ts';
import { GigsyError, badResponse, connectionError, isGigsyError } from '../errors.ts';
import { errorFromServer, refusalIn } from '../server-error.ts';
import type { CallOptions } from '../resources.ts';
import { Transient, withRetries } from './retry.ts';

export interface Deployment {
  /** Address of the Convex deployment, without a slash at the end. Changes once where that of its site was given. */
  url: string;
  auth: Auth | undefined;
  fetch: typeof globalThis.fetch | undefined;
  timeoutMs: number;
  retries: number;
  random: () => number;
}

/** Convex answers a function that threw with this status and a JSON body. */
const FUNCTION_FAILED = 560;

/** Calls `path`; the same arguments, hence the same idempotency key, go out on every attempt. */
export async function call(
  deployment: Deployment,
  kind: FunctionKind,
  path: string,
  args: Record<string, Value>,
  options: CallOptions = {},
): Promise<unknown> {
  const signal = deadline(options.timeoutMs ?? deployment.timeoutMs, options.signal);
  if (signal.aborted) throw connectionError(undefined, signal);
  const { retries, random, url } = deployment;
  const attempt = (forceRefresh: boolean) =>
    withRetries(() => attemptOnce(deployment, kind, path, args, { signal, forceRefresh }), { retries, random, signal });
  try {
    return await attempt(false);
  } catch (error) {
    if (isGigsyError(error) && error.cause === NO_ROUTE && (await relocated(deployment, url, signal)))
      return attempt(false);
    // A token can expire on its way. One that is fresh and still refused is the caller's answer.
    if (!deployment.auth || !isGigsyError(error, 'unauthenticated') || error.cause !== REFUSED_TOKEN) throw error;
    return attempt(true);
  }
}

const REFUSED_TOKEN = 'token refused';
/** No deployment answers so: what was called is something else. */
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
  let progress: Progress = 'encoding';
  const client = new ConvexHttpClient(url, {
    skipConvexDeploymentUrlCheck: true,
    logger: false,
    ...(token !== null && { auth: token }),
    fetch: async (input, init) => {
      progress = 'sent';
      const { status, body } = await exchange(fetch, input, { ...init, signal });
      progress = outcomeIn(body);
      return new Response(body, { status });
    },
  });
  try {
    const answer = await invoke(client, kind, path, args);
    const refusal = kind === 'mutation' && refusalIn(answer);
    if (refusal) throw refusal;
    return answer;
  } catch (thrown) {
    if (thrown instanceof Transient || isGigsyError(thrown)) throw thrown;
    throw failureOf(thrown, progress);
  }
}

/** How far an attempt came: `success` and `error` are what Convex's answer calls itself. */
type Progress = 'encoding' | 'sent' | 'success' | 'error';

/** Convex's client throws plain errors for unlike reasons; when it threw tells them apart. */
function failureOf(thrown: unknown, progress: Progress): GigsyError {
  if (progress === 'error') return errorFromServer(thrown);
  if (progress !== 'encoding') return badResponse(thrown);
  return new GigsyError('invalid_argument', 'The arguments hold a value that cannot be sent.', { cause: thrown });
}

function invoke(
  client: ConvexHttpClient,
  kind: FunctionKind,
  path: string,
  args: Record<string, Value>,
): Promise<unknown> {
  switch (kind) {
    case 'query':
      return client.query(makeFunctionReference<'query'>(path), args);
    case 'mutation':
      return client.mutation(makeFunctionReference<'mutation'>(path), args, { skipQueue: true });
    case 'action':
      return client.action(makeFunctionReference<'action'>(path), args);
  }
}

/** Sends the request and reads the whole answer, so that the deadline covers its body too. */
async function exchange(
  fetch: typeof globalThis.fetch,
  input: RequestInfo | URL,
  init: RequestInit & { signal: AbortSignal },
) {
  let response, body;
  try {
    response = await fetch(input, init);
    body = await response.text();
  } catch (cause) {
    const error = connectionError(cause, init.signal);
    throw error.code === 'offline' ? new Transient(error) : error;
  }
  const { status, headers } = response;
  if (!response.ok && status !== FUNCTION_FAILED) throw refusal(status, headers);
  return { status, body };
}

/** What an HTTP status says that no function of ours gave: a gateway's, or Convex's own. */
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

function outcomeIn(body: string): 'success' | 'error' {
  try {
    const { status } = JSON.parse(body) as { status?: unknown };
    if (status === 'success' || status === 'error') return status;
  } catch {
    // Not JSON: no answer of Convex's, as below.
  }
  throw badResponse();
}
