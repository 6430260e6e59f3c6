/** Validators in their exported JSON form, as `exportArgs()` and the schema give them. */
import type { JSONValue } from './json.ts';

export type FieldJSON = { fieldType: ValidatorJSON; optional: boolean };
export type ValidatorJSON =
  | { type: 'null' | 'number' | 'bigint' | 'commitTs' | 'boolean' | 'string' | 'bytes' | 'any' }
  | { type: 'literal'; value: JSONValue }
  | { type: 'id'; tableName: string }
  | { type: 'array'; value: ValidatorJSON }
  | { type: 'record'; keys: ValidatorJSON; values: FieldJSON }
  | { type: 'object'; value: Record<string, FieldJSON> }
  | { type: 'union'; value: ValidatorJSON[] };
