/**
 * The bounds of one-time codes. A code has six digits, so one guess fits with probability 1e-6, and these bounds are what stands
 * against a guesser. In any 24 hours an account guesses at codes that were made in them, 10 at most, and at those that were
 * still live when they began, one a method: 12 codes, 60 guesses, 6e-5. Codes for one reader, of whatever account, are 10, and
 * 10 that were live before: 100 guesses, 1e-4.
 */
import * as z from 'zod';
import { days, minutes } from '../../contract/retention.ts';

export const CODE_DIGITS = 6;
/** Time that a code lives, in milliseconds. */
export const CODE_MS = minutes(10);
/** Guesses at one code, the one that fits among them. */
export const CODE_ATTEMPTS = 5;
/** The length of the window in which codes are counted, in milliseconds. It moves with the clock, and begins at no midnight. */
export const CODES_WINDOW_MS = days(1);
/** Codes that an account may ask for in the window, of all methods together. */
export const ACCOUNT_CODES = 10;
/** Codes that are sent to one reader in the window, of all accounts together. */
export const READER_CODES = 10;

export const codeSchema = z.string('must be text').regex(/^\d{6}$/, `must have ${CODE_DIGITS} digits`);
