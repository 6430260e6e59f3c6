/** A JSON Resume document by the standard's own validator, and by our reader. */
import { createRequire } from 'node:module';
import {
  type FieldError,
  type JsonResume,
  type Sections,
  applyChanges,
  emptySections,
  fromJsonResume,
} from '@gigsy/schema';

const { validate } = createRequire(import.meta.url)('@jsonresume/schema') as {
  validate(document: unknown, told: (errors: unknown, valid: boolean) => void): void;
};

/** Null for a valid document. */
export function faultsOf(document: unknown): unknown {
  let faults: unknown = 'not told';
  validate(document, (errors) => {
    faults = errors;
  });
  return faults;
}

/** The sections of a new profile made of the document, through the text of a file. */
export function readBack(document: JsonResume): { sections: Sections; notes: FieldError[] } {
  const read = fromJsonResume(JSON.parse(JSON.stringify(document)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  let made = 0;
  const sections = applyChanges(emptySections('Nobody'), read.sections, () => `made-${(made += 1)}`);
  return { sections, notes: read.notes };
}
