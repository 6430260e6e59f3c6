/** Hooks for mutations. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type GigsyError, connectionError, isGigsyError } from '../errors.ts';
import { useGigsy } from './client.ts';
import { type MutationArgs, type MutationName, type MutationResult } from './names.ts';
import { methodOf } from '../methods.ts';

export interface MutationState<Result> {
  readonly status: 'idle' | 'pending' | 'done' | 'error';
  /** The answer to the last call. */
  readonly data: Result | undefined;
  readonly error: GigsyError | undefined;
}

export interface Mutation<Name extends MutationName> extends MutationState<MutationResult<Name>> {
  /** Calls the function. The state is that of the last call; each call has its own promise. */
  call(args: MutationArgs<Name>): Promise<MutationResult<Name>>;
  reset(): void;
}

const IDLE = { status: 'idle', data: undefined, error: undefined } as const;

/** A mutation to call from a component, with the state of its last call. */
export function useMutation<Name extends MutationName>(name: Name): Mutation<Name> {
  type Result = MutationResult<Name>;
  const gigsy = useGigsy();
  const [state, setState] = useState<MutationState<Result>>(IDLE);
  const last = useRef<Promise<Result> | undefined>(undefined);
  useEffect(() => () => void (last.current = undefined), []);
  const call = useCallback(
    (args: MutationArgs<Name>) => {
      const called = methodOf(gigsy, name)(args) as Promise<Result>;
      last.current = called;
      const show = (next: MutationState<Result>) => last.current === called && setState(next);
      show({ status: 'pending', data: undefined, error: undefined });
      called.then(
        (data) => show({ status: 'done', data, error: undefined }),
        (thrown: unknown) => show({ status: 'error', data: undefined, error: errorOf(thrown) }),
      );
      return called;
    },
    [gigsy, name],
  );
  const reset = useCallback(() => {
    last.current = undefined;
    setState(IDLE);
  }, []);
  return { ...state, call, reset };
}

function errorOf(thrown: unknown): GigsyError {
  return isGigsyError(thrown) ? thrown : connectionError(thrown);
}
