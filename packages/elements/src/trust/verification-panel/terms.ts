/** The words of the panel of verifications, in one language. */
import type {
  CheckMethod,
  ClaimFault,
  CodeMethod,
  OwnSession,
  StandInPlay,
  VerificationLevel,
  VerificationMethod,
} from '@gigsy/schema';

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
  /** The fault of text that is no such address, number, domain or page. */
  wanted: Record<CodeMethod | CheckMethod, string>;
  send: string;
  sent: (subject: string) => string;

  code: string;
  codeHelp: (subject: string, time: string) => string;
  codeWanted: string;
  /** The code is wrong, over or used up: nothing tells which. */
  wrong: string;
  confirm: string;
  confirmed: Record<CodeMethod, string>;
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

  /** Domains and pages. */
  claims: {
    add: Record<CheckMethod, string>;
    added: (subject: string) => string;
    /** Each above a text to copy: the name of the record and its text, or the address of a file; the address to link to. */
    record: string;
    line: string;
    file: string;
    backLink: string;
    copy: string;
    copied: string;
    notCopied: string;
    check: string;
    checking: string;
    waits: (date: string) => string;
    /** Of evidence: what was put there must stay. */
    stays: string;
    faults: Record<ClaimFault, (time: string) => string>;
    dropped: string;
    tooMany: string;
    notOffered: string;
  };
  /** Identity documents. */
  documents: {
    begin: string;
    begun: string;
    /** The link to the provider. */
    goOn: string;
    states: Record<OwnSession['state'], string>;
    /** Of a deployment for development, with the ways in which a check can end there. */
    standIn: string;
    plays: Record<StandInPlay, string>;
  };

  noProfile: string;
  tooOften: string;
  noSender: string;
  over: string;
  /** The message that a deployment for development does not send. */
  outbox: (subject: string, code: string) => string;
}
