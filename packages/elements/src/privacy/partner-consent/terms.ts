/** Words of the consent to a partner. A table that lacks a term does not compile. */
export interface PartnerConsentTerms {
  title: string;
  /** The question, with the partner's name. */
  ask: (partner: string) => string;
  /** Before the addresses of the partner's sites. */
  sites: string;
  /** The rights that the partner has then, and those that it lacks. */
  may: string;
  mayNot: string;
  end: string;
  allow: string;
  refuse: string;
  /** The request is unknown, over or answered. */
  over: string;
  /** The person has refused; nothing was sent. */
  refused: string;
  allowed: (partner: string) => string;
  /** The list of partners that are allowed. */
  links: string;
  none: string;
  since: (date: string) => string;
  /** The name of the person at the partner. */
  as: (user: string) => string;
  revoke: string;
  revoked: (partner: string) => string;
  tooMany: string;
}
