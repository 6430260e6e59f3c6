/**
 * Sessions of the app: a signed cookie that names a person at the local issuer. Browsers send a cookie to every port of
 * a host, so its name has the port, and a request that changes something must also come from a page of this origin.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Sessions {
  /** The subject that the request's cookie names; undefined without a valid one. */
  subjectOf(request: IncomingMessage): string | undefined;
  /** The value of `Set-Cookie` that signs the subject in for a week. */
  begin(subject: string): string;
  /** The value of `Set-Cookie` that signs out. */
  end(): string;
}

const LIFETIME_SECONDS = 7 * 86_400;

export function appSessions(key: string, origin: string): Sessions {
  const name = `gigsy-session-${new URL(origin).port}`;
  const attributes = 'Path=/; HttpOnly; SameSite=Strict';
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url');
  return {
    subjectOf(request) {
      const [payload = '', signature = ''] = (cookies(request).get(name) ?? '').split('.');
      return isSame(signature, sign(payload)) ? living(payload) : undefined;
    },
    begin(subject) {
      const payload = Buffer.from(JSON.stringify({ subject, until: now() + LIFETIME_SECONDS })).toString('base64url');
      return `${name}=${payload}.${sign(payload)}; ${attributes}; Max-Age=${LIFETIME_SECONDS}`;
    },
    end: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}

/** The first value of each cookie of the request. */
export function cookies(request: IncomingMessage): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [, name, value] = /^\s*([^=\s]+)=(.*?)\s*$/.exec(pair) ?? [];
    if (name !== undefined && value !== undefined && !found.has(name)) found.set(name, value);
  }
  return found;
}

/** True if a page of the origin under which it was asked sent the request; browsers name the page's origin on each POST and DELETE. */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host}`;
}

/** The subject in a payload with a good signature, unless the session is over. */
function living(payload: string): string | undefined {
  const { subject, until } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    subject: string;
    until: number;
  };
  return until > now() ? subject : undefined;
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function isSame(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
