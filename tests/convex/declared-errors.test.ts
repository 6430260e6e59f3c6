/** The watch over declared errors that every other test here relies on. */
import type { ErrorCode } from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import { expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { heldToContract, undeclaredSoFar } from './declared-errors.ts';

function refusing(code: ErrorCode) {
  const data = { code, message: 'No.' };
  return heldToContract({
    query: () => Promise.reject(new ConvexError(data)),
    mutation: async () => ({ refused: data }),
  }) as unknown as { query: Call; mutation: Call };
}
type Call = (reference: unknown, args: object) => Promise<unknown>;

test('a code that is thrown or returned and not declared is found, and reaches the caller as it is', async () => {
  const { query, mutation } = refusing('too_large');
  await expect(query(api.profile.get, {})).rejects.toMatchObject({ data: { code: 'too_large' } });
  expect(await mutation(api.operations.keys.revoke, {})).toMatchObject({ refused: { code: 'too_large' } });
  expect(undeclaredSoFar()).toEqual([
    'profile.get refused by "too_large", which its contract does not declare',
    'operations.keys.revoke refused by "too_large", which its contract does not declare',
  ]);
});

test.each(['not_found', 'rate_limited', 'idempotency_mismatch', 'forbidden', 'invalid_argument', 'internal'] as const)(
  '%s, which the function declares or every function may throw, is not',
  async (code) => {
    await refusing(code).mutation(api.operations.keys.revoke, {});
    expect(undeclaredSoFar()).toEqual([]);
  },
);
