/** The app's answers that need no backend: pages while the backend is away, wrong methods, foreign names, odd paths. */
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appSite } from '../src/app/app.ts';
import { openAppFile } from '../src/app/app-file.ts';
import { type Listener, listen } from '../src/listen.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-app-'));
/** Nothing listens on the discard port. */
const AWAY = 'http://127.0.0.1:9';
let listener: Listener;

beforeAll(async () => {
  listener = await listen(0, 'the app');
  listener.serve(
    appSite({
      addresses: { partner: AWAY, convex: AWAY, site: AWAY, issuer: AWAY, cdn: AWAY, app: listener.url },
      sources: path.resolve(import.meta.dirname, '../app'),
      scripts: folder,
      file: openAppFile(folder),
      demoSource: { send: async () => null },
      token: async () => 'a token',
    }),
  );
});
afterAll(async () => {
  await listener.close();
  rmSync(folder, { recursive: true });
});

async function signedIn(): Promise<string> {
  const body = new URLSearchParams({ person: 'demo_ada' });
  const headers = { origin: listener.url };
  const answer = await fetch(`${listener.url}/session`, { method: 'POST', headers, body, redirect: 'manual' });
  return answer.headers.get('set-cookie')!.split(';', 1)[0]!;
}

test('a page that cannot be made says so, and tells nothing of the reason', async () => {
  const answer = await fetch(`${listener.url}/me`, { headers: { cookie: await signedIn() } });
  const body = await answer.text();
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'private, no-store']);
  expect(body).toContain('nothing of yours is lost');
  expect(body).toContain('id="sign-out"');
  expect(body).not.toMatch(/offline|127\.0\.0\.1:9\/api|token/);
});

test('pages, forms and routes of the session refuse other methods', async () => {
  const ask = async (path: string, method: string) => {
    const answer = await fetch(`${listener.url}${path}`, { method, headers: { origin: listener.url } });
    return [answer.status, answer.headers.get('allow')];
  };
  expect(await ask('/', 'POST')).toEqual([405, 'GET, HEAD']);
  expect(await ask('/people/ada', 'DELETE')).toEqual([405, 'GET, HEAD']);
  expect(await ask('/session', 'PUT')).toEqual([405, 'POST, DELETE']);
  expect(await ask('/session/token', 'GET')).toEqual([405, 'POST']);
  expect(await ask('/session/other', 'POST')).toEqual([404, null]);
});

test('a path that names no page, or no handle, is not found', async () => {
  for (const odd of [
    '/people',
    '/people/',
    '/people/%ff',
    '/people/..%2fada',
    '/people/Ada',
    '/Me',
    '/me/',
    '/sessions',
  ])
    expect([odd, (await fetch(`${listener.url}${odd}`)).status]).toEqual([odd, 404]);
});

test('a page under a foreign host name is refused', async () => {
  const status = await new Promise((resolve, reject) =>
    httpRequest(`${listener.url}/`, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.statusCode))
      .on('error', reject)
      .end(),
  );
  expect(status).toBe(421);
});

test('a form that is too large, or no form, is refused with words', async () => {
  const send = async (body: BodyInit, type?: string) => {
    const headers = { origin: listener.url, ...(type && { 'content-type': type }) };
    const answer = await fetch(`${listener.url}/sign-up`, { method: 'POST', headers, body });
    return [answer.status, await answer.text()] as const;
  };
  const form = new FormData();
  form.set('resume', new File(['x'.repeat(1_100_000)], 'resume.json'));
  for (const [status, text] of [await send(form), await send('no form', 'text/plain')]) {
    expect(status).toBe(422);
    expect(text).toContain('A file may have up to 1 MB.');
  }
});

test('the language is the one asked for, else the one chosen before, else that of the browser', async () => {
  const langOf = async (query: string, headers: Record<string, string>) => {
    const answer = await fetch(`${listener.url}/sign-up${query}`, { headers });
    return [/<html lang="(\w+)" dir="(\w+)">/.exec(await answer.text())!.slice(1), answer.headers.get('set-cookie')];
  };
  expect(await langOf('', {})).toEqual([['en', 'ltr'], null]);
  expect(await langOf('', { 'accept-language': 'fr-CA, ar;q=0.8' })).toEqual([['ar', 'rtl'], null]);
  const [shown, cookie] = await langOf('?lang=es', { 'accept-language': 'ar' });
  expect([shown, cookie]).toEqual([['es', 'ltr'], expect.stringMatching(/^gigsy-language=es; Path=\/; SameSite=Lax/)]);
  expect(await langOf('', { 'accept-language': 'ar', cookie: 'gigsy-language=es' })).toEqual([['es', 'ltr'], null]);
  expect(await langOf('?lang=xx', {})).toEqual([['en', 'ltr'], null]);
});
