/** English. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Verifications',
  intro:
    'Others see that an address or number was confirmed, by whom and until when. They never see the address or number.',
  empty: 'Create a profile first.',
  levels: {
    none: 'Nothing is confirmed yet.',
    email: 'Your level: e-mail address',
    phone: 'Your level: phone number',
    organisation: 'Your level: organisation',
    government: 'Your level: government ID',
  },

  methods: { email: 'E-mail address', phone: 'Phone number' },
  help: {
    email: 'Gigsy sends a code of six digits there.',
    phone: 'With the country code, such as +43 664 1234567. Gigsy sends a code of six digits there.',
  },
  wanted: {
    email: 'Type an e-mail address, such as ada@example.org.',
    phone: 'Type a number with its country code, such as +43 664 1234567.',
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

  noProfile: 'Create a profile first.',
  tooOften: 'You have asked for as many codes as possible. Try again tomorrow.',
  noSender: 'Messages cannot be sent at present.',
  over: 'This was over already.',
  outbox: (subject, code) =>
    `This deployment is for development and sends no messages. The code for ${subject}: ${code}`,
};
