/** The language of a page: the one that the address asks for, else the one chosen before, else the browser's. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { LANGUAGES, type Language, isLanguage } from '../languages.ts';
import { cookies } from './sessions.ts';

/** Not secret, and the same for every port of the host. */
const COOKIE = 'gigsy-language';
const YEAR_SECONDS = 365 * 86_400;

export function languageOf(request: IncomingMessage, url: URL): Language {
  const accepted = (request.headers['accept-language'] ?? '').split(',').map((range) => range.trim().slice(0, 2));
  const wanted = [url.searchParams.get('lang'), cookies(request).get(COOKIE), ...accepted];
  return wanted.find(isLanguage) ?? 'en';
}

/** The value of `Set-Cookie` that keeps a language which the address asks for. */
export function keptLanguage(url: URL): string | undefined {
  const asked = url.searchParams.get('lang');
  return isLanguage(asked) ? `${COOKIE}=${asked}; Path=/; SameSite=Lax; Max-Age=${YEAR_SECONDS}` : undefined;
}

/** The words of the app's own pages, by language. */
export function textsOf(sources: string): Record<Language, Readonly<Record<string, string>>> {
  const read = (language: Language) =>
    JSON.parse(readFileSync(join(sources, 'texts', `${language}.json`), 'utf8')) as Record<string, string>;
  return Object.fromEntries(LANGUAGES.map((language) => [language, read(language)])) as never;
}

export function wordIn(texts: Readonly<Record<string, string>>, name: string): string {
  const word = texts[name];
  if (word === undefined) throw new Error(`the texts lack ${name}`);
  return word;
}
