/** The outcome of one check of a credential. */

/** `not_checked`: neither good nor bad is known, for the reason that is told. */
export type Outcome = 'ok' | 'failed' | 'not_checked';

export const checkNames = ['schema', 'issuer', 'signature', 'dates', 'status'] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  readonly outcome: Outcome;
  /** One sentence. It may hold text of the document. */
  readonly message: string;
}

export const ok = (name: CheckName, message: string): Check => ({ name, outcome: 'ok', message });
export const failed = (name: CheckName, message: string): Check => ({ name, outcome: 'failed', message });
export const notChecked = (name: CheckName, message: string): Check => ({ name, outcome: 'not_checked', message });
