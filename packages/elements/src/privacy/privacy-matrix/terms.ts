/** The words of the privacy matrix. A table that lacks a term does not compile. */
import type { LegalBasis, MatrixPlace } from '@gigsy/schema';
import type { PassingClass } from './row.ts';

export interface PrivacyMatrixTerms {
  title: string;
  intro: string;
  /** Label of the choice of a role. */
  role: string;
  /** Heads of the columns. */
  field: string;
  first: string;
  who: string;
  basis: string;
  kept: string;
  where: string;
  /** The owner decides, up to this visibility. */
  owner: (widest: string) => string;
  /** Added where it cannot be shown to people whom the owner names, and to nobody else. */
  notNamed: string;
  nobody: string;
  /** With the article of the GDPR. */
  grounds: Readonly<Record<LegalBasis, string>>;
  /** Added where the content may tell of a special category of data. */
  special: string;
  account: string;
  /** By the class of stored data that goes before the account, with the time in words. */
  after: Readonly<Record<PassingClass, (time: string) => string>>;
  place: Readonly<Record<MatrixPlace, string>>;
}
