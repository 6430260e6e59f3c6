/** The schema of a country's code. */
import * as z from 'zod';
import { fault } from './field-code.ts';
import { countryOfCode } from './country-codes.ts';

const MESSAGE = 'must be the two-letter code of a country that exists, such as AT';

/** The alpha-2 code of a country that exists, in capitals. */
export const countryCodeSchema = z
  .string('must be text')
  .regex(/^[A-Z]{2}$/, { error: MESSAGE, abort: true })
  .refine((code) => countryOfCode(code) === code, fault(MESSAGE, 'not_an_option'));
