/** The frame of every page: head, navigation, the page's own content, foot. */
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { LANGUAGES, directionIn } from '../languages.ts';
import { contentSecurityPolicy } from '../own-origin.ts';
import { send } from '../static-files.ts';
import { type Html, fill, html } from '../template.ts';
import { keptLanguage } from './language-choice.ts';
import { operators } from './known-people.ts';
import { type Page, pages } from './pages.ts';
import type { AppSite, Shown, Visit } from './visit.ts';

/** Names of the languages in themselves. */
const OWN_NAMES = { en: 'English', es: 'Español', ar: 'العربية' } as const;

export interface AppLayout {
  answer(page: Page, visit: Visit, response: ServerResponse): Promise<void>;
}

export function appLayout(site: AppSite): AppLayout {
  const read = (file: string) => readFileSync(join(site.sources, file), 'utf8');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(site.addresses, "'none'"),
    'cross-origin-opener-policy': 'same-origin',
  };
  return {
    async answer(page, visit, response) {
      const { request, subject } = visit;
      const isForm = request.method === 'POST' && page.receive !== undefined;
      if (!isForm && !['GET', 'HEAD'].includes(request.method ?? ''))
        return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
      const answer = isForm ? await page.receive!(visit) : await page.show(visit);
      const cookies = [answer.cookie, keptLanguage(visit.url)].filter((cookie) => cookie !== undefined);
      const all = {
        ...(cookies.length > 0 && { 'set-cookie': cookies }),
        'cache-control': 'private, no-cache',
        vary: 'Cookie, Accept-Language',
      };
      if ('redirect' in answer)
        return void response.writeHead(answer.isLasting ? 308 : 303, { location: answer.redirect, ...all }).end();
      const content = fill(
        read(`pages/${answer.template ?? page.name}.html`),
        { ...visit.texts, ...answer.values },
        page.name,
      );
      const body = fill(read('layout.html'), { ...frameOf(page, visit, answer), content }, 'layout').markup;
      const { status = 200 } = answer;
      if (status === 200 && subject === undefined && !isForm)
        return send(request, response, body, { ...headers, ...all });
      // Never compressed, and never kept: it is about one person.
      const own = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin' };
      response.writeHead(status, { ...headers, ...all, ...own, 'cache-control': 'private, no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
}

function frameOf(page: Page, visit: Visit, shown: Shown) {
  const { site, language, texts, say, subject, url } = visit;
  const canonical = shown.canonical;
  return {
    ...texts,
    ...site.addresses,
    lang: language,
    dir: directionIn(language),
    title: shown.title ?? say(`${shown.template ?? page.name}.title`),
    robots:
      canonical === undefined
        ? html`<meta name="robots" content="noindex" />`
        : html`<link rel="canonical" href="${canonical}" />`,
    head: shown.head ?? '',
    scripts: page.script ? html`<script type="module" src="/scripts/${page.name}.js"></script>` : '',
    page: page.name,
    reads: page.reads ?? 'public',
    session: subject === undefined ? 'out' : 'in',
    navigation: navigation(page, visit),
    account: subject === undefined ? signedOut(visit) : signedIn(visit),
    languages: languages(visit, url),
  };
}

function navigation(current: Page, { subject, say }: Visit): Html {
  if (subject === undefined) return html``;
  const links = pages.filter(
    (page) => page.navigation === 'main' && (page.for !== 'operators' || operators.has(subject)),
  );
  return html`${links.map(
    ({ path, name }) =>
      html`<a href="${path}"${name === current.name && html` aria-current="page"`}>${say(`nav.${name}`)}</a>`,
  )}`;
}

function signedOut({ say }: Visit): Html {
  return html`<a href="/#sign-in">${say('nav.signIn')}</a> <a class="button small" href="/sign-up">${say('nav.signUp')}</a>`;
}

function signedIn({ say }: Visit): Html {
  return html`<button type="button" class="quiet small" id="sign-out">${say('nav.signOut')}</button>`;
}

function languages({ language }: Visit, url: URL): Html {
  return html`${LANGUAGES.map((other) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('lang', other);
    return html`<a href="?${query.toString()}" lang="${other}" hreflang="${other}"${other === language && html` aria-current="true"`}>${OWN_NAMES[other]}</a>`;
  })}`;
}
