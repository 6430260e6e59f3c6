/**
 * The deployment's settings for verification. GIGSY_VERIFICATION_SECRET: text of at least 32 characters, from which codes and tokens are made.
 * GIGSY_MESSAGE_URL and GIGSY_MESSAGE_KEY: the provider that sends messages. GIGSY_MESSAGE_OUTBOX=on: nobody sends them, and
 * those who asked for one read it by `trust.verifications.outbox`; it counts only where the deployment's own site is on this
 * machine. GIGSY_TRUST_LEVEL: the level of verification from which trust begins with a person in the reputation index. GIGSY_IDENTITY_URL, GIGSY_IDENTITY_KEY and GIGSY_IDENTITY_SOURCE: the provider of identity checks, and the source of
 * the inbox by which it tells their outcomes. GIGSY_IDENTITY_STANDIN=on: nothing is checked; it counts where the outbox does.
 */
import { type VerificationLevel, verificationLevels } from '@gigsy/schema';
import { refusal } from '../contract/errors.js';
import { isThisMachine } from '../operations/machine.js';

const MIN_SECRET = 32;

/** Throws where the deployment has none. */
export function verificationSecret(): string {
  const { GIGSY_VERIFICATION_SECRET: secret = '' } = process.env;
  if (secret.length >= MIN_SECRET) return secret;
  throw refusal(
    'not_configured',
    `Set GIGSY_VERIFICATION_SECRET to ${MIN_SECRET} random characters or more: codes and tokens are made from it.`,
  );
}

export interface MessageProvider {
  url: string;
  /** Sent as a bearer token. */
  key: string | undefined;
}

/** The provider of messages, or the outbox of a deployment for development. Throws where there is neither. */
export function messageRoute(): MessageProvider | 'outbox' {
  const { GIGSY_MESSAGE_URL: url, GIGSY_MESSAGE_KEY: key, GIGSY_MESSAGE_OUTBOX, CONVEX_SITE_URL = '' } = process.env;
  if (url) return { url, key };
  if (GIGSY_MESSAGE_OUTBOX === 'on' && isThisMachine(CONVEX_SITE_URL)) return 'outbox';
  throw refusal('not_configured', 'Set GIGSY_MESSAGE_URL: this deployment has no provider that sends messages.');
}

/**
 * The level from which trust begins. A phone number is not enough: it can be bought in numbers. An operator may name a lower level
 * for a deployment whose people are known otherwise.
 */
export function levelOfTrust(): VerificationLevel {
  const { GIGSY_TRUST_LEVEL: named } = process.env;
  return verificationLevels.find((level) => level === named && level !== 'none') ?? 'organisation';
}

export interface IdentityProvider {
  url: string;
  /** Sent as a bearer token. */
  key: string | undefined;
  /** The name of the source whose events count. */
  source: string;
}

/** The provider of identity checks, or the stand-in of a deployment for development. Throws where there is neither. */
export function identityRoute(): IdentityProvider | 'standIn' {
  const { GIGSY_IDENTITY_URL: url, GIGSY_IDENTITY_KEY: key, GIGSY_IDENTITY_SOURCE: source } = process.env;
  if (url && source) return { url, key, source };
  if (isStandInAllowed()) return 'standIn';
  throw refusal(
    'not_configured',
    'Set GIGSY_IDENTITY_URL and GIGSY_IDENTITY_SOURCE: this deployment has no provider of identity checks.',
  );
}

function isStandInAllowed(): boolean {
  const { GIGSY_IDENTITY_STANDIN, CONVEX_SITE_URL = '' } = process.env;
  return GIGSY_IDENTITY_STANDIN === 'on' && isThisMachine(CONVEX_SITE_URL);
}
