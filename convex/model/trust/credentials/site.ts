/** The deployment's HTTP site, as credentials name it. */
import { issuerOf } from '@gigsy/schema';

/** Convex sets the variable on every deployment. */
export function siteOrigin(): string {
  return new URL(process.env.CONVEX_SITE_URL!).origin;
}

export function siteIssuer(): string {
  return issuerOf(siteOrigin());
}
