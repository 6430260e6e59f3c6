/** A finding of the doctor: a stable code for programs; fault, place and remedy for people. */
import { printable } from '../printable.ts';
import { withoutSecrets } from '../secrets.ts';

/** `error`: it does not work for visitors. `warning`: it works, for some of them or for now. `hint`: it could be better. */
export type Severity = 'error' | 'warning' | 'hint';

export interface Finding {
  code: string;
  severity: Severity;
  /** The fault. */
  message: string;
  /** The place: a line of the page, a header, an address. */
  where: string;
  /** The remedy, ready to be copied where that is possible. */
  fix: string;
}

/** Most findings of one code: a page with a hundred thousand tags has no more kinds of faults than one with ten. */
const MAX_OF_A_KIND = 100;

/** Collects findings, each once. Their texts come from pages and servers, so they are made printable here. */
export class Findings {
  readonly #found = new Map<string, Finding>();
  readonly #counts = new Map<string, number>();

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
    const count = this.#counts.get(code) ?? 0;
    if (count >= MAX_OF_A_KIND) return;
    const [where, message, fix] = [texts.where, texts.message, texts.fix].map(withoutSecrets).map(printable) as [
      string,
      string,
      string,
    ];
    const key = [code, where, message].join('\n');
    if (!this.#found.has(key)) this.#counts.set(code, count + 1);
    this.#found.set(key, { code, severity, message, where, fix });
  }
}
