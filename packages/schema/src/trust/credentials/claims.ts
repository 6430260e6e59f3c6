/**
 * Claims: what a credential attests, before it has a form. A source of claims in the backend makes them, and each kind has its
 * form in `forms.ts`. A further kind is one more file here and one more source there.
 */

/** The kinds of claims. `badge`: active evidence of a verification. */
export const claimKinds = ['badge'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** An attested fact about one person. */
export interface Claim {
  readonly kind: ClaimKind;
  /** A name of what is attested, which is the same for everybody of whom it is: such as a method of verification. */
  readonly subject: string;
  readonly name: string;
  readonly description: string;
  /** The condition that was met. */
  readonly narrative: string;
  /** Unix milliseconds. */
  readonly from: number;
  /** Unix milliseconds; absent where nothing but a revocation ends it. */
  readonly until?: number;
}
