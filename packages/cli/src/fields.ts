/** The fields of `gigsy set`, from the contract's sections, and the reading of their values from text. */
import {
  type Changes,
  type ObjectSection,
  type OwnProfile,
  countryOf,
  objectSections,
  plainMessage,
} from '@gigsy/schema';
import { CliError } from './failure.ts';
import { nearest } from './nearest.ts';

interface Reader {
  safeParse(
    value: unknown,
    params: { error: typeof plainMessage },
  ): { success: boolean; error?: { issues: { message: string }[] } };
}

export interface Field {
  /** `identity.headline`, `identity.location.city`. */
  path: string;
  section: ObjectSection;
  /** The path of the field within its section. */
  trail: readonly string[];
  reader: Reader;
}

/** The fields by name if `reader` reads an object. */
function partsOf(reader: unknown): Record<string, unknown> | undefined {
  const inner = (reader as { unwrap?: () => unknown }).unwrap?.() ?? reader;
  return (inner as { shape?: Record<string, unknown> }).shape;
}

export const fields: readonly Field[] = (Object.keys(objectSections) as ObjectSection[]).flatMap((section) =>
  Object.entries(objectSections[section].shape).flatMap(([name, reader]): Field[] => {
    const parts = partsOf(reader);
    const leaf = (trail: string[], part: unknown) => ({
      path: [section, ...trail].join('.'),
      section,
      trail,
      reader: part as Reader,
    });
    return parts ? Object.entries(parts).map(([part, inner]) => leaf([name, part], inner)) : [leaf([name], reader)];
  }),
);

/** Names that cannot be guessed from the end of a path. */
const ALIASES: Readonly<Record<string, string>> = {
  about: 'about.text',
  name: 'identity.displayName',
  location: 'identity.location.city',
  country: 'identity.location.countryCode',
  avatar: 'identity.avatarUrl',
  availability: 'availability.status',
};

export function findField(given: string): Field {
  const path = ALIASES[given] ?? given;
  const exact = fields.find((field) => field.path === path);
  const short = fields.filter((field) => field.path.endsWith(`.${path}`));
  const found = exact ?? (short.length === 1 ? short[0] : undefined);
  if (found) return found;
  const meant = nearest(given, [
    ...Object.keys(ALIASES),
    ...fields.map((field) => field.path),
    ...fields.map((field) => field.trail.at(-1)!),
  ]);
  throw new CliError(
    'unknown_field',
    `There is no field "${given}"${meant ? `; did you mean ${meant}?` : ';'} There are ${fields.map((field) => field.path).join(', ')}.`,
  );
}

/** The value that the field accepts from `text`: the text itself, else a number, yes or no, or a country's name. */
export function readValue(field: Field, text: string): unknown {
  const readings: unknown[] = [text];
  if (/^-?\d+(\.\d+)?$/.test(text)) readings.push(Number(text));
  if (text === 'true' || text === 'false') readings.push(text === 'true');
  if (field.trail.at(-1) === 'countryCode') readings.push(countryOf(text) ?? text);
  const read = (reading: unknown) => field.reader.safeParse(reading, { error: plainMessage });
  const accepted = readings.find((reading) => read(reading).success);
  if (accepted !== undefined) return accepted;
  const message = read(readings.at(-1)).error?.issues[0]?.message ?? 'is not valid';
  throw new CliError('invalid_argument', `${field.path} ${message}.`, [{ path: field.path, message }]);
}

/** The change that sets `field` (null clears it). The other fields of its object stay. */
export function changeOf(field: Field, value: unknown, before: OwnProfile): Changes {
  const [name = '', part] = field.trail;
  if (part === undefined) return { [field.section]: { [name]: value } } as Changes;
  const held = (before.sections[field.section] as Record<string, Record<string, unknown> | undefined>)[name];
  const merged = Object.fromEntries(Object.entries({ ...held, [part]: value }).filter(([, kept]) => kept !== null));
  return { [field.section]: { [name]: Object.keys(merged).length > 0 ? merged : null } } as Changes;
}
