/**
 * The closed list of codes that name the fault of one field. Codes are stable: programs switch on them, and forms choose
 * their own words by them.
 */
export const fieldCodes = [
  /** The field is left out, and must not be. */
  'required',
  /** The field is not one that is known. */
  'unknown_field',
  /** The value is of another kind, such as a number where text is asked for. */
  'wrong_type',
  /** The value is not written as it must be: a handle, date, address, id or key. */
  'invalid_format',
  /** The value is none of those to choose from. */
  'not_an_option',
  /** The text has nothing that can be seen, or an object names nothing. */
  'empty',
  /** The text has too few characters. */
  'too_short',
  /** The text has too many characters (code points). */
  'too_long',
  /** The list has too few entries. */
  'too_few',
  /** The list has too many entries. */
  'too_many',
  /** The number, or the place in a list, is below or above what is allowed. */
  'out_of_range',
  /** The text has characters that deceive, break a page or end a line. */
  'unsafe_text',
  /** Another entry of the list is named the same. */
  'not_unique',
  /** There is nothing under this id. */
  'not_found',
  /** The value was read before the latest change. */
  'stale',
  /** The handle cannot be had. */
  'unavailable',
  /** The idempotency key was used for another request. */
  'key_reused',
  /** A fault that no other code names. */
  'invalid',
] as const;

export type FieldCode = (typeof fieldCodes)[number];
