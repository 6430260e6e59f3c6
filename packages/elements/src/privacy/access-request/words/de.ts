/** German. */
import type { AccessRequestTerms } from '../terms.ts';
import { purposes } from '../../purposes/de.ts';

export const words: AccessRequestTerms = {
  purposes,
  title: 'Was Mitglieder sehen dürfen',
  intro:
    'Geben Sie an, wofür, und diese Seite zeigt, was nicht öffentlich und für Sie offen ist. Die Person erfährt, dass Sie es angesehen haben, wann und warum.',
  purpose: 'Zweck',
  choose: 'Auswählen …',
  note: 'In eigenen Worten',
  noteHelp: 'Freiwillig. Die Person liest es.',
  purposeWanted: 'Wählen Sie einen Zweck.',
  noteWanted: 'Geben Sie an, wofür.',
  show: 'Anzeigen',
  opening: 'Wird geöffnet …',
  shown: (purpose) => `Sie sehen, was für Sie offen ist. Zweck: ${purpose}. Die Person erfährt davon.`,
  nothing: 'Mehr ist hier nicht für Sie offen. Sie sehen, was alle sehen.',
  tooMany: 'Sie haben in kurzer Zeit viele Profile geöffnet. Sie sehen, was alle sehen.',
  noteRefused: 'Ihre Worte wurden nicht angenommen: Verwenden Sie einfachen Text. Sie sehen, was alle sehen.',
  ended: 'Der Zugriff ist beendet. Sie sehen, was alle sehen.',
  end: 'Zugriff beenden',
  again: 'Erneut versuchen',
};
