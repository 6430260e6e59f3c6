/** The claim of a verification: that something was proved, and never which address or number. */
import type { Claim } from './claims.ts';
import type { Issuing } from './issuing.ts';
import { type VerificationMethod, type VerificationProvider, verificationProviders } from '../verification/levels.ts';

/** In English, as documents of credentials are: a verifier's program reads them, and its own words tell people. */
const NAMES: Readonly<Record<VerificationMethod, { readonly name: string; readonly description: string }>> = {
  email: {
    name: 'Verified e-mail address',
    description: 'The person reads messages at an e-mail address. The credential does not say at which.',
  },
  phone: {
    name: 'Verified phone number',
    description: 'The person reads messages at a phone number. The credential does not say at which.',
  },
  domain: {
    name: 'Verified domain',
    description: 'The person can change what stands at a domain. The credential does not say at which.',
  },
  link: {
    name: 'Verified page',
    description: 'A page links back to the profile of the person. The credential does not say which.',
  },
  document: {
    name: 'Verified identity document',
    description: 'A provider checked an identity document of the person. The credential has nothing of it.',
  },
};

/** Times in Unix milliseconds. */
export function badgeClaim({
  method,
  provider,
  issuedAt,
  expiresAt,
}: {
  readonly method: VerificationMethod;
  readonly provider: VerificationProvider;
  readonly issuedAt: number;
  readonly expiresAt: number;
}): Claim {
  const narrative = verificationProviders[provider].proof;
  return { kind: 'badge', subject: method, ...NAMES[method], narrative, from: issuedAt, until: expiresAt };
}

/** An achievement that the person has: 1EdTech Open Badges 3.0, AchievementCredential. */
export function badgeForm({ subject, name, description, narrative }: Claim, { site, person }: Issuing) {
  return {
    type: 'OpenBadgeCredential',
    credentialSubject: {
      id: person.address,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: person.handle, identityType: 'userName' }],
      achievement: {
        id: `${site}/v1#verified-${subject}`,
        type: ['Achievement'],
        achievementType: 'Badge',
        name,
        description,
        criteria: { narrative },
      },
    },
  };
}
