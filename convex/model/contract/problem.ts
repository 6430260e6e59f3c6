/** Answers of HTTP routes: JSON, problem documents (RFC 9457), and the headers of all answers. */
import { type ErrorCode, type FieldError, errorStatus } from '@gigsy/schema';
import { deprecationHeaders } from './deprecation.js';
import { refusalIn } from './errors.js';

/** Any page may read public data. Routes take no cookie and no token from a page. */
function sharedHeaders(): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Retry-After, Deprecation, Sunset, Link',
    'X-Content-Type-Options': 'nosniff',
    ...deprecationHeaders(),
  };
}

export function jsonResponse(body: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return textResponse(JSON.stringify(body), headers, status);
}

/** JSON that is text already. */
export function textResponse(json: string, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(json, {
    status,
    headers: { ...sharedHeaders(), 'Content-Type': 'application/json', ...headers },
  });
}

export function bytesResponse(body: Blob, headers: Record<string, string>): Response {
  return new Response(body, { headers: { ...sharedHeaders(), ...headers } });
}

export function emptyResponse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...sharedHeaders(), ...headers } });
}

/** `title` names the kind of problem. `code` and `fields` are those of the SDK's errors. */
export function problemResponse(
  code: ErrorCode,
  detail: string,
  more: {
    fields?: FieldError[] | undefined;
    retryAfterMs?: number | undefined;
    headers?: Record<string, string>;
    /** Why a file was refused: a name from a list of the route. */
    fault?: string;
  } = {},
): Response {
  const { fields, retryAfterMs, headers, fault } = more;
  const status = errorStatus[code];
  const title = code.replaceAll('_', ' ');
  const body = {
    type: `urn:gigsy:problem:${code}`,
    title,
    status,
    detail,
    code,
    ...(fields && { fields }),
    ...(fault && { fault }),
    ...(retryAfterMs && { retryAfterMs }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...sharedHeaders(),
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(retryAfterMs && { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) }),
      ...headers,
    },
  });
}

/** The problem document of a thrown refusal. Anything else that was thrown is a fault of ours, and is thrown again. */
export function refusalResponse(thrown: unknown, headers: Record<string, string> = {}): Response {
  const { code, message, fields, retryAfterMs } = refusalIn(thrown);
  return problemResponse(code, message, { fields, retryAfterMs, headers });
}
