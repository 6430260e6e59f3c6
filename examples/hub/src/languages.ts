/** The languages of the hub's own pages. The elements in them speak more. */
import { directionOf, localeOf } from '@gigsy/schema/rules';

export const LANGUAGES = ['en', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}

export function directionIn(language: Language): 'ltr' | 'rtl' {
  return directionOf(localeOf(language));
}
