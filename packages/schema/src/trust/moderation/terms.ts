/** The closed lists of moderation, and its times. Free of zod: pages load it. */
import { days, hours } from '../../contract/retention.ts';

/** Why somebody reports a place, with the time in milliseconds within which a moderator decides. */
export const reportReasons = {
  minors: { dueMs: hours(4) },
  illegal: { dueMs: hours(24) },
  harassment: { dueMs: hours(24) },
  privacy: { dueMs: hours(24) },
  impersonation: { dueMs: days(3) },
  falsehood: { dueMs: days(3) },
  spam: { dueMs: days(3) },
  other: { dueMs: days(3) },
} as const satisfies Record<string, { readonly dueMs: number }>;
export type ReportReason = keyof typeof reportReasons;
export const reportReasonNames = Object.keys(reportReasons) as [ReportReason, ...ReportReason[]];

/** The effects of decisions. `withhold`: nobody but the owner sees the place. `suspend`: the account may do nothing. */
export const measures = ['withhold', 'suspend'] as const;
export type Measure = (typeof measures)[number];

/**
 * The ground of a decision, by Regulation (EU) 2022/2065 (Digital Services Act), article 17(3): content against the law (d), or
 * against the terms of the service (e).
 */
export const grounds = ['law', 'terms'] as const;
export type Ground = (typeof grounds)[number];

export const appealOutcomes = ['upheld', 'overturned'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** The time for an appeal, in milliseconds. Six months at least: Digital Services Act, article 20(1). */
export const APPEAL_MS = days(184);
/** The time within which an appeal is decided, in milliseconds. */
export const APPEAL_DUE_MS = days(7);

/** Longest explanation of a report, statement or appeal, in code points. */
export const MAX_EXPLANATION = 2_000;
/** Longest name of a law or clause. */
export const MAX_RULE = 200;
/** Longest note of a moderator. */
export const MAX_CASE_NOTE = 1_000;
/** Reports and notes of one case. Further reports are counted, and their words are not kept. */
export const MAX_CASE_REPORTS = 100;
export const MAX_CASE_NOTES = 200;
/** Decisions in force against one profile. */
export const MAX_IN_FORCE = 100;
/** Cases on a page of the queue. */
export const QUEUE_PAGE = 25;
/** Cases that one act of many takes. */
export const MAX_BULK = 25;
/** Statements that an owner is shown, newest first. */
export const SHOWN_STATEMENTS = 50;
