/**
 * Errors that clients see. A refusal that leaves no rows is a ConvexError with the contract's error data. Where a throw
 * would undo rows that must stay, the same data is returned (docs/adr/0012).
 */
import { type ErrorCode, type ErrorData, type Refused, errorDataSchema, refusedSchema } from '@gigsy/schema';
import { ConvexError } from 'convex/values';

export function refusal(
  code: ErrorCode,
  message: string,
  more: Omit<ErrorData, 'code' | 'message'> = {},
): ConvexError<ErrorData> {
  return new ConvexError({ code, message, ...more });
}

/** The data of a thrown refusal. Anything else that was thrown is a fault of ours, and is thrown again. */
export function refusalIn(thrown: unknown): ErrorData {
  const parsed = errorDataSchema.safeParse(thrown instanceof ConvexError ? thrown.data : undefined);
  if (!parsed.success) throw thrown;
  return parsed.data;
}

/**
 * The result of `work` or, if it refuses, the refusal. `work` is a transaction of its own, or refuses before it writes.
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

/** The answer of a mutation; throws its refusal. For actions, whose own throw undoes nothing. */
export function raised<T>(answer: T | Refused): T {
  if (isRefused(answer)) throw new ConvexError(answer.refused);
  return answer;
}
