/** How Convex prints values and validators in validation messages, for instance `{name: "Ada"}` and `v.object({name: v.string()})`. */
import { decodeFloat, decodeInt64, specialKey } from './json.ts';
import type { JSONValue } from './json.ts';
import type { ValidatorJSON } from './validator-json.ts';

const MAX_LENGTH = 16_384;

export function showValue(value: JSONValue | undefined): string {
  const text = show(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}[...truncated]` : text;
}

function show(value: JSONValue | undefined): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  const special = specialKey(value);
  if (special === '$integer') return `${decodeInt64(value.$integer)}n`;
  if (special === '$float') return String(decodeFloat(value.$float));
  if (special === '$bytes') return `<bytes>`;
  if (special === '$commitTs') return '<commit timestamp>';
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${show(item)}`)
    .join(', ')}}`;
}

const SIMPLE: Record<string, string> = {
  null: 'v.null()',
  number: 'v.float64()',
  bigint: 'v.int64()',
  commitTs: 'v.commitTs()',
  boolean: 'v.boolean()',
  string: 'v.string()',
  bytes: 'v.bytes()',
  any: 'v.any()',
};

export function showValidator(validator: ValidatorJSON): string {
  switch (validator.type) {
    case 'literal':
      return `v.literal(${showValue(validator.value)})`;
    case 'id':
      return `v.id("${validator.tableName}")`;
    case 'array':
      return `v.array(${showValidator(validator.value)})`;
    case 'record':
      return `v.record(${showValidator(validator.keys)}, ${showValidator(validator.values.fieldType)})`;
    case 'union':
      return `v.union(${validator.value.map(showValidator).join(', ')})`;
    case 'object': {
      const fields = Object.entries(validator.value).map(([name, field]) => {
        const inner = showValidator(field.fieldType);
        return `${name}: ${field.optional ? `v.optional(${inner})` : inner}`;
      });
      return `v.object({${fields.join(', ')}})`;
    }
    default:
      return SIMPLE[validator.type] ?? `v.${validator.type}()`;
  }
}
