/**
 * Holds each call of a contract function in these tests to its contract: a code that the function throws or returns and
 * does not declare fails the test, and so does a faulty field without a code. A deployment passes such a code on as it is, since a client can do more with it than
 * with a fault.
 */
import { type ErrorData, contract, errorDataSchema, listFunctions, refusedSchema } from '@gigsy/schema';
import { type FunctionReference, getFunctionName } from 'convex/server';
import { afterEach, expect } from 'vitest';

/** Every function may throw these. */
const ALWAYS = ['invalid_argument', 'internal'];

const declared = new Map(
  listFunctions(contract).map(({ name, path, contract: { errors } }) => [
    path,
    { name, codes: [...errors, ...ALWAYS] },
  ]),
);

const undeclared: string[] = [];
afterEach(() => expect(undeclaredSoFar()).toEqual([]));

/** Undeclared codes of refusals since the last question. */
export function undeclaredSoFar(): string[] {
  return undeclared.splice(0);
}

interface Accessor {
  query: unknown;
  mutation: unknown;
  withIdentity?: unknown;
}

/** The accessor, its calls watched. */
export function heldToContract<T extends Accessor>(accessor: T): T {
  const { withIdentity } = accessor;
  return {
    ...accessor,
    query: watched(accessor.query as Call),
    mutation: watched(accessor.mutation as Call),
    ...(withIdentity !== undefined && {
      withIdentity: (identity: unknown) => heldToContract((withIdentity as (given: unknown) => Accessor)(identity)),
    }),
  } as T;
}

type Call = (given: FunctionReference<'query' | 'mutation'> | (() => unknown), ...args: unknown[]) => Promise<unknown>;

function watched(call: Call): Call {
  return async (given, ...args) => {
    const note = ({ code, fields = [] }: Partial<ErrorData> = {}) => {
      const at = typeof given === 'function' ? undefined : declared.get(getFunctionName(given));
      const bare = fields.filter((field) => field.code === undefined).map(({ path }) => path);
      if (at && bare.length > 0) undeclared.push(`${at.name} names no code for the fault of ${bare.join()}`);
      // The sandbox stages errors that its functions do not throw.
      if (!at || code === undefined || at.codes.includes(code) || process.env.GIGSY_SANDBOX === 'on') return;
      undeclared.push(`${at.name} refused by "${code}", which its contract does not declare`);
    };
    try {
      const answer = await call(given, ...args);
      note(refusedSchema.safeParse(answer).data?.refused);
      return answer;
    } catch (thrown) {
      note(dataOf((thrown as { data?: unknown }).data));
      throw thrown;
    }
  };
}

/** convex-test gives the data of an error as text. */
function dataOf(data: unknown): ErrorData | undefined {
  return errorDataSchema.safeParse(typeof data === 'string' ? JSON.parse(data) : data).data;
}
