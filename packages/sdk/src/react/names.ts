/** The contract's functions by their dotted names, as types. */
import type { Contract, FunctionKind } from '@gigsy/schema';
import type { FunctionAt } from '../resource-source.ts';
import type { Input, Output } from '../resources.ts';

/** Dotted names of the functions of a kind: `FunctionName<'query'>` has `'profile.get'`. */
export type FunctionName<Kind extends FunctionKind, Tree = Contract, Trail extends string = ''> = {
  [K in keyof Tree & string]: Tree[K] extends { kind: FunctionKind; summary: string }
    ? Tree[K] extends { kind: Kind }
      ? `${Trail}${K}`
      : never
    : FunctionName<Kind, Tree[K], `${Trail}${K}.`>;
}[keyof Tree & string];

export type QueryName = FunctionName<'query'>;
export type MutationName = FunctionName<'mutation'>;

export type QueryArgs<Name extends QueryName> = Input<FunctionAt<Name>>;
export type QueryResult<Name extends QueryName> = Output<FunctionAt<Name>>;
export type MutationArgs<Name extends MutationName> = Omit<Input<FunctionAt<Name>>, 'idempotencyKey'> & {
  idempotencyKey?: string;
};
export type MutationResult<Name extends MutationName> = Output<FunctionAt<Name>>;
