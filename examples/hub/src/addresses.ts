/** Where the parts of the hub answer: origins without a trailing slash. */
export interface Addresses {
  partner: string;
  convex: string;
  site: string;
  issuer: string;
  cdn: string;
  app: string;
}
