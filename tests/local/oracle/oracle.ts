/** Runs programs on the embedded deployment and on convex-test, and compares every result, every failure and the data left. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convexTest } from 'convex-test';
import { anyApi } from 'convex/server';
import { convexToJson, jsonToConvex } from 'convex/values';
import type { JSONValue, Value } from 'convex/values';
import * as fc from 'fast-check';
import { startDeployment } from '../../../packages/local/src/index.ts';
import { programFor } from './arbitrary-program.ts';
import { schemaSpec } from './arbitrary-schema.ts';
import * as programs from './programs.ts';
import { toSchema } from './spec.ts';
import type { Op, Program, QuerySpec, SchemaSpec, Step } from './spec.ts';

interface Request {
  program: string;
  slots: string[];
}

type Call = (name: string, args: object) => Promise<unknown>;

interface Reply {
  results: unknown;
  slots: string[];
}

/** Starts the embedded deployment with a generated schema; the functions are the oracle's own. */
async function startSubject(schema: SchemaSpec): Promise<{ call: Call; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gigsy-oracle-'));
  const functionsDir = join(folder, 'convex');
  const source = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
  mkdirSync(functionsDir);
  writeFileSync(
    join(functionsDir, 'schema.ts'),
    `import { toSchema } from ${source('spec.ts')};\nexport default toSchema(${JSON.stringify(schema)});\n`,
  );
  const typed = `typedFunction(${JSON.stringify(schema.argument)}, ${JSON.stringify(schema.result)})`;
  const lines = [
    `export * from ${source('programs.ts')};`,
    `import { typedFunction } from ${source('programs.ts')};`,
    `export const typed = ${typed};`,
  ];
  writeFileSync(join(functionsDir, 'programs.ts'), lines.join('\n'));
  const deployment = await startDeployment({
    functionsDir,
    dataDir: join(folder, 'data'),
    env: { ORACLE_SIDE: 'subject' },
  });
  return {
    call: (name, args) => deployment.run(`programs:${name}`, args),
    async close() {
      await deployment.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startReference(schema: SchemaSpec): Call {
  const module = { ...programs, typed: programs.typedFunction(schema.argument, schema.result) };
  const modules = {
    './convex/programs.ts': () => Promise.resolve(module),
    './convex/_generated/api.js': () => Promise.resolve({}),
  };
  const test = convexTest(toSchema(schema) as never, modules);
  const kinds: Record<string, 'query' | 'mutation' | 'action'> = {
    mutate: 'mutation',
    clear: 'mutation',
    read: 'query',
    act: 'action',
  };
  return (name, args) =>
    (test as unknown as Record<string, (fn: unknown, args: object) => Promise<unknown>>)[kinds[name]!]!(
      (anyApi.programs as Record<string, unknown>)[name],
      args,
    );
}

const FUNCTION_OF: Record<Step['kind'], string> = { mutation: 'mutate', query: 'read', action: 'act' };

/** Every outcome of a program as text in which ids are numbers of slots and nothing depends on the clock. */
async function transcript(call: Call, schema: SchemaSpec, program: Program): Promise<string[]> {
  const lines: string[] = [];
  let slots: string[] = [];
  const known: string[] = [];
  const perform = async (name: string, ops: Op[], fail: Step['fail']) => {
    const request: Request = { program: JSON.stringify({ ops, fail }), slots };
    const reply = await call(name, request).then(
      (value) => value as Reply,
      (error: unknown) => failed(error, slots),
    );
    slots = reply.slots;
    for (const id of slots) if (!known.includes(id)) known.push(id);
    lines.push(canonical(reply.results, known));
  };
  await perform(
    'mutate',
    program.data.map((row) => ({ op: 'insert', caught: true, ...row })),
    null,
  );
  for (const step of program.steps) await perform(FUNCTION_OF[step.kind], step.ops, step.fail);
  for (const table of schema.tables) {
    const sortable = table.indexes.filter(({ fields }) => table.fields[fields[0]!]?.kind !== 'id');
    const whole = (index: string | null): QuerySpec => ({
      table: table.name,
      index,
      range: [],
      order: null,
      filters: [],
    });
    await perform(
      'read',
      [null, ...sortable.map(({ name }) => name)].map((index) => ({
        op: 'query',
        caught: false,
        query: whole(index),
        ending: 'collect',
      })),
      null,
    );
  }
  return lines;
}

/** A failure as a client sees it: its class, and a ConvexError's data. */
function failed(error: unknown, slots: string[]): Reply {
  const { data, message } = error as { data?: unknown; message: string };
  if (data !== undefined) {
    const thrown = (typeof data === 'string' ? JSON.parse(data) : data) as { results: string; slots: string[] };
    return {
      results: { failed: 'convex', data: jsonToConvex(JSON.parse(thrown.results) as JSONValue) },
      slots: thrown.slots,
    };
  }
  return { results: { failed: programs.VALIDATOR.test(message) ? 'validator' : 'other' }, slots };
}

/** No string of the generators' looks like an id of either side. */
const ID = /^(?=.*\d)[0-9a-z_]{31,37}$/;

/** Ids become numbers in the order they are met: an action that failed never told which it had inserted. */
function canonical(value: unknown, ids: string[]): string {
  const rewrite = (item: unknown): unknown => {
    if (typeof item === 'string' && ID.test(item))
      return `#${ids.includes(item) ? ids.indexOf(item) : ids.push(item) - 1}`;
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return item.map(rewrite);
    const fields = Object.entries(item)
      .filter(([key]) => key !== '_creationTime')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(fields.map(([key, inner]) => [key, rewrite(inner)]));
  };
  return JSON.stringify(rewrite(convexToJson(value as Value)));
}

export interface OracleOptions {
  seed: number;
  schemas: number;
  programsPerSchema: number;
  onSchema?: (done: number) => void;
  signal?: AbortSignal;
}

/** Throws with the smallest program found on which the two differ; says how many ran. */
export async function runOracle(options: OracleOptions): Promise<number> {
  let ran = 0;
  const schemas = fc.sample(schemaSpec, { seed: options.seed, numRuns: options.schemas });
  for (const [number, schema] of schemas.entries()) {
    if (options.signal?.aborted) break;
    const subject = await startSubject(schema);
    try {
      const property = fc.asyncProperty(programFor(schema), (program) => compare(subject.call, schema, program));
      const outcome = await fc.check(property, { seed: options.seed + number, numRuns: options.programsPerSchema });
      if (outcome.failed) throw new Error(report(outcome, schema));
      ran += outcome.numRuns;
    } finally {
      await subject.close();
    }
    options.onSchema?.(ran);
  }
  return ran;
}

async function compare(subject: Call, schema: SchemaSpec, program: Program): Promise<void> {
  await subject('clear', { tables: schema.tables.map(({ name }) => name) });
  const actual = await transcript(subject, schema, program);
  const expected = await transcript(startReference(schema), schema, program);
  const differs = actual.findIndex((line, at) => line !== expected[at]);
  if (differs >= 0)
    throw new Error(`outcome ${differs} differs\nconvex-test: ${expected[differs]}\nembedded:    ${actual[differs]}`);
}

function report({ seed, counterexample, errorInstance }: fc.RunDetails<[Program]>, schema: SchemaSpec): string {
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `With seed ${seed} ${reason}\nprogram: ${JSON.stringify(counterexample?.[0])}\nschema: ${JSON.stringify(schema)}`;
}
