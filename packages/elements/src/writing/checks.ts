/** Checks of values before they are sent. The deployment decides; this only spares a round trip. */
import { lengthOf } from '@gigsy/schema/rules';
import type { Field, FieldValue } from './field.ts';
import { idsOf, partsOf } from './shape.ts';
import { type WorkingCopy, changedFields } from './working-copy.ts';

/** The fault of a field: found here, or in the deployment's own words, which are English. */
export type Fault =
  | { rule: 'required' | 'url' | 'email' | 'date' | 'number' | 'whole' }
  | { rule: 'max' | 'maxEach' | 'most'; max: number }
  | { rule: 'range'; range: readonly [number, number] }
  | { message: string };

/** Faults by the names of fields, in the order of the form. */
export type Faults = Readonly<Record<string, Fault>>;

/**
 * The faults of what has changed: values stored under older rules are checked when they are changed. An item that is new
 * needs its required fields.
 */
export function checked(copy: WorkingCopy): Faults {
  const { shape, base, values } = copy;
  const stored = idsOf(base);
  const added = idsOf(values).filter((id) => !stored.includes(id));
  const required = shape.fields.filter((field) => field.required).map(({ name }) => name);
  const names = new Set([...changedFields(copy), ...added.flatMap((id) => required.map((name) => `${id}.${name}`))]);
  const found = shape.namesOf(values).flatMap((name) => {
    const field = names.has(name) && shape.fieldOf(name);
    const fault = field && faultOf(field, values[name] ?? null);
    return fault ? [[name, fault] as const] : [];
  });
  return Object.fromEntries(found);
}

/** True if all that is wrong is that items, which are not stored yet, lack something: they are being written. */
export function unfinished({ base }: WorkingCopy, faults: Faults): boolean {
  const stored = idsOf(base);
  return Object.entries(faults).every(
    ([name, fault]) =>
      'rule' in fault && fault.rule === 'required' && name.includes('.') && !stored.includes(partsOf(name)[0]),
  );
}

function faultOf(field: Field, value: FieldValue): Fault | undefined {
  const { kind, required, max } = field;
  const given = typeof value === 'string' ? value.trim() : value;
  if (given === '' || given === null) return required ? { rule: 'required' } : undefined;
  if (kind === 'number') return numberFault(field, given);
  if (Array.isArray(given)) return linesFault(field, given as readonly FieldValue[]);
  if (typeof given !== 'string') return undefined;
  if (kind === 'date' && !isPartialDate(given)) return { rule: 'date' };
  if (max !== undefined && lengthOf(given) > max) return { rule: 'max', max };
  if (kind === 'url' && !/^https?:\/\/[^\s/]/i.test(given)) return { rule: 'url' };
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(given)) return { rule: 'email' };
  return undefined;
}

/** Text in the place of a number is what no number could be read from. */
function numberFault({ range, whole }: Field, value: FieldValue): Fault | undefined {
  if (typeof value !== 'number') return { rule: 'number' };
  if (range && (value < range[0] || value > range[1])) return { rule: 'range', range };
  return whole && !Number.isInteger(value) ? { rule: 'whole' } : undefined;
}

function linesFault({ max = Infinity, most = Infinity }: Field, lines: readonly FieldValue[]): Fault | undefined {
  const texts = lines.map((line) => String(line).trim()).filter(Boolean);
  if (texts.length > most) return { rule: 'most', max: most };
  return texts.some((text) => lengthOf(text) > max) ? { rule: 'maxEach', max } : undefined;
}

function isPartialDate(text: string): boolean {
  const [year = '', month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return /^[12]\d{3}(-\d\d){0,2}$/.test(text) && date.getUTCDate() === Number(day);
}
