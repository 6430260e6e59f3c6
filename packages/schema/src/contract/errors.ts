/** The errors that leave the backend or the SDK. Partners switch on codes; messages are for people and may change. */
import * as z from 'zod';
import { fieldCode } from './field-code.ts';
import { errorCodes } from './rules/error-codes.ts';
import { fieldCodes } from './rules/field-codes.ts';
import { plainMessage } from './wording.ts';

/** One faulty field: its place in the arguments and its fault. */
export const fieldErrorSchema = z.object({
  /** Dotted path into the arguments, list positions as numbers: `changes.skills.3.name`; empty for the whole. */
  path: z.string(),
  message: z.string(),
  /** Names the fault. Deployments of versions before 0.2 leave it out; a program treats a code that it does not know as `invalid`. */
  code: z.enum(fieldCodes).optional(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** A section that has changed since the caller read it. */
export const conflictSchema = z.object({
  /** The name of a section, or `settings`. */
  section: z.string(),
  /** Its version now: to be expected by the next try. */
  version: z.number(),
  /**
   * Where the content that the caller wanted is not the content now: names of fields or settings, of a list the ids of
   * items. Empty if the two are the same.
   */
  fields: z.array(z.string()),
});
export type Conflict = z.infer<typeof conflictSchema>;

/** The payload of each `ConvexError` that Gigsy throws, and of each problem document. */
export const errorDataSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.array(fieldErrorSchema).optional(),
  /** One for each section that has changed; only with `version_conflict`. */
  conflicts: z.array(conflictSchema).optional(),
  /** Milliseconds until a retry can succeed; only with `rate_limited` and `handle_cooling_down`. */
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
        return issue.keys.map((key) => ({
          path: dotted([...at, printable(key)]),
          message: 'is not a known field',
          code: fieldCode(issue),
        }));
      }
      return [{ path: dotted(at), message: issue.message, code: fieldCode(issue) }];
    })
    .slice(0, MAX_FIELD_ERRORS);
}

/** The parsed value, or the error data with every faulty field. */
export function parseArgs<S extends z.ZodType>(
  schema: S,
  value: unknown,
): { ok: true; value: z.output<S> } | { ok: false; error: ErrorData } {
  const parsed = schema.safeParse(value, { error: plainMessage, reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: refusedFields(fieldErrors(parsed.error)) };
}

/** The error data of faulty arguments. */
export function refusedFields(fields: FieldError[]): ErrorData {
  const where = fields
    .map((field) => field.path || 'arguments')
    .slice(0, 5)
    .join(', ');
  return { code: 'invalid_argument', message: `Refused: check ${where}.`, fields: fields.slice(0, MAX_FIELD_ERRORS) };
}

function dotted(path: PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The key comes from the caller and goes back to the caller, so it is cut and made printable. */
function printable(key: string): string {
  return key.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}
