/** Filter expressions of `.filter(q => ...)`, evaluated over a document in JSON form. */
import {
  MAX_INT64,
  decodeFloat,
  decodeInt64,
  encodeInt64,
  fieldAt,
  isObject,
  isUndefinedMarker,
  specialKey,
} from '../values/json.ts';
import type { JSONObject, JSONValue } from '../values/json.ts';
import { compareValues } from '../values/keys.ts';

type Operand = JSONValue | undefined;

const COMPARE: Record<string, (order: number) => boolean> = {
  $eq: (order) => order === 0,
  $neq: (order) => order !== 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
};

/** Called with two floats or with two integers, never with one of each. */
const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  $add: (a, b) => a + b,
  $sub: (a, b) => a - b,
  $mul: (a, b) => a * b,
  $div: (a, b) => a / b,
  $mod: (a, b) => a % b,
};

export function matches(document: JSONObject, expression: JSONValue): boolean {
  const result = evaluate(document, expression);
  if (typeof result !== 'boolean')
    throw new Error(`Unsupported value used as boolean in a filter expression: ${JSON.stringify(result)}`);
  return result;
}

function evaluate(document: JSONObject, expression: JSONValue): Operand {
  if (!isObject(expression)) throw new Error(`Unknown filter expression ${JSON.stringify(expression)}`);
  const [operator, operand] = Object.entries(expression)[0] ?? ['', null];
  const argument = operand as JSONValue;
  if (operator === '$literal') return isUndefinedMarker(argument) ? undefined : withoutPlaceholder(argument);
  if (operator === '$field') return withoutPlaceholder(fieldAt(document, String(argument)));
  if (operator === '$not') return !matches(document, argument);
  if (operator === '$neg') return arithmetic('$sub', 0, evaluate(document, argument));
  const operands = Array.isArray(argument) ? argument : [];
  if (operator === '$and') return operands.every((child) => matches(document, child));
  if (operator === '$or') return operands.some((child) => matches(document, child));
  const left = evaluate(document, operands[0] ?? null);
  const right = evaluate(document, operands[1] ?? null);
  const compare = COMPARE[operator];
  return compare ? compare(compareValues(left, right)) : arithmetic(operator, left, right);
}

function withoutPlaceholder(value: Operand): Operand {
  return isObject(value) && specialKey(value) === '$commitTs' ? encodeInt64(MAX_INT64) : value;
}

function arithmetic(operator: string, left: Operand, right: Operand): Operand {
  const apply = ARITHMETIC[operator];
  const [a, b] = [numeric(left), numeric(right)];
  if (apply && (typeof a === 'bigint' || typeof b === 'bigint')) {
    // Negation is written as 0 - x, with a float zero.
    const integers = [a, b].map((operand) => (operand === 0 ? 0n : operand));
    if (integers.every((operand) => typeof operand === 'bigint'))
      return encodeInt64((apply as unknown as (...operands: bigint[]) => bigint)(...integers));
  } else if (apply && typeof a === 'number' && typeof b === 'number') {
    return encodeFloat(apply(a, b));
  }
  throw new Error(
    `Cannot apply ${operator.slice(1)} to ${JSON.stringify(left)} and ${JSON.stringify(right)} in a filter expression`,
  );
}

function numeric(value: Operand): number | bigint | undefined {
  if (typeof value === 'number') return value;
  if (!isObject(value)) return undefined;
  if (specialKey(value) === '$integer') return decodeInt64(value.$integer);
  return specialKey(value) === '$float' ? decodeFloat(value.$float) : undefined;
}

function encodeFloat(value: number): JSONValue {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return { $float: bytes.toString('base64') };
}
