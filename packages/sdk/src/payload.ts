/** Errors that the backend describes: ConvexError data and RFC 9457 problems alike. */
import type { ErrorCode } from '@gigsy/schema';
import { GigsyError } from './errors.ts';

/** Every code this client understands; the type keeps it equal to the schema's list. */
const knownCodes: Record<ErrorCode, 1> = {
  invalid_argument: 1,
  unauthenticated: 1,
  invalid_key: 1,
  forbidden: 1,
  origin_not_allowed: 1,
  not_found: 1,
  method_not_allowed: 1,
  version_conflict: 1,
  handle_unavailable: 1,
  profile_exists: 1,
  idempotency_mismatch: 1,
  too_large: 1,
  rate_limited: 1,
  not_implemented: 1,
  internal: 1,
  not_configured: 1,
  offline: 1,
  timeout: 1,
  aborted: 1,
  bad_response: 1,
};

/** The error that a payload of the backend describes (ConvexError data or RFC 9457 problem); undefined if it describes none. */
export function errorFromPayload(payload: unknown, requestId?: string): GigsyError | undefined {
  const { code, message, detail, fields, retryAfterMs } = (payload ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || !Object.hasOwn(knownCodes, code)) return undefined;
  return new GigsyError(code as ErrorCode, String(message ?? detail ?? code), {
    ...(Array.isArray(fields) && { fields }),
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
    ...(requestId && { requestId }),
  });
}
