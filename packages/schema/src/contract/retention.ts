/** The form of a class of stored data with the time that it is kept. Each domain declares its classes in `retention.ts`. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const minutes = (count: number) => count * MINUTE_MS;
export const hours = (count: number) => count * HOUR_MS;
export const days = (count: number) => count * DAY_MS;

/** Why data may be held, by the article of the GDPR. */
export const legalBases = {
  contract: 'Art. 6(1)(b): the person asked for the service',
  consent: 'Art. 6(1)(a): the person agreed, and may withdraw that',
  obligation: 'Art. 6(1)(c): the law asks for a record',
  interest: 'Art. 6(1)(f): a legitimate interest, named as the reason',
  none: 'no data of people',
} as const;
export type LegalBasis = keyof typeof legalBases;

export interface RetentionClass {
  /** Tables that hold data of the class. A table whose rows go through several states may stand in several classes. */
  readonly tables: readonly string[];
  /** The data, as a person would call it. */
  readonly holds: string;
  /** Time that the data is kept, in milliseconds, counted from `from`. Null if no time ends it. */
  readonly periodMs: number | null;
  readonly from: string;
  /**
   * The way in which the data goes. `purge`: a job deletes it after the period, and the purge report counts it. `schedule`: a
   * function is scheduled for its end. `erasure`: with the account. `cascade`: with what it is made from. `kept`: it stays.
   */
  readonly end: 'purge' | 'schedule' | 'erasure' | 'cascade' | 'kept';
  /** Whether a legal hold on the person keeps the data beyond its end. */
  readonly held: boolean;
  readonly basis: LegalBasis;
  /** Why it is kept, and why for so long. */
  readonly reason: string;
}

/**
 * All classes of these domains. Throws if two domains declare the same class: the second would silently replace the first.
 */
export function joinRetention<C extends readonly Readonly<Record<string, RetentionClass>>[]>(
  ...domains: C
): Readonly<Record<KeysOf<C[number]>, RetentionClass>> {
  const all: Record<string, RetentionClass> = {};
  for (const [name, declared] of domains.flatMap((classes) => Object.entries(classes))) {
    if (Object.hasOwn(all, name)) throw new Error(`Two domains declare the class ${name} of stored data.`);
    all[name] = declared;
  }
  return all as Readonly<Record<KeysOf<C[number]>, RetentionClass>>;
}

type KeysOf<T> = T extends unknown ? Extract<keyof T, string> : never;
