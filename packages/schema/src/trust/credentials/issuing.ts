/** The issuing of a credential: what is known beside the claim. */
import type { StatusPlace } from './status.ts';

/** By whom and about whom a credential is issued. */
export interface Issuing {
  /** The origin of the deployment's HTTP site. */
  readonly site: string;
  /** The issuer's name. */
  readonly issuer: string;
  readonly person: { readonly handle: string; readonly address: string };
  /** `urn:uuid:` and a random UUID. */
  readonly id: string;
  readonly status: StatusPlace;
}
