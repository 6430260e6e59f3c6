/** Errors that the backend describes: ConvexError data and RFC 9457 problems alike. */
import { type ErrorCode, errorStatus } from '@gigsy/schema/error-codes';
import { GigsyError } from './errors.ts';

/** The error that a payload of the backend describes (ConvexError data or RFC 9457 problem); undefined if it describes none. */
export function errorFromPayload(payload: unknown, requestId?: string): GigsyError | undefined {
  const { code, message, detail, fields, conflicts, retryAfterMs } = (payload ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || !Object.hasOwn(errorStatus, code)) return undefined;
  return new GigsyError(code as ErrorCode, String(message ?? detail ?? code), {
    ...(Array.isArray(fields) && { fields }),
    ...(Array.isArray(conflicts) && { conflicts }),
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
    ...(requestId && { requestId }),
  });
}
