/** The policy that makes views: the privacy matrix, the shape of a view, and the code between them. */
import { matrixKeys, profileViewSchema, rowOf, visibilities } from '@gigsy/schema';
import { convexValidator } from '../../tables/contract.js';
import { hashOf } from '../contract/hash.js';

/** Raised with each change of `project` in packages/schema that shows more, less or other; a test pins what it shows. */
export const PROJECTION = 1;

/** Fields of a view and their types, as text. */
const SHAPE = JSON.stringify((convexValidator(profileViewSchema) as unknown as { json: unknown }).json);

/** The last matrix that was hashed: reads ask each time, and it changes with the code alone. */
let known: { matrix: string; hash: string } | undefined;

/** SHA-256 of the policy in force, base64url. Views bear it. */
export async function policyHash(): Promise<string> {
  const matrix = JSON.stringify(
    matrixKeys.map((key) => {
      const { defaults, widest, fixed = false } = rowOf(key);
      return [key, defaults, widest, fixed];
    }),
  );
  if (known?.matrix !== matrix) known = { matrix, hash: await hashOf([PROJECTION, visibilities, matrix, SHAPE]) };
  return known.hash;
}
