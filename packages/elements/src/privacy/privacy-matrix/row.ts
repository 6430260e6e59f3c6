/** A row of the privacy matrix as it is shown. `npm run generate` makes the rows from the data of the policy. */
import type { LegalBasis, MatrixKey, MatrixPlace, Visibility } from '@gigsy/schema';

/** Who may change who sees it: the owner, the owner but not for people whom they name, or nobody. */
export type Decider = 'owner' | 'notNamed' | 'nobody';

export type ShownRow = readonly [
  key: MatrixKey,
  /** Who sees it at first, in the order of the roles. */
  defaults: readonly Visibility[],
  widest: Visibility,
  who: Decider,
  basis: LegalBasis,
  /** 1 where the content may tell of a special category of data. */
  special: 0 | 1,
  /** Classes of stored data, with the hours for which each is kept; 0 stands for as long as the account. */
  kept: readonly (readonly [name: string, hours: number])[],
  places: readonly MatrixPlace[],
];
