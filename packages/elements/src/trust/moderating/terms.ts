/** The words of moderation, in one language: of reports, statements of reasons, the queue and a case. */
import type { AppealOutcome, CaseState, Ground, Measure, ReportReason } from '@gigsy/schema';

export interface ModerationTerms {
  title: string;
  reasons: Record<ReportReason, string>;
  states: Record<CaseState, string>;
  measures: Record<Measure, string>;
  grounds: Record<Ground, string>;
  outcomes: Record<AppealOutcome, string>;
  /** An item of a section. */
  item: (section: string) => string;
  reason: string;
  choose: string;
  cancel: string;
  rule: string;
  /** Faults beside fields. */
  wanted: Record<'reason' | 'explanation' | 'contact' | 'goodFaith' | 'rule', string>;

  report: Record<
    'title' | 'intro' | 'open' | 'place' | 'explanation' | 'help' | 'contact' | 'goodFaith' | 'send',
    string
  >;
  received: (receipt: string) => string;
  tooOften: string;

  notices: Record<
    'title' | 'intro' | 'empty' | 'inForce' | 'takenBack' | 'facts' | 'appeal' | 'send' | 'waiting' | 'over',
    string
  >;
  decidedOn: (date: string) => string;
  appealUntil: (date: string) => string;

  queue: Record<
    'title' | 'state' | 'empty' | 'overdue' | 'yours' | 'others' | 'open' | 'dismiss' | 'confirm' | 'next' | 'first',
    string
  >;
  due: (date: string) => string;
  reports: (count: string) => string;
  select: (name: string) => string;
  dismissible: (count: string, all: string) => string;
  dismissed: (count: string) => string;

  case: Record<
    | 'title'
    | 'empty'
    | 'take'
    | 'inspect'
    | 'inspectHelp'
    | 'gone'
    | 'reports'
    | 'signedIn'
    | 'stranger'
    | 'notes'
    | 'byRules'
    | 'note'
    | 'addNote'
    | 'decision'
    | 'measure'
    | 'ground'
    | 'facts'
    | 'decide'
    | 'restore'
    | 'appeal'
    | 'outcome'
    | 'deletion'
    | 'deletionHelp'
    | 'askDeletion'
    | 'confirmDeletion'
    | 'asked'
    | 'done'
    | 'another'
    | 'changed',
    string
  >;
}
