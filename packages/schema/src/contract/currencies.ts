/** The schema of a currency's code. */
import * as z from 'zod';
import { currencyCodes } from './currency-codes.ts';
import { fault } from './field-code.ts';

const known: ReadonlySet<string> = /* @__PURE__ */ new Set(currencyCodes);

/** The code of a currency in use, in capitals. */
export const currencySchema = z
  .string('must be text')
  .refine(
    (code) => known.has(code),
    fault('must be the three-letter code of a currency in use, such as EUR', 'not_an_option'),
  );
