/** English. */
import type { AccessRequestTerms } from '../terms.ts';
import { purposes } from '../../purposes/en.ts';

export const words: AccessRequestTerms = {
  purposes,
  title: 'What members may see',
  intro:
    'Say what for, and this page shows what is not public and open to you. The owner is told that you looked, when and why.',
  purpose: 'Purpose',
  choose: 'Choose …',
  note: 'In your own words',
  noteHelp: 'Optional. The owner reads it.',
  purposeWanted: 'Choose a purpose.',
  noteWanted: 'Say what for.',
  show: 'Show it',
  opening: 'Opening …',
  shown: (purpose) => `You see what is open to you. Purpose: ${purpose}. The owner is told.`,
  nothing: 'Nothing more here is open to you. You see what everybody sees.',
  tooMany: 'You have opened many profiles in a short time. You see what everybody sees.',
  noteRefused: 'Your words were not accepted: use plain text. You see what everybody sees.',
  ended: 'The access has ended. You see what everybody sees.',
  end: 'End access',
  again: 'Try again',
};
