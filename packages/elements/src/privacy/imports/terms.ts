/** Words of imports. A table that lacks a term does not compile. */
import type { ConsentSource, FetchFault } from '@gigsy/schema';
import type { LinkedInFault } from '@gigsy/sdk/linkedin';

export interface ImportsTerms {
  title: string;
  intro: string;
  /** The person has no profile yet. */
  empty: string;
  /** The names of the sources. */
  source: Readonly<Record<ConsentSource, string>>;
  /** The course of an import, told before the person agrees. */
  notice: Readonly<Record<ConsentSource, string>>;
  /** Before the names of the sections that may be filled. */
  fills: string;
  /** The time for which a consent counts, and the way out. */
  term: string;
  agree: (source: string) => string;
  agreed: (source: string) => string;
  /** The field for a name of an account, its fault, and its button. */
  login: string;
  loginWanted: string;
  look: string;
  fetching: string;
  fault: Readonly<Record<FetchFault, string>>;
  /** How the archive is come by. */
  archiveMore: string;
  archive: string;
  reading: string;
  archiveFault: Readonly<Record<LinkedInFault, string>>;
  /** The list from which the person picks. */
  pick: string;
  /** Nothing in the source is new. */
  nothingNew: string;
  /** Beside an entry that is to be added, filled or renewed. */
  kind: Readonly<Record<'add' | 'fill' | 'renew', string>>;
  /** Fields that stay as the person wrote them: the count, and as written. */
  kept: (count: number, written: string) => string;
  /** Entries for which there is no room. */
  left: (count: number, written: string) => string;
  take: (count: number, written: string) => string;
  pickNothing: string;
  close: string;
  taking: string;
  taken: (count: number, written: string) => string;
  /** The profile has changed since the list was made. */
  changedMeanwhile: string;
  /** The block on a consent that is given, and those that ended. */
  record: string;
  since: (date: string) => string;
  until: (date: string) => string;
  controller: (name: string) => string;
  version: (written: string) => string;
  ended: Readonly<Record<'withdrawn' | 'expired', (date: string) => string>>;
  /** Parts of the profile that came from the source. */
  came: (count: number, written: string) => string;
  cameNone: string;
  edited: string;
  withdraw: string;
  /** Asked before a consent is withdrawn. */
  askWithdraw: (source: string) => string;
  keep: string;
  withdrawn: (removed: number, written: string) => string;
  /** Added where something stays. */
  stayed: (count: number, written: string) => string;
}
