/**
 * The hub's app: where people live. Its pages are thin HTML around published elements; a person signs in by a click. A
 * page of this origin gets the person's token from `/session/token` and hands it to the SDK.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type OwnProfile, createGigsy } from '@gigsy/sdk';
import { ownHost } from '../own-origin.ts';
import { isRead, sendFile } from '../static-files.ts';
import { languageOf, textsOf, wordIn } from './language-choice.ts';
import { type Page, notFound, pages, signInFirst } from './pages.ts';
import { mayVisit } from './known-people.ts';
import { respond } from './respond.ts';
import { answerSession } from './session-routes.ts';
import { appSessions, isFromOwnPage } from './sessions.ts';
import { sendStylesheet } from './stylesheets.ts';
import type { AppSite } from './visit.ts';

export function appSite(site: AppSite) {
  const sessions = appSessions(site.file.sessionKey, site.addresses.app);
  const isOwnHost = ownHost(site.addresses.app);
  const wordsOf = textsOf(site.sources);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnHost(request)) return void response.writeHead(421).end();
    if (!isRead(request) && !isFromOwnPage(request)) return void response.writeHead(403).end();
    const url = new URL(request.url ?? '/', site.addresses.app);
    if (isRead(request) && (await sendAsset(site, url.pathname, request, response))) return;
    const subject = sessions.subjectOf(request);
    const language = languageOf(request, url);
    const texts = wordsOf[language];
    const say = (name: string) => wordIn(texts, name);
    const gigsy = createGigsy({
      url: site.addresses.convex,
      ...(subject !== undefined && { auth: { getToken: () => site.token(subject) } }),
    });
    let mine: Promise<OwnProfile | null> | undefined;
    const own = () => (mine ??= subject === undefined ? Promise.resolve(null) : gigsy.profile.mine());
    const { page, handle } = pageAt(url.pathname, subject);
    const visit = { request, site, sessions, url, language, texts, say, subject, handle, gigsy, own };
    if (/^\/session(\/|$)/.test(url.pathname)) return answerSession(visit, response);
    await respond(page, visit, response);
  };
}

/** The page at a path, as far as the visitor may see it. */
function pageAt(path: string, subject: string | undefined): { page: Page; handle: string } {
  for (const page of pages) {
    const match = new RegExp(`^${page.path.replace('{handle}', '([^/]{1,64})')}$`).exec(path);
    if (match) return { page: shownTo(subject, page), handle: match[1] ?? '' };
  }
  return { page: notFound, handle: '' };
}

function shownTo(subject: string | undefined, page: Page): Page {
  if (page.for === undefined) return page;
  if (subject === undefined) return signInFirst;
  return mayVisit(subject, page.for) ? page : notFound;
}

/** Workers read files that people chose: whatever is in a file, it can ask no server. */
const WORKER_POLICY = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Scripts, styles and nothing else. */
async function sendAsset(
  site: AppSite,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const headers = { 'cache-control': 'no-cache' };
  if (path === '/app.css') return sendFile(request, response, site.sources, 'app.css', headers);
  if (path.startsWith('/scripts/')) {
    const script = path.slice('/scripts/'.length);
    const policy = script.endsWith('.worker.js') && { 'content-security-policy': WORKER_POLICY };
    return sendFile(request, response, site.scripts, script, { ...headers, ...policy });
  }
  if (path.startsWith('/styles/')) return sendStylesheet(request, response, path.slice('/styles/'.length));
  if (path !== '/favicon.ico') return false;
  response.writeHead(204).end();
  return true;
}
