/** Errors that clients may see: always a ConvexError whose data is the contract's. */
import type { ErrorCode, ErrorData, FieldError } from '@gigsy/schema';
import { ConvexError } from 'convex/values';

export function refusal(code: ErrorCode, message: string, more: { fields?: FieldError[]; retryAfterMs?: number } = {}): ConvexError<ErrorData> {
  return new ConvexError({ code, message, ...more });
}
