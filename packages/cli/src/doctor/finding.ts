/** What the doctor found: a stable code for programs, and what, where and what to do for people. */
import { printable } from '../printable.ts';

/** `error`: it does not work for visitors. `warning`: it works, for some of them or for now. `hint`: it could be better. */
export type Severity = 'error' | 'warning' | 'hint';

export interface Finding {
  code: string;
  severity: Severity;
  /** What is wrong. */
  message: string;
  /** Where it stands: a line of the page, a header, an address. */
  where: string;
  /** What to write instead, ready to be copied where that is possible. */
  fix: string;
}

/** Collects findings; texts come from pages and servers, so they are made printable here. The same one is told once. */
export class Findings {
  readonly #found = new Map<string, Finding>();

  error(code: string, where: string, message: string, fix: string): void {
    this.#add({ severity: 'error', code, where, message, fix });
  }

  warning(code: string, where: string, message: string, fix: string): void {
    this.#add({ severity: 'warning', code, where, message, fix });
  }

  hint(code: string, where: string, message: string, fix: string): void {
    this.#add({ severity: 'hint', code, where, message, fix });
  }

  /** Errors first. */
  list(): Finding[] {
    const order: Severity[] = ['error', 'warning', 'hint'];
    return [...this.#found.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  }

  #add({ code, severity, ...texts }: Finding): void {
    const [where, message, fix] = [texts.where, texts.message, texts.fix].map(withoutSecrets).map(printable) as [string, string, string];
    this.#found.set([code, where, message].join('\n'), { code, severity, message, where, fix });
  }
}

/** A secret key, or what looks like one: `sk_` and at least 16 letters, digits or underscores. */
export const SECRET = /\bsk_[A-Za-z0-9_]{16,}/g;

function withoutSecrets(text: string): string {
  return text.replace(SECRET, 'sk_…');
}
