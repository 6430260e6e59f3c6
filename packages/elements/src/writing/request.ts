/** The outcome of a refused save: times to try again, faults by field. */
import type { GigsyError } from '@gigsy/sdk/reader';
import type { Fault, Faults } from './checks.ts';
import type { Field } from './field.ts';
import type { WorkingCopy } from './working-copy.ts';

type FieldError = NonNullable<GigsyError['fields']>[number];

/** Doubles with each failure from the first to the last. */
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** Milliseconds to wait after `failures` earlier ones; never less than the deployment asked for. */
export function retryDelay(failures: number, askedMs = 0): number {
  return Math.max(askedMs, Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.75 + Math.random() / 2));
}

/** Faults by name of values. Faults without a field stand under the name ''. `placeOf` is a store's. */
export function faultsFrom(
  { fields = [], message }: GigsyError,
  { shape, values }: Pick<WorkingCopy, 'shape' | 'values'>,
  placeOf: (path: string) => string,
): Faults {
  const names = shape.namesOf(values);
  const faults: Record<string, Fault> = {};
  for (const fault of fields) {
    const path = placeOf(fault.path);
    const name =
      path && names.find((each) => path === each || path.startsWith(`${each}.`) || each.startsWith(`${path}.`));
    faults[name || ''] ??= inOurWords(fault, name ? shape.fieldOf(name) : undefined);
  }
  return Object.keys(faults).length ? faults : { '': { message } };
}

/** In the reader's language, where the code and the field say all that the deployment's English words do. */
function inOurWords({ code, message }: FieldError, field: Field | undefined): Fault {
  const { max, most, range, kind } = field ?? {};
  if (field && (code === 'required' || code === 'empty')) return { rule: 'required' };
  if (code === 'too_long' && max !== undefined) return { rule: kind === 'lines' ? 'maxEach' : 'max', max };
  if (code === 'too_many' && most !== undefined) return { rule: 'most', max: most };
  if (code === 'out_of_range' && range) return { rule: 'range', range };
  return { message };
}
