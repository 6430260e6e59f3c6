/**
 * Describes the fault of a value in words that follow the field's name in a sentence. `safeParse(value, { error:
 * plainMessage })` uses it for schemas without a message of their own: zod's own messages ("Invalid input: expected …")
 * are for programmers.
 */
import type * as z from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
  undefined: 'left out',
};

/** The message for an issue. It never repeats the faulty value. */
export function plainMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? 'of another kind'}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must ${amount(issue, 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `must ${amount(issue, 'at most', Number(issue.maximum))}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? `must be one of ${issue.options.map(String).join(', ')}`
        : 'has none of the forms that are known';
    case 'invalid_key':
      return 'has a name that is not known';
    case 'unrecognized_keys':
      return 'has fields that are not known';
    default:
      return 'is not in a form that is taken';
  }
}

function amount({ origin }: { origin?: string }, bound: string, limit: number): string {
  if (origin === 'string') return `have ${bound} ${limit} characters`;
  if (origin === 'array' || origin === 'set') return `have ${bound} ${limit} entries`;
  return `be ${bound} ${limit}`;
}
