/**
 * Finds changes of a contract that break callers of the old one: a function or result field gone, an argument gone or
 * newly required, a narrowed set of accepted values, a caller no longer admitted. Additions break no caller.
 */
import { type JsonSchema, expanded } from './shapes.ts';
import type { FunctionSnapshot, Snapshot } from './snapshot.ts';

/** One sentence for each breaking difference. */
export function breakingChanges(before: Snapshot, after: Snapshot): string[] {
  const now = new Map(writtenOut(after).map((declared) => [declared.name, declared]));
  const codes = Object.keys(before.errors)
    .filter((code) => !(code in after.errors))
    .map((code) => `error code ${code} was removed`);
  return [
    ...codes,
    ...writtenOut(before).flatMap((old) => {
      const current = now.get(old.name);
      return current ? ofFunction(old, current) : [`${old.name} was removed`];
    }),
  ];
}

/** The functions without references: a break in a shared shape breaks each function that refers to it. */
function writtenOut({ functions, shapes = {} }: Snapshot): FunctionSnapshot[] {
  return functions.map((declared) => ({
    ...declared,
    args: expanded(declared.args, shapes),
    result: expanded(declared.result, shapes),
  }));
}

function ofFunction(before: FunctionSnapshot, after: FunctionSnapshot): string[] {
  const { name } = before;
  return [
    ...(before.kind === after.kind ? [] : [`${name} is now a ${after.kind}, was a ${before.kind}`]),
    ...before.callers
      .filter((caller) => !after.callers.includes(caller))
      .map((caller) => `${name} no longer admits ${caller}`),
    ...lessOverHttp(before, after),
    ...narrowed(before.args, after.args, `${name} args`),
    ...lost(before.result, after.result, `${name} result`),
  ];
}

function lessOverHttp({ name, http: before }: FunctionSnapshot, { http: after }: FunctionSnapshot): string[] {
  if (!before) return [];
  if (!after) return [`${name} is no longer read over plain HTTP`];
  if (after.batch >= before.batch) return [];
  return [`${name} now answers ${after.batch} in one request, was ${before.batch}`];
}

/** Where `after` refuses what `before` accepted. */
function narrowed(before: JsonSchema, after: JsonSchema, where: string): string[] {
  const required = list(after.required).filter((field) => !list(before.required).includes(field));
  return [
    ...required.map((field) => `${where}.${field} is now required`),
    ...typeChange(before, after, where),
    ...missing(before.enum, after.enum).map((value) => `${where} no longer accepts ${value}`),
    ...LOWER.filter((key) => tightened(before[key], after[key], 1)).map(
      (key) => `${where}: ${key} rose to ${String(after[key])}`,
    ),
    ...UPPER.filter((key) => tightened(before[key], after[key], -1)).map(
      (key) => `${where}: ${key} fell to ${String(after[key])}`,
    ),
    ...inside(before, after, where, narrowed),
  ];
}

/** Where `after` no longer gives what `before` promised. */
function lost(before: JsonSchema, after: JsonSchema, where: string): string[] {
  const optional = list(before.required).filter(
    (field) => field in properties(after) && !list(after.required).includes(field),
  );
  return [
    ...optional.map((field) => `${where}.${field} may now be missing`),
    ...typeChange(before, after, where),
    ...inside(before, after, where, lost),
  ];
}

const LOWER = ['minimum', 'minLength', 'minItems'];
const UPPER = ['maximum', 'maxLength', 'maxItems'];

/** `direction` 1: a larger bound refuses more; -1: a smaller one does. */
function tightened(before: unknown, after: unknown, direction: 1 | -1): boolean {
  if (typeof after !== 'number') return false;
  return typeof before !== 'number' || (after - before) * direction > 0;
}

function inside(before: JsonSchema, after: JsonSchema, where: string, compare: typeof narrowed): string[] {
  const now = properties(after);
  const fields = Object.entries(properties(before)).flatMap(([field, shape]) =>
    now[field] ? compare(shape, now[field], `${where}.${field}`) : [`${where}.${field} was removed`],
  );
  const items = isShape(before.items) && isShape(after.items) ? compare(before.items, after.items, `${where}[]`) : [];
  return [...fields, ...items, ...alternatives(before, after, where, compare)];
}

/** Alternatives are matched by the constants in them, the others by place: those that were there must be there still. */
function alternatives(before: JsonSchema, after: JsonSchema, where: string, compare: typeof narrowed): string[] {
  const [old, current] = [shapes(before.anyOf), shapes(after.anyOf)];
  if (old.length === 0) return [];
  return old.flatMap((shape) => {
    const constants = constantsOf(shape);
    const alike = (forms: JsonSchema[]) => forms.filter((form) => constantsOf(form) === constants);
    const match = alike(current)[alike(old).indexOf(shape)];
    return match ? compare(shape, match, where) : [`${where} has an alternative less`];
  });
}

/** The fields of an object that have one value only, which tell it from its alternatives; empty if there is none. */
function constantsOf(shape: JsonSchema): string {
  return Object.entries(properties(shape))
    .filter(([, field]) => field.const !== undefined)
    .map(([name, field]) => `${name}=${String(field.const)}`)
    .join();
}

function typeChange(before: JsonSchema, after: JsonSchema, where: string): string[] {
  if (before.type === undefined || JSON.stringify(before.type) === JSON.stringify(after.type)) return [];
  return [`${where} is now ${JSON.stringify(after.type ?? 'something else')}, was ${JSON.stringify(before.type)}`];
}

function missing(before: unknown, after: unknown): string[] {
  if (!Array.isArray(after)) return [];
  return list(before).filter((value) => !after.includes(value));
}

function properties(shape: JsonSchema): Record<string, JsonSchema> {
  return (shape.properties ?? {}) as Record<string, JsonSchema>;
}

function isShape(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shapes(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? value.filter(isShape) : [];
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
