/** `/session`: POST signs a person in, DELETE signs out; `/session/token` gives the page the person's token. */
import type { ServerResponse } from 'node:http';
import { madeUpPeople } from './known-people.ts';
import { readForm } from './form.ts';
import type { Visit } from './visit.ts';

/** The request came from a page of this origin if it is not a read. */
export async function answerSession(visit: Visit, response: ServerResponse): Promise<void> {
  const { request, url, sessions } = visit;
  const route = `${request.method} ${url.pathname}`;
  if (route === 'POST /session') return signIn(visit, response);
  if (route === 'DELETE /session')
    return void response.writeHead(204, { 'set-cookie': sessions.end(), 'cache-control': 'no-store' }).end();
  if (route === 'POST /session/token') return giveToken(visit, response);
  if (url.pathname === '/session') return void response.writeHead(405, { allow: 'POST, DELETE' }).end();
  if (url.pathname === '/session/token') return void response.writeHead(405, { allow: 'POST' }).end();
  response.writeHead(404).end();
}

/** The form names the person, and the page of this origin to go to. */
async function signIn({ request, site, sessions }: Visit, response: ServerResponse): Promise<void> {
  const form = await readForm(request);
  const person = form?.get('person');
  const known = [...madeUpPeople('').map(({ subject }) => subject), ...site.file.newcomers()];
  if (typeof person !== 'string' || !known.includes(person)) return void response.writeHead(400).end();
  const to = String(form?.get('to') ?? '');
  response
    .writeHead(303, {
      location: /^\/(?![/\\])/.test(to) ? to : '/me',
      'set-cookie': sessions.begin(person),
      'cache-control': 'no-store',
    })
    .end();
}

async function giveToken({ subject, site }: Visit, response: ServerResponse): Promise<void> {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (subject === undefined) return void response.writeHead(401, headers).end('{"token":null}');
  response.writeHead(200, headers).end(JSON.stringify({ token: await site.token(subject) }));
}
