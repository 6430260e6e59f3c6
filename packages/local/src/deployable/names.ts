/** Rules for names, and for the names in validators. */
import type { ValidatorJSON } from '../values/validator-json.ts';

/** Convex's rule for the names of functions, tables, indexes and fields (convex-backend, identifier.rs). */
const LONGEST_IDENTIFIER = 64;

/** The fault in a name, or null. */
export function identifierFault(name: string): string | null {
  if (name.length > LONGEST_IDENTIFIER) return `is longer than ${LONGEST_IDENTIFIER} characters`;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    return 'must start with a letter and have only letters, digits and underscores';
  return /[A-Za-z0-9]/.test(name) ? null : 'must have a letter or digit';
}

/** The validators that stand directly in one. */
function parts(type: ValidatorJSON): ValidatorJSON[] {
  if (type.type === 'union') return type.value;
  if (type.type === 'array') return [type.value];
  if (type.type === 'record') return [type.keys, type.values.fieldType];
  return type.type === 'object' ? Object.values(type.value).map(({ fieldType }) => fieldType) : [];
}

/** The faults in names of fields and keys of records, at any depth (convex-backend, common/src/schemas/json.rs). */
export function validatorFaults(type: ValidatorJSON): string[] {
  const names = type.type === 'object' ? Object.keys(type.value) : [];
  const faults = names.flatMap((name) =>
    identifierFault(name) === null ? [] : [`the field "${name}" ${identifierFault(name)}`],
  );
  if (type.type === 'record' && !isRecordKey(type.keys)) faults.push('a record has keys that are not any string or id');
  return [...new Set([...faults, ...parts(type).flatMap(validatorFaults)])];
}

function isRecordKey(type: ValidatorJSON): boolean {
  return type.type === 'union' ? type.value.every(isRecordKey) : type.type === 'string' || type.type === 'id';
}
