/**
 * The extension of a JSON Resume document, under one name wherever it stands: what the standard has no place for, and
 * what it cannot say as exactly as a profile does. Reading a document that nobody has edited gives the profile back
 * without loss. In a document that somebody has edited, the standard's fields count.
 */
import type * as z from 'zod';
import { canonicalJson } from '../../contract/canonical.ts';
import type { ResumeReader } from '../resume-reader.ts';

export const EXTENSION = 'x-gigsy';

export type Fields = Readonly<Record<string, unknown>>;
/** The standard's form of a section's fields. */
export type Written = (fields: Fields) => Fields;
type Shape = Readonly<Record<string, z.ZodType>>;

/** The fields of `given` that are not in `read`, and null for those of `read` that `given` does not have. */
export function restOf(given: Fields, read: Fields): Fields {
  const names = [...new Set([...Object.keys(given), ...Object.keys(read)])];
  return Object.fromEntries(
    names.filter((name) => !isSame(given[name], read[name])).map((name) => [name, given[name] ?? null]),
  );
}

/**
 * `read` with the fields of the extension that contradict nothing in the standard's fields: all of them where the
 * document is as it was written, else each that has no other form there. Fields that are unknown or faulty are noted.
 */
export function withRest<T extends object>(read: T, rest: ResumeReader, shape: Shape, written: Written): T {
  const fields = rest.fields().flatMap(([name, value]) => {
    if (!Object.hasOwn(shape, name)) return rest.note(name, 'has no place in a profile; left out') ?? [];
    if (value !== null && !shape[name]!.safeParse(value).success)
      return rest.note(name, 'is not in a form that is taken; left out') ?? [];
    return [[name, value] as const];
  });
  const before = written(read as Fields);
  const stands = (more: typeof fields) => isSame(written(changed(read, more)), before);
  const kept = stands(fields) ? fields : fields.filter((field) => stands([field]));
  return changed(read, kept) as T;
}

function changed(read: object, more: readonly (readonly [string, unknown])[]): Fields {
  const all = { ...read, ...Object.fromEntries(more) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined));
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
