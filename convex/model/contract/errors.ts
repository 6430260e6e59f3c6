/**
 * Errors that clients may see: a ConvexError whose data is the contract's, thrown where nothing has to be kept of the
 * refusal, and the same data returned where a throw would undo what must stay (docs/adr/0012).
 */
import {
  type ErrorCode,
  type ErrorData,
  type FieldError,
  type Refused,
  errorDataSchema,
  refusedSchema,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';

export function refusal(
  code: ErrorCode,
  message: string,
  more: { fields?: FieldError[]; retryAfterMs?: number } = {},
): ConvexError<ErrorData> {
  return new ConvexError({ code, message, ...more });
}

/** What a thrown refusal says. Throws on what is none: a fault of ours. */
export function refusalIn(thrown: unknown): ErrorData {
  const parsed = errorDataSchema.safeParse(thrown instanceof ConvexError ? thrown.data : undefined);
  if (!parsed.success) throw thrown;
  return parsed.data;
}

/**
 * What `work` returns or, where it refuses, the refusal. `work` is a transaction of its own, or refuses before it
 * writes.
 */
export async function settled<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (thrown) {
    return { refused: refusalIn(thrown) };
  }
}

export function isRefused(answer: unknown): answer is Refused {
  return refusedSchema.safeParse(answer).success;
}

/** The answer of a mutation, its refusal thrown: for actions, whose own throw undoes nothing. */
export function raised<T>(answer: T | Refused): T {
  if (isRefused(answer)) throw new ConvexError(answer.refused);
  return answer;
}
