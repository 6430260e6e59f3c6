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
  gigsy: {
    name: 'Gigsy',
    proof: 'The person read a one-time code that Gigsy sent, or Gigsy found what only they could have put there.',
  },
  identity: { name: 'Identity provider', proof: 'The provider of this deployment checked an identity document.' },
  standIn: { name: 'Stand-in', proof: 'Nothing was checked: the deployment is for development.' },
} as const satisfies Record<string, { readonly name: string; readonly proof: string }>;
export type VerificationProvider = keyof typeof verificationProviders;
export const verificationProviderNames = Object.keys(verificationProviders) as [
  VerificationProvider,
  ...VerificationProvider[],
];

interface Method {
  /** The thing that is awaited: a code that the person types in, a look at a place that the person names, or the outcome of a provider's check. */
  readonly by: 'code' | 'check' | 'session';
  /** The level of one piece of active evidence; `none` where it says nothing about who the person is. */
  readonly level: VerificationLevel;
  /** The party that vouches for it, unless the proof names another one. */
  readonly provider: VerificationProvider;
  /** Time from the proof until the evidence expires, in milliseconds. */
  readonly validForMs: number;
}

/**
 * Addresses and numbers change hands: operators give a number to somebody else after some months without use, so a phone is
 * proved again sooner than an address. Domains and pages are looked at again each week, without the person, so their evidence
 * outlives some weeks without an answer and no more. Documents hold for years.
 */
export const verificationMethods = {
  email: { by: 'code', level: 'email', provider: 'gigsy', validForMs: days(365) },
  phone: { by: 'code', level: 'phone', provider: 'gigsy', validForMs: days(180) },
  domain: { by: 'check', level: 'organisation', provider: 'gigsy', validForMs: days(30) },
  link: { by: 'check', level: 'none', provider: 'gigsy', validForMs: days(30) },
  document: { by: 'session', level: 'government', provider: 'identity', validForMs: days(730) },
} as const satisfies Record<string, Method>;
export type VerificationMethod = keyof typeof verificationMethods;
export const verificationMethodNames = Object.keys(verificationMethods) as [
  VerificationMethod,
  ...VerificationMethod[],
];

/** A method by which something is awaited in this way. */
type MethodBy<By extends Method['by']> = {
  [M in VerificationMethod]: (typeof verificationMethods)[M]['by'] extends By ? M : never;
}[VerificationMethod];
export type CodeMethod = MethodBy<'code'>;
export type CheckMethod = MethodBy<'check'>;
export const codeMethodNames = methodsBy('code');
export const checkMethodNames = methodsBy('check');

function methodsBy<By extends Method['by']>(by: By): [MethodBy<By>, ...MethodBy<By>[]] {
  const names = verificationMethodNames.filter((name) => verificationMethods[name].by === by);
  return names as unknown as [MethodBy<By>, ...MethodBy<By>[]];
}

/** Time before its expiry at which the person is told, in milliseconds. */
export const ENDS_SOON_MS = days(14);

/** The highest level of this evidence; `none` without any. */
export function levelOf(evidence: readonly { readonly level: VerificationLevel }[]): VerificationLevel {
  const highest = Math.max(0, ...evidence.map(({ level }) => verificationLevels.indexOf(level)));
  return verificationLevels[highest]!;
}
