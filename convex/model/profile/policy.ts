/** The policy that makes views: the privacy matrix, the shape of a view, and the code between them. */
import { canonicalJson, matrixKeys, profileViewSchema, rowOf, visibilities } from '@gigsy/schema';
import { convexValidator } from '../../tables/contract.js';
import { hashOfText } from '../contract/hash.js';

/** Raised with each change of `project` in packages/schema that shows more, less or other; a test pins what it shows. */
export const PROJECTION = 1;

/** Fields of a view and their types, as text. */
const SHAPE = JSON.stringify((convexValidator(profileViewSchema) as unknown as { json: unknown }).json);

let known: { text: string; hash: string } | undefined;

/** SHA-256 of the policy in force, base64url. Views bear it. */
export async function policyHash(): Promise<string> {
  const rows = matrixKeys.map((key) => {
    const { defaults, widest, fixed = false } = rowOf(key);
    return [key, defaults, widest, fixed];
  });
  const text = canonicalJson([PROJECTION, visibilities, rows, SHAPE]);
  if (known?.text !== text) known = { text, hash: await hashOfText(text) };
  return known.hash;
}
