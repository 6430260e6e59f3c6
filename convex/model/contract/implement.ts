/**
 * Makes the registered Convex function of a contract entry. What every public function shares happens here once:
 * arguments are checked by zod (Convex's own argument validator would stop at the first fault and be redacted in
 * production, see docs/adr/0003), the caller is identified and admitted, writes are rate limited and answered once per
 * idempotency key.
 */
import { type FunctionContract, type NamedFunction, contract, listFunctions, parseArgs } from '@gigsy/schema';
import type { RegisteredMutation, RegisteredQuery } from 'convex/server';
import { ConvexError, v } from 'convex/values';
import type * as z from 'zod';
import type { Id } from '../../_generated/dataModel.js';
import { type MutationCtx, type QueryCtx, mutation, query } from '../../_generated/server.js';
import { findAnswer, keepAnswer } from '../operations/idempotency.js';
import { drawToken } from '../operations/rate.js';
import { hashOf } from './hash.js';
import { type Principal, authorize, isMember, principalKey, principalOf } from './principal.js';
import { convexValidator } from '../../tables/contract.js';

const names = new Map<FunctionContract, NamedFunction>(listFunctions(contract).map((named) => [named.contract, named]));

export interface Call<Args> {
  principal: Principal;
  args: Args;
  /** The function's contract name, such as `profile.update`. */
  name: string;
}

export function implementQuery<A extends z.ZodType, R extends z.ZodType>(
  declared: FunctionContract<'query', A, R>,
  handler: (ctx: QueryCtx, call: Call<z.output<A>>) => Promise<z.input<R>>,
): RegisteredQuery<'public', z.input<A> & Record<string, unknown>, Promise<z.output<R>>> {
  return query({
    args: v.any(),
    // The last gate, through which no undeclared field passes.
    returns: convexValidator(declared.result),
    handler: async (ctx: QueryCtx, given: unknown) => handler(ctx, await admit(ctx, declared, given)),
  }) as never;
}

export function implementMutation<A extends z.ZodType<{ idempotencyKey: string }>, R extends z.ZodType>(
  declared: FunctionContract<'mutation', A, R>,
  handler: (ctx: MutationCtx, call: Call<z.output<A>>) => Promise<z.input<R>>,
): RegisteredMutation<'public', z.input<A> & Record<string, unknown>, Promise<z.output<R>>> {
  return mutation({
    args: v.any(),
    returns: convexValidator(declared.result),
    handler: async (ctx: MutationCtx, given: unknown) => {
      const call = await admit(ctx, declared, given);
      const { idempotencyKey, ...request } = call.args;
      const principal = principalKey(call.principal);
      const identity = { principal, function: call.name, key: idempotencyKey, requestHash: await hashOf(request) };
      const kept = await findAnswer(ctx, identity);
      if (kept) return kept.result;
      await drawToken(ctx, call.name, principal, declared.rate);
      const result = await handler(ctx, call);
      await keepAnswer(ctx, identity, withoutSecrets(result, declared.shownOnce));
      return result;
    },
  }) as never;
}

async function admit<A extends z.ZodType>(
  ctx: QueryCtx | MutationCtx, declared: FunctionContract<'query' | 'mutation', A>, given: unknown,
): Promise<Call<z.output<A>>> {
  const principal = await principalOf(ctx);
  authorize(principal, declared.callers);
  const parsed = parseArgs(declared.args, given);
  if (!parsed.ok) throw new ConvexError(parsed.error);
  return { principal, args: parsed.value, name: names.get(declared as FunctionContract)?.name ?? '' };
}

/** Whom an audit row names: the account of the person who acts, if it is one. */
export function actorOf(principal: Principal): Id<'accounts'> | null {
  return isMember(principal) ? principal.account._id : null;
}

/** What is kept of an answer: a secret in it is shown once and stored nowhere. */
function withoutSecrets(result: unknown, secrets: readonly string[] = []): unknown {
  if (secrets.length === 0) return result;
  return { ...(result as object), ...Object.fromEntries(secrets.map((field) => [field, null])) };
}
