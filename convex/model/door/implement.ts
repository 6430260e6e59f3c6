/**
 * Makes the registered Convex function of a contract entry. Every public function passes through here: zod checks the
 * arguments (Convex's own validator stops at the first fault and is redacted in production, see docs/adr/0003), and the
 * caller is identified and admitted. Mutations are rate limited, have one effect per idempotency key and leave an audit
 * row (docs/adr/0017). Their refusals count too (docs/adr/0012).
 */
import {
  type FunctionContract,
  type MutationContract,
  type NamedFunction,
  type Refused,
  type SubjectKind,
  contract,
  listFunctions,
  parseArgs,
  refusedSchema,
} from '@gigsy/schema';
import type { RegisteredMutation, RegisteredQuery } from 'convex/server';
import { ConvexError, v } from 'convex/values';
import type * as z from 'zod';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import { type MutationCtx, type QueryCtx, mutation, query } from '../../_generated/server.js';
import { MISMATCH, findAnswer, keepAnswer } from '../operations/idempotency.js';
import { drawToken } from '../operations/rate.js';
import { noteSpan } from '../operations/spans.js';
import { type Trace, beginSpan } from '../operations/trace.js';
import { appendAudit, appendRefusal } from '../privacy/audit.js';
import { findAccount } from '../profile/accounts.js';
import { type Outcome, entryOf } from './audit.js';
import { principalOf } from './identify.js';
import { type Call, type Shared, offerResource, sharing } from './resource.js';
import { convexValidator } from '../../tables/contract.js';
import { isRefused, settled } from '../contract/errors.js';
import { hashOf } from '../contract/hash.js';
import { type Principal, actorOf, authorize, principalKey } from '../contract/principal.js';

const names = new Map<FunctionContract, NamedFunction>(listFunctions(contract).map((named) => [named.contract, named]));

export function implementQuery<A extends z.ZodType, R extends z.ZodType>(
  declared: FunctionContract<'query', A, R>,
  handler: (ctx: QueryCtx, call: Call<z.output<A>> & Shared) => Promise<z.input<R>>,
): RegisteredQuery<'public', z.input<A> & Record<string, unknown>, Promise<z.output<R>>> {
  if (declared.http) offerResource(nameOf(declared), { declared, handler: handler as never });
  return query({
    args: v.any(),
    // The last gate: no undeclared field passes.
    returns: convexValidator(declared.result),
    handler: async (ctx: QueryCtx, given: unknown) =>
      handler(ctx, { ...(await admit(ctx, declared, given)), ...sharing() }),
  }) as never;
}

/** The handlers of mutations by contract name, for `attempt`. */
const handlers = new Map<string, (ctx: MutationCtx, call: Call<never>) => Promise<Outcome<unknown>>>();

/**
 * A refusal of the handler is the mutation's answer, `{ refused }`: a throw would undo the draw from the rate limit and
 * let callers guess without end. Refusals that leave no rows are thrown: a caller who is not admitted or whose
 * arguments are wrong learns nothing of stored data, and an empty bucket stays as it is.
 */
export function implementMutation<
  A extends z.ZodType<{ idempotencyKey: string }>,
  R extends z.ZodType,
  S extends SubjectKind,
>(
  declared: MutationContract<A, R, S>,
  handler: (ctx: MutationCtx, call: Call<z.output<A>>) => Promise<Outcome<z.input<R>, S>>,
): RegisteredMutation<'public', z.input<A> & Record<string, unknown>, Promise<z.output<R> | Refused>> {
  handlers.set(nameOf(declared), handler as never);
  return mutation({
    args: v.any(),
    returns: v.union(convexValidator(declared.result), convexValidator(refusedSchema)),
    handler: async (ctx: MutationCtx, given: unknown) => {
      const { args, ...admitted } = await admit(ctx, declared, given, Date.now());
      // The trace is the call's and not the request's: a repeated request may come in another, and handlers know of none.
      const { idempotencyKey, traceparent, ...request } = args as typeof args & { traceparent?: string };
      const call = { ...admitted, args: { ...request, idempotencyKey } };
      const principal = principalKey(call.principal);
      const identity = { principal, function: call.name, key: idempotencyKey, requestHash: await hashOf(request) };
      const kept = await findAnswer(ctx, identity);
      if (kept?.requestHash === identity.requestHash) return kept.result;
      await drawToken(ctx, call.name, principal, declared.rate);
      const span = beginSpan(traceparent);
      const outcome = kept ? MISMATCH : await settled(() => attempted(ctx, call, span));
      await record(ctx, call, declared.audit.subject, outcome);
      const code = isRefused(outcome) ? outcome.refused.code : 'ok';
      await noteSpan(ctx, span, { name: call.name, kind: 'server', outcome: code });
      if (isRefused(outcome)) return outcome;
      await keepAnswer(ctx, identity, withoutSecrets(outcome.answer, declared.shownOnce));
      return outcome.answer;
    },
  }) as never;
}

/**
 * Runs the handler of an admitted call. To be called in a transaction of its own, so that its refusal undoes its writes
 * alone.
 */
export async function attempt(ctx: MutationCtx, call: Call<unknown>): Promise<Outcome<unknown>> {
  const handler = handlers.get(call.name);
  if (!handler) throw new Error(`convex/operations/attempts.ts does not import the module of ${call.name}`);
  return handler(ctx, call as Call<never>);
}

function attempted(ctx: MutationCtx, call: Call<unknown>, trace: Trace | undefined): Promise<Outcome<unknown>> {
  return ctx.runMutation(internal.operations.attempts.make, { call, ...(trace && { trace }) }) as Promise<
    Outcome<unknown>
  >;
}

/** The audit row: about the change, or about the caller if access was denied. */
async function record(
  ctx: MutationCtx,
  { principal, name: action }: Call<unknown>,
  kind: SubjectKind,
  outcome: Outcome<unknown> | Refused,
): Promise<void> {
  if (isRefused(outcome)) {
    const actor = actorOf(principal);
    if (!actor) return;
    const entry = { actor, action, subject: { kind: 'account', id: actor } as const, changed: [] };
    await appendRefusal(ctx, entry, outcome.refused.code);
  } else if (outcome.audit) {
    const actor = actorOf(principal) ?? (await accountMade(ctx, principal));
    await appendAudit(ctx, entryOf({ actor, action, kind }, outcome.audit));
  }
}

/** The account that a newcomer has by their first call. */
async function accountMade(ctx: MutationCtx, principal: Principal): Promise<Id<'accounts'> | null> {
  return principal.kind === 'newcomer' ? ((await findAccount(ctx, principal.subject))?._id ?? null) : null;
}

async function admit<A extends z.ZodType>(
  ctx: QueryCtx | MutationCtx,
  declared: FunctionContract<'query' | 'mutation', A>,
  given: unknown,
  now?: number,
): Promise<Call<z.output<A>>> {
  const principal = await principalOf(ctx, now);
  authorize(principal, declared.callers);
  const parsed = parseArgs(declared.args, given);
  if (!parsed.ok) throw new ConvexError(parsed.error);
  return { principal, args: parsed.value, name: nameOf(declared) };
}

function nameOf(declared: unknown): string {
  return names.get(declared as FunctionContract)?.name ?? '';
}

/** The answer as it is kept for repeated requests: a secret is shown once and stored nowhere. */
function withoutSecrets(result: unknown, secrets: readonly string[] = []): unknown {
  if (secrets.length === 0) return result;
  return { ...(result as object), ...Object.fromEntries(secrets.map((field) => [field, null])) };
}
