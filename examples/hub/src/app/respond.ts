/** Answers a request with a page: its status, its headers, its cookies. */
import type { ServerResponse } from 'node:http';
import { isGigsyError } from '@gigsy/sdk';
import { contentSecurityPolicy } from '../own-origin.ts';
import { isRead, send } from '../static-files.ts';
import { keptLanguage } from './language-choice.ts';
import { renderPage } from './layout.ts';
import type { Page } from './pages.ts';
import type { Answer, Download, Visit } from './visit.ts';

export async function respond(page: Page, visit: Visit, response: ServerResponse): Promise<void> {
  const { request, subject } = visit;
  const isForm = request.method === 'POST' && page.receive !== undefined;
  if (!isForm && !isRead(request)) return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const answer = await answerOf(page, visit, isForm);
  const headers = headersOf(visit, answer);
  if ('redirect' in answer)
    return void response.writeHead(answer.isLasting ? 308 : 303, { ...headers, location: answer.redirect }).end();
  if ('fileName' in answer) return sendDownload(visit, response, answer);
  const { status = 200 } = answer;
  const body = await renderPage(page, visit, answer);
  if (status === 200 && subject === undefined && !isForm) return send(request, response, body, headers);
  // Never compressed, and never kept: it may be about one person.
  response.writeHead(status, { ...headers, 'cache-control': 'private, no-store' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** A page that cannot be made says so in the frame of all pages; the reason is not for visitors. */
async function answerOf(page: Page, visit: Visit, isForm: boolean): Promise<Answer> {
  try {
    return await (isForm ? page.receive!(visit) : page.show(visit));
  } catch (error) {
    // A deactivated person can do nothing but come back, or leave.
    if (isGigsyError(error, 'forbidden') && page.name !== 'account') return { redirect: '/me/account' };
    const isBusy = isGigsyError(error, 'rate_limited');
    return { values: {}, status: isBusy ? 429 : 500, template: isBusy ? 'busy' : 'broken' };
  }
}

/** For its owner alone: nothing keeps it on the way, no other page reads it, and a browser does not open it as a page. */
function sendDownload(
  { request }: Visit,
  response: ServerResponse,
  { fileName, contentType, content }: Download,
): void {
  response.writeHead(200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    vary: 'Cookie',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function headersOf({ site, url }: Visit, { cookie }: Answer): Record<string, string | string[]> {
  const cookies = [cookie, keptLanguage(url)].filter((one) => one !== undefined);
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(site.addresses, "'none'"),
    'cross-origin-opener-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cache-control': 'private, no-cache',
    vary: 'Cookie, Accept-Language, Accept-Encoding',
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  };
}
