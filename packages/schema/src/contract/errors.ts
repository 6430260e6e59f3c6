/**
 * The closed tree of errors that leave the backend or the SDK. Codes are stable: partners switch on them; messages are
 * for people and may change.
 */
import * as z from 'zod';
import { plainMessage } from './wording.ts';

/** Every code, with the HTTP status of its problem document (RFC 9457). */
export const errorStatus = {
  /** Arguments were refused; `fields` lists every faulty one. */
  invalid_argument: 400,
  /** The call needs a signed-in person. */
  unauthenticated: 401,
  /** A partner's key is malformed, unknown or revoked. The answer is the same for each reason. */
  invalid_key: 401,
  /** The caller is known and may not do this. */
  forbidden: 403,
  /** A publishable key came from a page of another origin than its partner's, or a secret key came from a page. */
  origin_not_allowed: 403,
  /** There is nothing that this caller may see. */
  not_found: 404,
  /** The route exists, the method does not. */
  method_not_allowed: 405,
  /** The section was changed since it was read; `fields` names the section and its current version. */
  version_conflict: 409,
  /** The handle is taken, reserved or retired. The answer is the same for each reason. */
  handle_unavailable: 409,
  /** The person already has a profile. */
  profile_exists: 409,
  /** The idempotency key was used before, for a request with other content. */
  idempotency_mismatch: 422,
  /** A list or the whole profile is larger than allowed. */
  too_large: 413,
  /** Too many calls; `retryAfterMs` says when to come back. */
  rate_limited: 429,
  /** The deployment does not offer the format that was asked for. */
  not_implemented: 501,
  /** A fault on Gigsy's side; carries no detail. */
  internal: 500,
  /** The deployment lacks a setting that this call needs. Its operator must make it. */
  not_configured: 503,
  /** Client side: no connection to the deployment. */
  offline: 0,
  /** Client side: the deployment did not answer in time. */
  timeout: 0,
  /** Client side: the caller's AbortSignal fired. */
  aborted: 0,
  /** Client side: this client does not understand the deployment's answer. */
  bad_response: 0,
} as const;

export type ErrorCode = keyof typeof errorStatus;
export const errorCodes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

/** One faulty field: its place in the arguments, and what is wrong with it. */
export const fieldErrorSchema = z.object({
  /** Dotted path into the arguments, list positions as numbers: `changes.skills.3.name`; empty for the whole. */
  path: z.string(),
  message: z.string(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** The payload of each `ConvexError` that Gigsy throws, and of each problem document. */
export const errorDataSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.array(fieldErrorSchema).optional(),
  /** Milliseconds until a retry can succeed; only with `rate_limited`. */
  retryAfterMs: z.number().optional(),
});
export type ErrorData = z.infer<typeof errorDataSchema>;

/**
 * The answer of a mutation that refuses after it has read stored data. It does not throw, because a throw would undo the
 * draw from the rate limit too. The SDK throws the answer as an error. Other clients look for `refused`, which no result
 * of the contract has.
 */
export const refusedSchema = z.strictObject({ refused: errorDataSchema });
export type Refused = z.infer<typeof refusedSchema>;

/** Most field errors in one answer: a hostile list of 10,000 bad items must not get 10,000 messages back. */
const MAX_FIELD_ERRORS = 50;

/** All of zod's issues as field errors. Messages never repeat the faulty value, which may be personal or hostile. */
export function fieldErrors(error: z.ZodError, prefix: PropertyKey[] = []): FieldError[] {
  return error.issues
    .flatMap((issue) => {
      const at = [...prefix, ...issue.path];
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({ path: dotted([...at, printable(key)]), message: 'is not a known field' }));
      }
      return [{ path: dotted(at), message: issue.message }];
    })
    .slice(0, MAX_FIELD_ERRORS);
}

/** The parsed value, or the error data with every faulty field. */
export function parseArgs<S extends z.ZodType>(
  schema: S,
  value: unknown,
): { ok: true; value: z.output<S> } | { ok: false; error: ErrorData } {
  const parsed = schema.safeParse(value, { error: plainMessage });
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = fieldErrors(parsed.error);
  const where = fields
    .map((field) => field.path || 'arguments')
    .slice(0, 5)
    .join(', ');
  return { ok: false, error: { code: 'invalid_argument', message: `Refused: check ${where}.`, fields } };
}

function dotted(path: PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The key comes from the caller and goes back to the caller, so it is cut and made printable. */
function printable(key: string): string {
  return key.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}
