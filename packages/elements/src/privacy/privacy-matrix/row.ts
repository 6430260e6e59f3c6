/** A row of the privacy matrix as it is shown. `npm run generate` makes the rows from the data of the policy. */
import type { LegalBasis, MatrixKey, MatrixPlace, Visibility } from '@gigsy/schema';

/** The person who may change the audience: the owner, the owner but not for named people alone, or nobody. */
export type Decider = 'owner' | 'notNamed' | 'nobody';

/** A class of stored data that goes before the account does. */
export type PassingClass = 'removedItems' | 'uploads' | 'endedVerifications';

export type ShownRow = readonly [
  key: MatrixKey,
  /** The audiences at first, in the order of the roles. */
  defaults: readonly Visibility[],
  widest: Visibility,
  who: Decider,
  basis: LegalBasis,
  /** 1 where the content may tell of a special category of data. */
  special: 0 | 1,
  /** Classes of stored data, with the hours for which each is kept; 0 stands for as long as the account. */
  kept: readonly (readonly [name: PassingClass, hours: number] | readonly [name: string, hours: 0])[],
  places: readonly MatrixPlace[],
];
