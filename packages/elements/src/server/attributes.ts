/** Attributes of a tag, from values that the host's program gives: checked names, escaped values. */
import { escapeHtml } from '@gigsy/schema/rules';
import { GigsyError, isGigsyError } from '@gigsy/sdk/resource-reader';

/** True stands for an attribute without value; false, null and undefined are left out. */
export type AttributeValues = Record<string, string | number | boolean | null | undefined>;

/** HTML's names, except those that would run a value as script or replace the tag's own content. */
const NAME = /^(?!on)[a-z_:][a-z0-9_:.-]*$/i;

export function invalid(path: string, message: string): GigsyError {
  return new GigsyError('invalid_argument', `${path}: ${message}`, { fields: [{ path, message }] });
}

export function checkedObject<T>(path: string, value: T): T {
  if (typeof value !== 'object' || value === null) throw invalid(path, 'Give an object.');
  return value;
}

/** The result of `read`. @throws GigsyError `invalid_argument` if a value throws when it is read. */
export function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw isGigsyError(thrown) ? thrown : invalid(path, 'It cannot be read: one of its values throws.');
  }
}

/** The attributes that are set, by lower-case name. */
export function checkedAttributes(values: AttributeValues): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of readable('attributes', () => Object.entries(checkedObject('attributes', values)))) {
    const path = `attributes.${name}`;
    if (!NAME.test(name)) throw invalid(path, 'This is no name of an attribute that may be set.');
    if (/^(state|empty)$/i.test(name)) throw invalid(path, 'The element says its state itself.');
    if (value == null || value === false) continue;
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw invalid(path, 'Give a string, a number, a boolean or nothing.');
    found.set(name.toLowerCase(), value === true ? '' : String(value));
  }
  return found;
}

export function writeAttributes(attributes: Map<string, string>): string {
  let written = '';
  for (const [name, value] of attributes) written += value ? ` ${name}="${escapeHtml(value)}"` : ` ${name}`;
  return written;
}
