/**
 * Rules that need no zod: patterns, escaping and direction. Code that runs in pages may import this entry;
 * everything else of this package brings zod.
 */
export { DECEIVING, VISIBLE } from './rules/characters.ts';
export { directionOf, localeOf } from './rules/direction.ts';
export { type FieldCode, fieldCodes } from './rules/field-codes.ts';
export { escapeHtml } from './rules/html.ts';
export { lengthOf } from './rules/length.ts';
export { HANDLE, HANDLE_FORM, KEY_NAME, PUBLISHABLE_KEY, SECRET_KEY, SECRET_KEY_FORM } from './rules/names.ts';
export { randomHex } from './rules/random.ts';
export { withChanges } from '../profile/with-changes.ts';
