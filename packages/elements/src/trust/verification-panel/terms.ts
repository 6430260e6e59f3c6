/** The words of the panel of verifications, in one language. */
import type { VerificationLevel, VerificationMethod } from '@gigsy/schema';

type EndedState = 'expired' | 'withdrawn' | 'revoked';

export interface VerificationTerms {
  title: string;
  intro: string;
  empty: string;
  /** The person's level, by its name. */
  levels: Record<VerificationLevel, string>;

  /** The title of a method, and the label of its field. */
  methods: Record<VerificationMethod, string>;
  /** Under the field. */
  help: Record<VerificationMethod, string>;
  /** The fault of text that is no such address or number. */
  wanted: Record<VerificationMethod, string>;
  send: string;
  sent: (subject: string) => string;

  code: string;
  codeHelp: (subject: string, time: string) => string;
  codeWanted: string;
  /** The code is wrong, over or used up: nothing tells which. */
  wrong: string;
  confirm: string;
  confirmed: Record<VerificationMethod, string>;
  another: string;
  cancel: string;
  cancelled: string;

  holds: (from: string, until: string) => string;
  endsSoon: (date: string) => string;
  again: string;
  withdraw: string;
  withdrawn: string;

  /** Downloads the signed document of what holds. */
  credential: string;
  credentialSaved: string;
  /** It is not signed in time. */
  credentialLate: string;
  /** The deployment has no key. */
  noCredentials: string;

  earlier: string;
  ended: Record<EndedState, (date: string) => string>;

  noProfile: string;
  tooOften: string;
  noSender: string;
  over: string;
  /** The message that a deployment for development does not send. */
  outbox: (subject: string, code: string) => string;
}
