/** English. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Verifications',
  intro:
    'Others see that an address or number was confirmed, by whom and until when. They never see the address or number. They see domains and pages only where you show them.',
  empty: 'Create a profile first.',
  levels: {
    none: 'Nothing is confirmed yet.',
    email: 'Your level: e-mail address',
    phone: 'Your level: phone number',
    organisation: 'Your level: organisation',
    government: 'Your level: government ID',
  },

  methods: {
    email: 'E-mail address',
    phone: 'Phone number',
    domain: 'Domain of your organisation',
    link: 'Your pages',
    document: 'Identity document',
  },
  help: {
    email: 'Gigsy sends a code of six digits there.',
    phone: 'With the country code, such as +43 664 1234567. Gigsy sends a code of six digits there.',
    domain: 'As it was registered, such as example.org. Others see the name only if you show it.',
    link: 'A page elsewhere that links back to your profile.',
    document: 'A provider checks it. Gigsy gets the outcome alone, and no picture of it.',
  },
  wanted: {
    email: 'Type an e-mail address, such as ada@example.org.',
    phone: 'Type a number with its country code, such as +43 664 1234567.',
    domain: 'Type a domain as it was registered, such as example.org.',
    link: 'Type an address that begins with https://.',
  },
  send: 'Send a code',
  sent: (subject) => `A code is on its way to ${subject}.`,

  code: 'Code',
  codeHelp: (subject, time) => `Sent to ${subject}. The code works until ${time}.`,
  codeWanted: 'Type the six digits of the message.',
  wrong: 'This code does not fit, or does not work any more. After five attempts, ask for another.',
  confirm: 'Confirm',
  confirmed: { email: 'Your e-mail address is confirmed.', phone: 'Your phone number is confirmed.' },
  another: 'Send another code',
  cancel: 'Cancel',
  cancelled: 'Cancelled. The code does not work any more.',

  holds: (from, until) => `Confirmed on ${from}. It holds until ${until}.`,
  endsSoon: (date) => `This ends on ${date}. Confirm it again to keep it.`,
  again: 'Confirm again',
  withdraw: 'Take back',
  withdrawn: 'Taken back. The address or number is deleted.',

  credential: 'Download credential',
  credentialSaved: 'The credential is downloaded. Everybody to whom you give it can verify it.',
  credentialLate: 'The credential is not ready yet. Try again in a moment.',
  noCredentials: 'Credentials cannot be issued at present.',

  earlier: 'Earlier',
  ended: {
    expired: (date) => `Expired on ${date}`,
    withdrawn: (date) => `Taken back or replaced on ${date}`,
    revoked: (date) => `Revoked on ${date}`,
  },

  claims: {
    add: { domain: 'Add the domain', link: 'Add the page' },
    added: (subject) => `${subject} is added. Now do what stands below.`,
    record: 'Make a TXT record with this name',
    line: 'and this text',
    file: 'Or put the text into the file at this address',
    backLink: 'Link to this address there, with rel="me"',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'This could not be copied. Select the text instead.',
    check: 'Check now',
    checking: 'Gigsy is looking.',
    waits: (date) => `Gigsy looks for it from time to time until ${date}.`,
    stays: 'Leave it there: Gigsy looks again every week.',
    faults: {
      not_shown: (time) => `Last look on ${time}: it is not there.`,
      other_token: (time) => `Last look on ${time}: there is a text for somebody else or another domain.`,
      unreachable: (time) => `Last look on ${time}: nobody answered.`,
    },
    dropped: 'Taken back.',
    tooMany: 'You have as many domains and pages as possible. Take one back first.',
    notOffered: 'This cannot be checked at present.',
  },
  documents: {
    begin: 'Begin the check',
    begun: 'The check has begun.',
    goOn: 'Go on at the provider',
    states: {
      opening: 'The provider is being asked.',
      open: 'The check is under way. Its outcome shows here.',
      unreachable: 'The provider does not answer. Try again later.',
      failed: 'The check was not passed.',
      lapsed: 'The time for the check was over.',
    },
    standIn: 'This deployment is for development: no document is checked. Choose how the check ends.',
    plays: {
      pass: 'Pass',
      fail: 'Fail',
      lapse: 'Let time run out',
      repeat: 'Pass, told twice',
    },
  },

  noProfile: 'Create a profile first.',
  tooOften: 'You have asked for as many codes as possible. Try again tomorrow.',
  noSender: 'Messages cannot be sent at present.',
  over: 'This was over already.',
  outbox: (subject, code) =>
    `This deployment is for development and sends no messages. The code for ${subject}: ${code}`,
};
