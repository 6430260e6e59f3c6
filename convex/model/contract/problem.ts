/** Answers of HTTP routes: JSON, problem documents (RFC 9457), the headers that all share. */
import { type ErrorCode, type FieldError, errorStatus } from '@gigsy/schema';

/** Public data may be read from any page; no cookie or token is taken from one. */
const SHARED_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag',
  'X-Content-Type-Options': 'nosniff',
};

export function jsonResponse(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { headers: { ...SHARED_HEADERS, 'Content-Type': 'application/json', ...headers } });
}

export function emptyResponse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...SHARED_HEADERS, ...headers } });
}

/** `title` says what kind of problem it is, `code` and `fields` are what the SDK's errors carry. */
export function problemResponse(
  code: ErrorCode, detail: string, more: { fields?: FieldError[]; headers?: Record<string, string> } = {},
): Response {
  const status = errorStatus[code];
  const title = code.replaceAll('_', ' ');
  const body = { type: `urn:gigsy:problem:${code}`, title, status, detail, code, ...(more.fields && { fields: more.fields }) };
  return new Response(JSON.stringify(body), {
    status, headers: { ...SHARED_HEADERS, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...more.headers },
  });
}
