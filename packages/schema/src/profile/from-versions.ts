/** Arguments of changes that name the versions which they were made from. */
import type * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { sectionNames } from './sections.ts';

/** A change names the version of each section it was made from. Checked even when other fields are faulty too. */
export function fromVersions<A extends z.ZodObject>(
  args: A,
  changedBy: (given: Record<string, unknown>) => Set<unknown>,
): A {
  return args.superRefine(
    (given, context) => {
      const { expected } = given;
      if (!isRecord(expected)) return;
      const changed = changedBy(given);
      for (const section of sectionNames) {
        if (!changed.has(section) || expected[section] !== undefined) continue;
        const path = ['expected', section];
        context.addIssue({ code: 'custom', path, ...fault('must give the version that was read', 'required') });
      }
    },
    { when: ({ value }) => isRecord(value) },
  );
}

/** The sections that operations name, as far as they can be read. */
export function sectionsOfOperations({ operations }: Record<string, unknown>): Set<unknown> {
  return new Set(Array.isArray(operations) ? operations.map((one: unknown) => isRecord(one) && one.section) : []);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}
