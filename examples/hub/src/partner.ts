/**
 * The partner's web server: the page in the language of `?lang=` with the card of `?student=` at its top, style and
 * script from its own origin, a policy as strict as a careful partner sends, and viewer tokens for the page. The gigsy
 * command talks to `/.hub/`.
 */
import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { HANDLE } from '@gigsy/schema/rules';
import type { Addresses } from './addresses.ts';
import { LANGUAGES, type Language, directionIn, isLanguage } from './languages.ts';
import { contentSecurityPolicy, ownHost } from './own-origin.ts';
import { isRead, send, sendFile } from './static-files.ts';
import { fill } from './template.ts';

export interface PartnerSite {
  addresses: Addresses;
  /** Holds page.html, page.css and texts/. */
  sources: string;
  /** Holds the bundled page.js. */
  scripts: string;
  /** Lets its sender sign in as any demo person. Only the hub's own user can read it. */
  secret: string;
  /** The key in the page. */
  publishableKey: string;
  /** A token for the student at the page, from Gigsy, by the secret key of the college's server. */
  viewerToken(): Promise<string>;
  token(subject: string): Promise<string>;
}

/** The student of the week, whose card stands at the top. */
const FEATURED = 'ada';

/** The person whom the page signs in. */
const PAGE_SUBJECT = 'demo_ada';

/** Subjects of made-up people and of people that `gigsy import` adds. */
const DEMO_SUBJECT = /^demo_[a-z0-9-]{2,40}$/;

export function partnerSite(site: PartnerSite) {
  const render = pageRenderer(site);
  const pageHeaders = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': contentSecurityPolicy(site.addresses, "'self'"),
  };
  const isOwnHost = ownHost(site.addresses.partner);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnHost(request)) return void response.writeHead(421).end();
    const { pathname, searchParams } = new URL(request.url ?? '/', site.addresses.partner);
    if (pathname.startsWith('/.hub/')) return answerHub(site, pathname, request, response);
    if (pathname === '/viewer-token' && request.method === 'POST')
      return sendToPage(site, request, response, () => site.viewerToken());
    if (pathname === '/demo-token' && request.method === 'POST')
      return sendToPage(site, request, response, () => site.token(PAGE_SUBJECT));
    if (!isRead(request)) return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (pathname === '/') {
      const [lang, student] = [searchParams.get('lang'), searchParams.get('student') ?? ''];
      const page = render(isLanguage(lang) ? lang : 'en', HANDLE.test(student) ? student : FEATURED);
      return send(request, response, page, pageHeaders);
    }
    const headers = { 'cache-control': 'no-cache' };
    if (pathname === '/page.css' && (await sendFile(request, response, site.sources, 'page.css', headers))) return;
    if (
      pathname.startsWith('/scripts/') &&
      (await sendFile(request, response, site.scripts, pathname.slice('/scripts/'.length), headers))
    )
      return;
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    response.writeHead(404).end();
  };
}

/** Gives the page in a language; the card at its top is of the student whom the address names. */
function pageRenderer(site: PartnerSite): (language: Language, student: string) => string {
  const read = (file: string) => readFileSync(join(site.sources, file), 'utf8');
  const template = read('page.html');
  const valuesIn = (language: Language) => ({
    ...(JSON.parse(read(`texts/${language}.json`)) as Record<string, string>),
    ...site.addresses,
    publishableKey: site.publishableKey,
    lang: language,
    dir: directionIn(language),
    ...Object.fromEntries(LANGUAGES.map((other) => [`current-${other}`, other === language ? 'true' : 'false'])),
  });
  const values = new Map(LANGUAGES.map((language) => [language, valuesIn(language)]));
  return (language, student) => fill(template, { ...values.get(language), student }, `page.html in ${language}`).markup;
}

/**
 * A token for the page. A real college would find the student by its own session. The demo has one student, and the
 * page gets no other person's tokens.
 */
async function sendToPage(
  site: PartnerSite,
  request: IncomingMessage,
  response: ServerResponse,
  make: () => Promise<string>,
): Promise<void> {
  if (request.headers.origin !== site.addresses.partner) return void response.writeHead(403).end();
  const token = await make();
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ token }));
}

/** `GET /.hub/pid` tells a hub from another program; `POST /.hub/token` signs the gigsy command in. */
async function answerHub(
  site: PartnerSite,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (path === '/.hub/pid' && isRead(request)) {
    return void response.writeHead(200, { 'content-type': 'text/plain' }).end(String(process.pid));
  }
  if (path !== '/.hub/token' || request.method !== 'POST') return void response.writeHead(404).end();
  if (!isSame(request.headers['x-hub-secret'], site.secret)) return void response.writeHead(403).end();
  const subject = await readText(request);
  if (!DEMO_SUBJECT.test(subject)) return void response.writeHead(400).end();
  const token = await site.token(subject);
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ token }));
}

function isSame(given: unknown, secret: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The body, cut at the length of the longest subject. */
async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > 64) break;
  }
  return text;
}
