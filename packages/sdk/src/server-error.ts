/**
 * Turns errors of Convex's clients into GigsyErrors. No text of the server passes, except messages that Gigsy wrote for
 * people.
 */
import { GigsyError, badResponse } from './errors.ts';
import { errorFromPayload } from './payload.ts';

/** From a ConvexError (data as the schema's `errorDataSchema`) or the plain error of an uncaught fault. */
export function errorFromServer(thrown: unknown): GigsyError {
  const { data, message } = (thrown ?? {}) as { data?: unknown; message?: unknown };
  const requestId = /\[Request ID: ([\w-]+)\]/.exec(String(message))?.[1];
  return (
    errorFromPayload(data, requestId) ??
    new GigsyError('internal', 'Something went wrong on Gigsy’s side.', requestId ? { requestId } : {})
  );
}

/** The refusal that a mutation returned as its answer (the schema's `refusedSchema`), to be thrown; undefined for a result. */
export function refusalIn(answer: unknown): GigsyError | undefined {
  const { refused } = (answer ?? {}) as { refused?: unknown };
  return refused === undefined ? undefined : (errorFromPayload(refused) ?? badResponse());
}
