/** The words of requests about one's own data. A table that lacks a term does not compile. */
import type { HoldReason } from '@gigsy/schema';

export interface DataRequestsTerms {
  title: string;
  /** For a person without an account. */
  empty: string;
  /** The copy: its title, what it holds, and the button that asks for it. */
  copy: string;
  copyMore: string;
  ask: string;
  askAgain: string;
  /** While it is made; how much is done, as written. */
  making: (done: string) => string;
  callOff: string;
  /** The count of files to choose the plural by, the count as written, and the size of all as written. */
  ready: (count: number, written: string, size: string) => string;
  keptUntil: (date: string) => string;
  download: string;
  /** Over the links; the time as written. */
  linksUntil: (time: string) => string;
  linksOver: string;
  remove: string;
  copyFailed: string;
  begun: string;
  removed: string;
  /** The limit of copies a day is reached. */
  tooOften: string;
  /** The copy is not there any more, or not in the state that was on show. */
  changed: string;
  /** The deletion: its title, what happens at once and after so many days, what goes and what stays. */
  deletion: string;
  deletionMore: (days: number, written: string) => string;
  goes: readonly string[];
  stays: string;
  request: string;
  due: (date: string) => string;
  untilThen: string;
  keep: string;
  /** While a legal hold lasts, and its reason, as told. */
  held: string;
  heldFor: (reason: string) => string;
  reason: Readonly<Record<HoldReason, string>>;
  receipt: string;
  requested: string;
  kept: string;
}
