/**
 * Declares a mutation and derives the parts that all mutations share: the idempotency key, the trace context and the errors of
 * the door.
 */
import type * as z from 'zod';
import { type AuditContract, type Declared, type FunctionContract, type RateLimit, withAdmission } from './define.ts';
import type { SubjectKind } from './subjects.ts';
import { idempotencyKeySchema } from './text.ts';
import { traceparentSchema } from './trace.ts';

/** The arguments that every mutation takes. */
const shared = { idempotencyKey: idempotencyKeySchema, traceparent: traceparentSchema.optional() };

/** The arguments that a mutation declares, with the key that names the request and the trace that it belongs to. */
export type KeyedArgs<Shape extends z.core.$ZodShape> = z.ZodObject<Shape & typeof shared, z.core.$strict>;

export interface MutationContract<
  A extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  S extends SubjectKind = SubjectKind,
> extends FunctionContract<'mutation', A, R> {
  readonly audit: AuditContract<S>;
}

type DeclaredMutation<Shape extends z.core.$ZodShape, R extends z.ZodType, S extends SubjectKind> = Declared<
  z.ZodObject<Shape, z.core.$strict>,
  R
> & { readonly rate: RateLimit; readonly audit: AuditContract<S> };

export function mutation<Shape extends z.core.$ZodShape, R extends z.ZodType, S extends SubjectKind>(
  declared: DeclaredMutation<Shape, R, S>,
): MutationContract<KeyedArgs<Shape>, R, S> {
  // safeExtend keeps the refinements of the arguments.
  const args = declared.args.safeExtend(shared as never);
  return {
    kind: 'mutation',
    ...declared,
    args: args as unknown as KeyedArgs<Shape>,
    errors: [...withAdmission(declared), 'idempotency_mismatch', 'rate_limited'],
  };
}
