/** The code of a faulty field, from zod's issue. A rule of our own names its code: `refine(isEmail, fault(message, code))`. */
import type * as z from 'zod';
import type { FieldCode } from './rules/field-codes.ts';

/** The second argument of `refine`, or a part of `addIssue`'s. */
export function fault(message: string, code: FieldCode): { message: string; params: { code: FieldCode } } {
  return { message, params: { code } };
}

/** Parsed with `reportInput`, an issue tells a missing value from one of another kind. */
export function fieldCode(issue: z.core.$ZodIssue): FieldCode {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong_type';
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'not_an_option';
    case 'invalid_union':
      return choiceOf(issue) === undefined ? 'required' : 'not_an_option';
    case 'invalid_format':
      return 'invalid_format';
    case 'too_small':
      return SMALL[issue.origin] ?? 'out_of_range';
    case 'too_big':
      return BIG[issue.origin] ?? 'out_of_range';
    case 'not_multiple_of':
      return 'out_of_range';
    case 'unrecognized_keys':
    case 'invalid_key':
      return 'unknown_field';
    case 'custom':
      return (issue.params?.code as FieldCode | undefined) ?? 'invalid';
    default:
      return 'invalid';
  }
}

const SMALL: Readonly<Record<string, FieldCode>> = { string: 'too_short', array: 'too_few', set: 'too_few' };
const BIG: Readonly<Record<string, FieldCode>> = { string: 'too_long', array: 'too_many', set: 'too_many' };

/** The value that chooses between the forms of a union; undefined if there is none. */
function choiceOf({ input, discriminator }: z.core.$ZodIssueInvalidUnion): unknown {
  if (discriminator === undefined) return input;
  return (input as Record<string, unknown> | undefined)?.[discriminator];
}
