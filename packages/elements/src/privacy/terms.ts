/** The words that elements of privacy share. A table that lacks a term does not compile. */
import type { MatrixKey, PortfolioSection, RelationName, TrustSection, Visibility } from '@gigsy/schema';
import type { ProfileNames } from '../profile/names/terms.ts';

/** The rows of the privacy matrix that stand for one field of a section. */
export type FieldKey = Extract<MatrixKey, `${string}.${string}`>;

export interface PrivacyTerms extends ProfileNames {
  /** The row of the matrix that governs everything. */
  profile: string;
  /** Without the name of the section. */
  field: Readonly<Record<FieldKey, string>>;
  /** The sections of other domains than the profile's. */
  further: Readonly<Record<PortfolioSection | TrustSection, string>>;
  /** Those who see something. */
  visibility: Readonly<Record<Visibility, string>>;
  /** Everybody who has a relation to the person. */
  relation: Readonly<Record<RelationName, string>>;
  /** A section and a field, or a thing and what belongs to it. */
  of: (whole: string, part: string) => string;
  /** A button that does nothing and goes back. */
  cancel: string;
}
