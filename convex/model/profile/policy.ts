/** The policy that makes views: the privacy matrix, the shape of a view, and the code between them. */
import { matrixKeys, profileViewSchema, rowOf, visibilities } from '@gigsy/schema';
import { convexValidator } from '../../tables/contract.js';
import { hashOfText } from '../contract/hash.js';

/** Raised with each change of `project` in packages/schema that shows more, less or other; a test pins what it shows. */
export const PROJECTION = 1;

/** Fields of a view and their types, as text. */
const SHAPE = JSON.stringify((convexValidator(profileViewSchema) as unknown as { json: unknown }).json);

/**
 * SHA-256 of the policy in force, base64url. Views bear it. Made anew each time: a module that kept it would write to state
 * that outlives the call, and the embedded deployment then evaluates all modules anew for each call (docs/local.md).
 */
export function policyHash(): Promise<string> {
  const matrix = JSON.stringify(
    matrixKeys.map((key) => {
      const { defaults, widest, fixed = false } = rowOf(key);
      return [key, defaults, widest, fixed];
    }),
  );
  return hashOfText([PROJECTION, visibilities.join(), matrix, SHAPE].join('\n'));
}
