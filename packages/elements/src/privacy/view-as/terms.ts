/** The words of the profile as others see it. A table that lacks a term does not compile. */
export interface ViewAsTerms {
  title: string;
  /** For people without a profile. */
  empty: string;
  /** Labels the choice of a viewer. */
  viewer: string;
  anonymous: string;
  member: string;
  /** Somebody who is named, by that alone. */
  named: (name: string) => string;
  owner: string;
  /** What a viewer's sight means. */
  more: Readonly<Record<'anonymous' | 'member' | 'named' | 'owner', string>>;
  /** While another viewer's sight is on its way. */
  changing: string;
  /** The viewer sees no profile at all. */
  nothing: string;
}
