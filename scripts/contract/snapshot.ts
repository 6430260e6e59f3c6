/**
 * The contract as plain data: the source of the reference page, and the base against which later contracts are
 * compared.
 */
import {
  type AuditContract,
  type FunctionKind,
  type HttpRead,
  type RateLimit,
  contract,
  errorStatus,
  listFunctions,
} from '@gigsy/schema';
import { type JsonSchema, type Shapes, jsonSchema, shared } from './shapes.ts';

export interface FunctionSnapshot {
  name: string;
  kind: FunctionKind;
  summary: string;
  callers: readonly string[];
  errors: readonly string[];
  reveals: string;
  rate: RateLimit | null;
  /** Null for functions that pages cannot read over plain HTTP. Snapshots of older releases have none. */
  http?: HttpRead | null;
  audit: AuditContract | null;
  args: JsonSchema;
  result: JsonSchema;
}

export interface Snapshot {
  errors: Record<string, number>;
  functions: FunctionSnapshot[];
  /** The shapes that functions refer to. Snapshots of older releases have none and repeat every shape. */
  shapes?: Shapes;
}

/** The contract of the sources in this tree. */
export function takeSnapshot(): Snapshot {
  const functions = listFunctions(contract).sort((a, b) => (a.name < b.name ? -1 : 1));
  const written = Object.fromEntries(
    functions.flatMap(({ name, contract: { args, result } }) => [
      [`${name}.args`, jsonSchema(args)],
      [`${name}.result`, jsonSchema(result)],
    ]),
  );
  const { roots, shapes } = shared(written);
  return {
    errors: errorStatus,
    functions: functions.map(({ name, contract: declared }) => ({
      name,
      kind: declared.kind,
      summary: declared.summary,
      callers: declared.callers,
      errors: [...declared.errors].sort(),
      reveals: declared.reveals,
      rate: declared.rate ?? null,
      http: declared.http ?? null,
      audit: declared.audit ?? null,
      args: roots[`${name}.args`]!,
      result: roots[`${name}.result`]!,
    })),
    shapes,
  };
}

/** The snapshot as it is committed: JSON whose objects and lists stand in one line where they fit in 120 columns. */
export function snapshotText(snapshot: object): string {
  return `${text(snapshot, '')}\n`;
}

const WIDTH = 120;

function text(value: unknown, indent: string, lead = 0): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + lead + line.length < WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + text(item, inner)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, member]) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + text(member, inner, name.length);
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}
