/**
 * Reads the asks of a request from its address: `handle=ada,sam&sections=identity`. Groups follow one another, each
 * closed by its handles: `sections=identity&handle=ada,sam&sections=skills&handle=eve`.
 */
import type { FieldCode, FunctionContract } from '@gigsy/schema';
import * as z from 'zod';
import { refusal } from '../contract/errors.js';

/** Longest query of an address, in characters: as much as every server on the way must take (RFC 9110, 4.1). */
export const MAX_QUERY = 8_000;

export interface Asked {
  /** Arguments, not yet checked. */
  asks: Record<string, unknown>[];
  /** The partner's publishable key. */
  key: string | null;
  /** Tags of answers that the client has. */
  known: ReadonlySet<string>;
}

type Parameter = readonly [name: string, text: string];

/** Throws a refusal that says which parameter is at fault. */
export function asksIn(query: string, { args, http }: FunctionContract): Asked {
  if (query.length > MAX_QUERY)
    throw refusal('too_large', `Refused: the address is longer than ${MAX_QUERY} characters. Ask in several requests.`);
  const parameters = query === '' ? [] : query.split('&').map(decoded);
  const shape = args instanceof z.ZodObject ? (args.shape as Record<string, z.ZodType>) : {};
  const own = parameters.filter(([name]) => name !== 'key' && name !== 'known');
  for (const [name] of own)
    if (!Object.hasOwn(shape, name)) throw faulty(name, 'unknown_field', 'is not a known field');
  const asks = groupsIn(own).flatMap((group) => asksOf(group, shape));
  const most = http?.batch ?? 1;
  if (asks.length > most)
    throw refusal('too_large', `Refused: one request asks for at most ${most}.`, {
      fields: [{ path: 'handle', code: 'too_many', message: `must be at most ${most} in one request` }],
    });
  return {
    asks,
    key: single(parameters, 'key'),
    known: new Set(
      single(parameters, 'known')
        ?.split(',')
        .map((tag) => tag.replaceAll('"', '')),
    ),
  };
}

function decoded(parameter: string): Parameter {
  const [name = '', ...rest] = parameter.replaceAll('+', ' ').split('=');
  try {
    return [decodeURIComponent(name), decodeURIComponent(rest.join('='))];
  } catch {
    throw refusal('invalid_argument', 'Refused: the address is not encoded as UTF-8 by percent signs (RFC 3986, 2.1).');
  }
}

/** One group where there is at most one `handle`, in any order; else each `handle` closes one. */
function groupsIn(parameters: readonly Parameter[]): Parameter[][] {
  const ends = parameters.flatMap(([name], index) => (name === 'handle' ? [index + 1] : []));
  if (ends.length < 2) return [[...parameters]];
  const [last] = parameters.slice(ends.at(-1));
  if (last) throw faulty(last[0], 'unknown_field', 'stands after the last handle, and so belongs to none');
  return ends.map((end, index) => parameters.slice(ends[index - 1] ?? 0, end));
}

function asksOf(group: readonly Parameter[], shape: Record<string, z.ZodType>): Record<string, unknown>[] {
  const handles = single(group, 'handle');
  const others = group.filter(([name]) => name !== 'handle');
  const shared = others.map(([name, text]) => {
    single(group, name);
    return [name, isList(shape[name]) ? text.split(',') : text] as const;
  });
  const asked = Object.fromEntries(shared);
  return handles === null ? [asked] : handles.split(',').map((handle) => ({ ...asked, handle }));
}

function isList(schema: z.ZodType | undefined): boolean {
  return (schema instanceof z.ZodOptional ? schema.unwrap() : schema) instanceof z.ZodArray;
}

/** The parameter's text, or null. Throws where it stands there twice. */
function single(parameters: readonly Parameter[], name: string): string | null {
  const [first, second] = parameters.filter((parameter) => parameter[0] === name);
  if (second) throw faulty(name, 'too_many', 'is given twice');
  return first ? first[1] : null;
}

function faulty(name: string, code: FieldCode, message: string) {
  const path = name.replace(/[^\x21-\x7e]/g, '?').slice(0, 60);
  return refusal('invalid_argument', `Refused: check ${path}.`, { fields: [{ path, code, message }] });
}
