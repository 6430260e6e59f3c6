/** Answers of HTTP routes: JSON, problem documents (RFC 9457), the headers that all share. */
import { type ErrorCode, type FieldError, errorStatus } from '@gigsy/schema';
import { deprecationHeaders } from './deprecation.js';
import { refusalIn } from './errors.js';

/** Public data may be read from any page; no cookie or token is taken from one. */
function sharedHeaders(): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Retry-After, Deprecation, Sunset, Link',
    'X-Content-Type-Options': 'nosniff',
    ...deprecationHeaders(),
  };
}

export function jsonResponse(body: unknown, headers: Record<string, string> = {}): Response {
  return textResponse(JSON.stringify(body), headers);
}

/** JSON that is text already. */
export function textResponse(json: string, headers: Record<string, string> = {}): Response {
  return new Response(json, { headers: { ...sharedHeaders(), 'Content-Type': 'application/json', ...headers } });
}

export function bytesResponse(body: Blob, headers: Record<string, string>): Response {
  return new Response(body, { headers: { ...sharedHeaders(), ...headers } });
}

export function emptyResponse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...sharedHeaders(), ...headers } });
}

/** `title` says what kind of problem it is, `code` and `fields` are what the SDK's errors carry. */
export function problemResponse(
  code: ErrorCode,
  detail: string,
  more: { fields?: FieldError[] | undefined; retryAfterMs?: number | undefined; headers?: Record<string, string> } = {},
): Response {
  const { fields, retryAfterMs, headers } = more;
  const status = errorStatus[code];
  const title = code.replaceAll('_', ' ');
  const body = {
    type: `urn:gigsy:problem:${code}`,
    title,
    status,
    detail,
    code,
    ...(fields && { fields }),
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

/** The problem that a refusal thrown by a query or mutation describes. Throws on what is none: a fault of ours. */
export function refusalResponse(thrown: unknown, headers: Record<string, string> = {}): Response {
  const { code, message, fields, retryAfterMs } = refusalIn(thrown);
  return problemResponse(code, message, { fields, retryAfterMs, headers });
}
