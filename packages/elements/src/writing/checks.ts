/** Checks of a value before it is sent. The deployment decides; this only spares a round trip. */
import type { Field, FieldValue, Values } from './field.ts';

/** The fault of a field: found here, or in the deployment's own words, which are English. */
export type Fault = { rule: 'required' | 'url' | 'email' } | { rule: 'max'; max: number } | { message: string };

/** Faults by the names of fields, in the order of the form. */
export type Faults = Readonly<Record<string, Fault>>;

/** The faults of the fields that `values` name: values stored under older rules are checked when they are changed. */
export function checked(fields: readonly Field[], values: Values): Faults {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const fault = field.name in values && faultOf(field, values[field.name]!);
      return fault ? [[field.name, fault] as const] : [];
    }),
  );
}

function faultOf({ kind, required, max }: Field, value: FieldValue): Fault | undefined {
  const text = typeof value === 'string' ? value.trim() : value;
  if (text === '' || text === null) return required ? { rule: 'required' } : undefined;
  if (typeof text !== 'string') return undefined;
  if (max !== undefined && text.length > max) return { rule: 'max', max };
  if (kind === 'url' && !/^https?:\/\/[^\s/]/i.test(text)) return { rule: 'url' };
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return { rule: 'email' };
  return undefined;
}
