/** Where each language's table is. A chunk of its own: a page in English needs none of it. */
import type { Table } from './terms.ts';

/** `xa` is the pseudo-locale en-XA. */
export const byLanguage: Record<string, (() => Promise<{ table: Table }>) | undefined> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  hi: () => import('./hi.ts'),
  ja: () => import('./ja.ts'),
  pt: () => import('./pt-BR.ts'),
  xa: () => import('./xa.ts'),
};
