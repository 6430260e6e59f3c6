/**
 * How a public function is declared: once, here in the schema package. The registered Convex function, the SDK method,
 * the reference page and the tests that try each function as each principal are all derived from these objects.
 */
import type * as z from 'zod';
import type { ErrorCode } from './rules/error-codes.ts';
import { type PrincipalKind, everyone } from './principals.ts';
import type { SubjectKind } from './subjects.ts';

export type FunctionKind = 'query' | 'mutation' | 'action';

/** The token bucket from which a principal draws on each call: `capacity` tokens, refilled at `rate` per `periodMs`. */
export interface RateLimit {
  rate: number;
  periodMs: number;
  capacity: number;
}

/** How a query answers over plain HTTP (`GET /v1/read/{name}`): as it answers an anonymous visitor. */
export interface HttpRead {
  /** Most that one request may ask for, 1 to 100. More than 1 only where one of the arguments is a `handle`. */
  readonly batch: number;
}

/** The audit row that each call of a mutation leaves, unless it found nothing to change. */
export interface AuditContract<S extends SubjectKind = SubjectKind> {
  /** The row's subject. */
  readonly subject: S;
  /** A description of the row's `changed`, for the reference page: it lists names, never content. */
  readonly changed: string;
}

export interface FunctionContract<
  K extends FunctionKind = FunctionKind,
  A extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  /** One sentence for the reference page. */
  readonly summary: string;
  readonly args: A;
  readonly result: R;
  /** Every code that this function throws, except `invalid_argument` and `internal`, which all functions may throw. */
  readonly errors: readonly ErrorCode[];
  /** The callers that it admits. All others get `unauthenticated` or `forbidden`. */
  readonly callers: readonly PrincipalKind[];
  /** One sentence: what its result can tell the caller about other people. */
  readonly reveals: string;
  /** Queries alone have it. */
  readonly http?: HttpRead;
  /** Functions that write have one. A Convex query cannot count calls, since it cannot write. */
  readonly rate: K extends 'query' ? undefined : RateLimit;
  /** Mutations alone have it. */
  readonly audit?: AuditContract;
  /** Fields of the result that hold secrets: null when a request is answered again, so that no copy is kept. */
  readonly shownOnce?: readonly string[];
}

/**
 * A query whose answers are resources, which pages read over plain HTTP. Its arguments are text, numbers, true or false, and
 * lists of texts without commas, since they stand in an address.
 */
export interface ResourceContract<
  A extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> extends FunctionContract<'query', A, R> {
  readonly http: HttpRead;
}

/** The declaration of a function. `errors` are the codes of its own handler: those of the door are derived. */
export type Declared<A extends z.ZodType, R extends z.ZodType> = Omit<
  FunctionContract<'query', A, R>,
  'kind' | 'rate' | 'http' | 'audit' | 'errors'
> & { readonly errors?: readonly ErrorCode[] };

export function query<A extends z.ZodType, R extends z.ZodType>(
  declared: Declared<A, R> & { http: HttpRead },
): ResourceContract<A, R>;
export function query<A extends z.ZodType, R extends z.ZodType>(
  declared: Declared<A, R>,
): FunctionContract<'query', A, R>;
export function query<A extends z.ZodType, R extends z.ZodType>(
  declared: Declared<A, R>,
): FunctionContract<'query', A, R> {
  return { kind: 'query', rate: undefined, ...declared, errors: withAdmission(declared) };
}

/** The codes of the handler, after those by which the door refuses callers that are not admitted. */
export function withAdmission({ callers, errors = [] }: Pick<Declared<never, never>, 'callers' | 'errors'>) {
  const admission: ErrorCode[] = [];
  if (!callers.includes('anonymous')) admission.push('unauthenticated');
  if (!everyone.every((kind) => callers.includes(kind))) admission.push('forbidden');
  return [...admission, ...errors];
}

/** The whole contract is a tree: leaves are functions, and the path to a leaf is its name everywhere. */
export interface ContractTree {
  readonly [key: string]: FunctionContract | ContractTree;
}

export function isFunctionContract(node: FunctionContract | ContractTree): node is FunctionContract {
  return typeof node.kind === 'string' && typeof node.summary === 'string';
}

export interface NamedFunction {
  /** Dotted name: `profile.get`, `trust.endorsements.request`; also the SDK path. */
  name: string;
  /** Convex path: `profile:get`, `trust/endorsements:request`. */
  path: string;
  contract: FunctionContract;
}

/** Every function in the tree with its names, in declaration order. */
export function listFunctions(tree: ContractTree, trail: readonly string[] = []): NamedFunction[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    const names = [...trail, key];
    if (!isFunctionContract(node)) return listFunctions(node, names);
    return [{ name: names.join('.'), path: `${names.slice(0, -1).join('/')}:${key}`, contract: node }];
  });
}
