/**
 * The answers of queries that pages read over plain HTTP: each is the function's own answer to an anonymous visitor,
 * and one transaction gives many of them.
 */
import { type ErrorData, type FunctionContract, parseArgs } from '@gigsy/schema';
import type { QueryCtx } from '../../_generated/server.js';
import { refusalIn } from '../contract/errors.js';
import { NOBODY, type Principal } from '../contract/principal.js';

export interface Call<Args> {
  principal: Principal;
  args: Args;
  /** The function's contract name, such as `profile.update`. */
  name: string;
}

/** State that the calls of one transaction share. */
export interface Shared {
  /** The result of `read`. Calls with the same `key` share one reading. */
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
}

export function sharing(): Shared {
  const readings = new Map<string, Promise<unknown>>();
  return {
    once<T>(key: string, read: () => Promise<T>): Promise<T> {
      const reading = (readings.get(key) as Promise<T> | undefined) ?? read();
      readings.set(key, reading);
      return reading;
    },
  };
}

export interface Resource {
  declared: FunctionContract<'query'>;
  handler: (ctx: QueryCtx, call: Call<unknown> & Shared) => Promise<unknown>;
}

export type Answer = { value: unknown } | { error: ErrorData };

/** By contract name. */
const resources = new Map<string, Resource>();

/** Registers the handler of a query that pages read. */
export function offerResource(name: string, resource: Resource): void {
  resources.set(name, resource);
}

/** The answer to each set of arguments, in their order. An ask that is refused leaves the others as they are. */
export async function answersTo(ctx: QueryCtx, name: string, asks: readonly unknown[]): Promise<Answer[]> {
  const resource = resources.get(name);
  if (!resource) throw new Error(`convex/operations/functions.ts does not import the module of ${name}`);
  const shared = sharing();
  return Promise.all(asks.map((given) => answerTo(ctx, { name, given, shared }, resource)));
}

async function answerTo(
  ctx: QueryCtx,
  { name, given, shared }: { name: string; given: unknown; shared: Shared },
  { declared, handler }: Resource,
): Promise<Answer> {
  const parsed = parseArgs(declared.args, given);
  if (!parsed.ok) return { error: parsed.error };
  try {
    return { value: await handler(ctx, { principal: NOBODY, args: parsed.value, name, ...shared }) };
  } catch (thrown) {
    return { error: refusalIn(thrown) };
  }
}
