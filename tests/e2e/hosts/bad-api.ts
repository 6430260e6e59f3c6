/**
 * An API that misbehaves, one way for each handle: what comes when something else answers at Gigsy's address (a proxy, a
 * captive portal, a broken release), or nothing does. Good answers come from a running hub, not from here.
 */
import type { Server, ServerResponse } from 'node:http';
import { listen, originOf } from './host-pages.ts';

type Answer = (response: ServerResponse, handle: string) => void;

const json: Record<string, string> = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };

function body(text: string, headers: Record<string, string> = json, status = 200): Answer {
  return (response) => void response.writeHead(status, headers).end(text);
}

/** A profile whose every field is of a shape that no profile has. */
function misshapen(handle: string): string {
  return JSON.stringify({
    handle,
    identity: { displayName: { toString: 1 }, headline: ['x'], avatarUrl: 'javascript:alert(1)', location: 7 },
    about: null,
    availability: 'yes',
    skills: [null, 3, { name: {} }, [['deep']]],
    links: { length: 2 },
    unknown: { __proto__: null },
  });
}

/** Handles that end in a sound 200 or nothing at all are told apart by the state that a card must show. */
export const ways: Record<string, { answer: Answer; state: string; code?: string }> = {
  'half-json': { answer: body('{"handle":"half-json","ident'), state: 'error', code: 'bad_response' },
  'web-page': {
    answer: body('<!doctype html><title>Sign in to this network</title>', {
      'content-type': 'text/html',
      'access-control-allow-origin': '*',
    }),
    state: 'error',
    code: 'bad_response',
  },
  'empty-body': { answer: body(''), state: 'error', code: 'bad_response' },
  number: { answer: body('42'), state: 'error', code: 'bad_response' },
  nothing: { answer: body('null'), state: 'error', code: 'bad_response' },
  list: { answer: body('[]'), state: 'error', code: 'bad_response' },
  'somebody-else': { answer: body('{"handle":"ada"}'), state: 'error', code: 'bad_response' },
  'bare-500': {
    answer: body('Internal Server Error', { 'access-control-allow-origin': '*' }, 500),
    state: 'error',
    code: 'bad_response',
  },
  misshapen: {
    answer: (response, handle) => void response.writeHead(200, json).end(misshapen(handle)),
    state: 'ready',
  },
  huge: { answer: (response, handle) => void response.writeHead(200, json).end(huge(handle)), state: 'ready' },
  'no-cors': {
    answer: body('{"handle":"no-cors"}', { 'content-type': 'application/json' }),
    state: 'offline',
    code: 'offline',
  },
  dropped: { answer: (response) => void response.destroy(), state: 'offline', code: 'offline' },
  truncated: {
    answer(response) {
      response.writeHead(200, { ...json, 'content-length': '1000' });
      response.write('{"handle":"truncated"', () => response.destroy());
    },
    state: 'offline',
    code: 'offline',
  },
};

/** Two million characters in a name, a headline and 10,000 skills: all that one answer of some megabytes can hold. */
function huge(handle: string): string {
  const long = 'na '.repeat(300_000);
  return JSON.stringify({
    handle,
    identity: { displayName: long, headline: long },
    skills: Array.from({ length: 10_000 }, (_, n) => ({ name: `Skill ${n}` })),
  });
}

export interface BadApi {
  origin: string;
  /** Handles that were asked for, in order. */
  asked: string[];
  close(): void;
}

/** Handles other than those of `ways`: `never` gets no answer, `half` gets headers and half a body, both until the test ends. */
export async function badApi(): Promise<BadApi> {
  const asked: string[] = [];
  const server: Server = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://api');
    // A deployment of before the route of many answers: each card then asks for its own.
    if (pathname.startsWith('/v1/read/')) return void response.writeHead(404, json).end('{}');
    const handle = pathname.split('/').pop()!;
    asked.push(handle);
    if (handle === 'half') return void response.writeHead(200, json).write('{"handle":');
    ways[handle]?.answer(response, handle);
  });
  return {
    origin: originOf(server),
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
