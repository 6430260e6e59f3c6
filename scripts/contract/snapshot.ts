/** The contract as plain data: what the reference page shows and what a later contract is compared with. */
import { type FunctionKind, type RateLimit, contract, errorStatus, listFunctions } from '@gigsy/schema';
import * as z from 'zod';

export type JsonSchema = Record<string, unknown>;

export interface FunctionSnapshot {
  name: string;
  kind: FunctionKind;
  summary: string;
  callers: readonly string[];
  errors: readonly string[];
  reveals: string;
  rate: RateLimit | null;
  args: JsonSchema;
  result: JsonSchema;
}

export interface Snapshot {
  errors: Record<string, number>;
  functions: FunctionSnapshot[];
}

/** The contract of the sources in this tree. */
export function takeSnapshot(): Snapshot {
  const functions = listFunctions(contract).map(({ name, contract: declared }): FunctionSnapshot => ({
    name,
    kind: declared.kind,
    summary: declared.summary,
    callers: declared.callers,
    errors: [...declared.errors].sort(),
    reveals: declared.reveals,
    rate: declared.rate ?? null,
    args: jsonSchema(declared.args),
    result: jsonSchema(declared.result),
  }));
  return { errors: errorStatus, functions: functions.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** What a caller without TypeScript reads: the shapes before zod's transforms. */
function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  return shape;
}
