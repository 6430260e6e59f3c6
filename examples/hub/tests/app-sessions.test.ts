/** The app's sessions: a cookie is worth something only as it was given. */
import type { IncomingMessage } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { appSessions, isFromOwnPage } from '../src/app/sessions.ts';

const ORIGIN = 'http://127.0.0.1:4405';
const sessions = appSessions('a key', ORIGIN);

function withCookie(cookie: string): IncomingMessage {
  return { headers: { cookie } } as IncomingMessage;
}

/** The pair of name and value, as a browser sends it back. */
function pairOf(setCookie: string): string {
  return setCookie.split(';', 1)[0]!;
}

afterEach(() => {
  vi.useRealTimers();
});

test('a session names its person for a week', () => {
  vi.useFakeTimers({ now: 0 });
  const pair = pairOf(sessions.begin('demo_ada'));
  expect(sessions.subjectOf(withCookie(`other=1; ${pair}`))).toBe('demo_ada');
  vi.setSystemTime(7 * 86_400_000 - 1000);
  expect(sessions.subjectOf(withCookie(pair))).toBe('demo_ada');
  vi.setSystemTime(7 * 86_400_000);
  expect(sessions.subjectOf(withCookie(pair))).toBeUndefined();
});

test('no script reads the cookie, and other sites do not send it', () => {
  for (const cookie of [sessions.begin('demo_ada'), sessions.end()])
    expect(cookie).toMatch(/^gigsy-session-4405=.*; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
});

test('a forged, changed or foreign cookie names nobody', () => {
  const pair = pairOf(sessions.begin('demo_ada'));
  const [name, value = ''] = pair.split('=');
  const [payload = '', signature = ''] = value.split('.');
  const another = Buffer.from('{"subject":"demo_noor","until":9999999999}').toString('base64url');
  for (const cookie of [
    '',
    `${name}=`,
    `${name}=${payload}`,
    `${name}=${another}.${signature}`,
    `${name}=${payload}.${signature.slice(0, -1)}`,
    `${name}=${another}.`,
    `gigsy-session-4406=${value}`,
    pairOf(appSessions('another key', ORIGIN).begin('demo_ada')),
    pairOf(sessions.end()),
  ])
    expect(sessions.subjectOf(withCookie(cookie)), cookie).toBeUndefined();
});

test('only pages of the origin under which the app was asked may change something', () => {
  const isOwn = (host: string, origin?: string) => isFromOwnPage({ headers: { host, origin } } as IncomingMessage);
  expect(isOwn('127.0.0.1:4405', ORIGIN)).toBe(true);
  expect(isOwn('localhost:4405', 'http://localhost:4405')).toBe(true);
  for (const origin of [undefined, 'null', 'http://127.0.0.1:4400', 'https://127.0.0.1:4405', 'http://127.0.0.1'])
    expect(isOwn('127.0.0.1:4405', origin), origin).toBe(false);
});
