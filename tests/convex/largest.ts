/** The largest value that a schema of the contract allows, found by walking the schema. Throws where there is no bound. */
import {
  MAX_ITEM_SETTINGS,
  countryCodeSchema,
  currencySchema,
  email,
  languageTag,
  link,
  partialDate,
  resourceUrl,
  timeZone,
} from '@gigsy/schema';
import { getConvexSize } from 'convex/values';
import type * as z from 'zod';

/** Longest texts of forms that a rule bounds and no number. */
const forms = new Map<unknown, string>([
  [partialDate, '2024-05-17'],
  [currencySchema, 'EUR'],
  [countryCodeSchema, 'AT'],
  [email, `${'x'.repeat(64)}@${`${'y'.repeat(59)}.`.repeat(3)}example`],
  [languageTag, 'zh-Hant-TW'],
  [link, `https://a.example/${'漢'.repeat(2030)}`],
  [resourceUrl, `https://a.example/${'漢'.repeat(2030)}`],
  [timeZone, 'America/Argentina/ComodRivadavia'],
]);

/** Four bytes of UTF-8 for one code point: the most that there can be. */
const WIDE = '𠀀';

interface Def {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  checks?: { _zod: { def: object } }[];
}
interface Check {
  check: string;
  maximum?: number;
  length?: number;
  value?: number;
  pattern?: RegExp;
}

export function largest(schema: z.ZodType, path = ''): unknown {
  const def = schema._zod.def as unknown as Def;
  const checks = [def, ...(def.checks ?? []).map((one) => one._zod.def)] as unknown as Check[];
  const most = Math.min(...checks.map(({ maximum, length }) => maximum ?? length ?? Infinity));
  switch (def.type) {
    case 'string':
      return textOf(schema, most, checks, path);
    case 'number':
      return (schema as z.ZodNumber).isInt ? 1 : 1.5;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'literal':
      return heaviest(def.values!);
    case 'enum':
      return heaviest(Object.values(def.entries!));
    case 'array':
      if (most === Infinity) throw new Error(`${path} is a list without a bound.`);
      return Array.from({ length: most }, () => largest(def.element!, `${path}[]`));
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape!).map(([name, field]) => [name, largest(field, `${path}.${name}`)]),
      );
    case 'record':
      return Object.fromEntries(keysOf(def, path).map((name) => [name, largest(def.valueType!, `${path}.${name}`)]));
    case 'union':
      return heaviest(def.options!.map((option) => largest(option, path)));
    case 'optional':
    case 'nullable':
    case 'readonly':
    case 'nonoptional':
    case 'default':
      return largest(def.innerType!, path);
    default:
      throw new Error(`${path} is of the kind ${def.type}, whose largest value is not known.`);
  }
}

/** The settings of single items are bounded by a rule over the whole record. */
function keysOf({ keyType }: Def, path: string): string[] {
  const { entries } = keyType!._zod.def as unknown as Def;
  if (entries) return Object.keys(entries);
  if (!path.endsWith('.items')) throw new Error(`${path} has no bound.`);
  return Array.from({ length: MAX_ITEM_SETTINGS }, (_, n) => `workExperience.${String(n).padStart(40, 'x')}`);
}

/** The one that takes most bytes in Convex. */
export function heaviest<T>(values: readonly T[]): T {
  return values.reduce((most, value) => (getConvexSize(value as never) > getConvexSize(most as never) ? value : most));
}

function textOf(schema: z.ZodType, most: number, checks: readonly Check[], path: string): string {
  const known = forms.get(schema);
  if (known !== undefined) return known;
  // The widest characters that the text may have.
  if (most !== Infinity)
    return (
      [WIDE, '漢', 'x', '1'].map((sign) => sign.repeat(most)).find((text) => schema.safeParse(text).success) ??
      WIDE.repeat(most)
    );
  const length = Math.min(...checks.map(({ pattern }) => (pattern ? longestMatch(pattern.source) : Infinity)));
  if (length === Infinity) throw new Error(`${path} is text without a bound.`);
  return 'x'.repeat(length);
}

/** The length of the longest text that a pattern of classes, groups and counts matches; Infinity for `*` and `+`. */
export function longestMatch(source: string): number {
  const tokens = source.match(/\\.|\[(?:\\.|[^\]])*\]|\(\?:|\{\d+(?:,\d*)?\}|./gsu) ?? [];
  let at = 0;
  const alternatives = (): number => {
    let [longest, length] = [0, 0];
    for (; at < tokens.length && tokens[at] !== ')'; at += 1) {
      const token = tokens[at]!;
      if (token === '|') [longest, length] = [Math.max(longest, length), 0];
      else if (token !== '^' && token !== '$') length += counted(token);
    }
    return Math.max(longest, length);
  };
  const counted = (token: string): number => {
    let length = 1;
    if (token === '(' || token === '(?:') {
      at += 1;
      length = alternatives();
    }
    const count = tokens[at + 1] ?? '';
    if (!/^[*+?]$|^\{\d/.test(count)) return length;
    at += 1;
    if (count === '?') return length;
    const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(count) ?? [];
    if (least === undefined || (comma && !most)) return length === 0 ? 0 : Infinity;
    return length * Number(most || least);
  };
  return alternatives();
}
