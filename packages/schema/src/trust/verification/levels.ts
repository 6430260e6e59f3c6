/**
 * Levels of verification, and the methods that prove them. A level follows from evidence and is stored nowhere. Another way to prove something is
 * one more row of `verificationMethods`.
 */
import { days } from '../../contract/retention.ts';

/** Lowest first. A person has the highest level of their active evidence. */
export const verificationLevels = ['none', 'email', 'phone', 'organisation', 'government'] as const;
export type VerificationLevel = (typeof verificationLevels)[number];

/** Those who vouch for evidence, by the name that a row of evidence keeps. */
export const verificationProviders = {
  gigsy: { name: 'Gigsy', proof: 'The person read a one-time code that Gigsy sent.' },
} as const satisfies Record<string, { readonly name: string; readonly proof: string }>;
export type VerificationProvider = keyof typeof verificationProviders;
export const verificationProviderNames = Object.keys(verificationProviders) as [
  VerificationProvider,
  ...VerificationProvider[],
];

interface Method {
  /** The level of one piece of active evidence. */
  readonly level: Exclude<VerificationLevel, 'none'>;
  readonly provider: VerificationProvider;
  /** Time from the proof until the evidence expires, in milliseconds. */
  readonly validForMs: number;
}

/**
 * Addresses and numbers change hands: operators give a number to somebody else after some months without use, so a phone is
 * proved again sooner than an address.
 */
export const verificationMethods = {
  email: { level: 'email', provider: 'gigsy', validForMs: days(365) },
  phone: { level: 'phone', provider: 'gigsy', validForMs: days(180) },
} as const satisfies Record<string, Method>;
export type VerificationMethod = keyof typeof verificationMethods;
export const verificationMethodNames = Object.keys(verificationMethods) as [
  VerificationMethod,
  ...VerificationMethod[],
];

/** Time before its expiry at which the person is told, in milliseconds. */
export const ENDS_SOON_MS = days(14);

/** The highest level of this evidence; `none` without any. */
export function levelOf(evidence: readonly { readonly level: VerificationLevel }[]): VerificationLevel {
  const highest = Math.max(0, ...evidence.map(({ level }) => verificationLevels.indexOf(level)));
  return verificationLevels[highest]!;
}
