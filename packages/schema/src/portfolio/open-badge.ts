/**
 * A badge as an Open Badges 3.0 document: an AchievementCredential of the W3C Verifiable Credentials Data Model 2.0. Unsigned, so
 * it says what the issuer told, and proves nothing.
 * See https://www.imsglobal.org/spec/ob/v3p0/.
 */
import type { BadgeEntry } from './document.ts';

/** JSON-LD contexts, in the order that the specification demands. */
const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** Addresses on the deployment. */
export interface BadgePlace {
  /** Of the document itself. */
  address: string;
  /** Of the profile of the person who earned the badge. */
  profile: string;
}

/** Where the issuer has not told a part that the specification demands, an address below the document's or the name stands for it. */
export function openBadgeOf(badge: BadgeEntry, { address, profile }: BadgePlace) {
  const { name, issuer, description = name, criteria, awardedOn, expiresOn, evidence } = badge;
  return {
    '@context': CONTEXT,
    id: address,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: {
      id: issuer.url ?? `${address}#issuer`,
      type: ['Profile'],
      name: issuer.name,
      ...(issuer.url !== undefined && { url: issuer.url }),
    },
    validFrom: `${awardedOn}${'-01-01'.slice(awardedOn.length - 4)}T00:00:00Z`,
    ...(expiresOn !== undefined && { validUntil: `${lastDay(expiresOn)}T23:59:59Z` }),
    credentialSubject: {
      id: profile,
      type: ['AchievementSubject'],
      achievement: {
        id: `${address}#achievement`,
        type: ['Achievement'],
        name,
        description,
        criteria: criteria === undefined ? { narrative: description } : { id: criteria },
      },
    },
    ...(evidence && { evidence: evidence.map((id) => ({ id, type: ['Evidence'] })) }),
  };
}

/** The last day of a year or a month. A day stays as it is. */
function lastDay(date: string): string {
  const [year, month = '12', day] = date.split('-');
  if (day !== undefined) return date;
  return `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}
