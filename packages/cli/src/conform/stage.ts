/**
 * Puts a page in one state of the sandbox. Every request of a profile, at any API, is answered from the sandbox's data
 * under the handle that was asked for, in the browser, so that no deployment needs to know or to run. Live elements are
 * told where to connect, and their sockets open and stay silent.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { type ProfileView, type SectionName, errorStatus, withSections } from '@gigsy/schema';
import { type SandboxState, type Staged, sandbox, sandboxHandle } from '@gigsy/schema/sandbox';
import type { BrowserContext, Route } from 'playwright-core';

/** One profile, and many in one request. */
const PROFILE = /\/v1\/(profiles\/[a-z0-9-]+|read\/profile\.get)$/;
const ROOT = /\/v1$/;
const SOCKET = /\/api\/[^/]+\/sync$/;

/** The `state` of an element that shows the sandbox state. */
export function expectedState(state: SandboxState): string {
  const { profile, error } = stagedFor(state);
  if (error) return error === 'offline' ? 'offline' : 'error';
  return profile ? 'ready' : 'unavailable';
}

export function stagedFor(state: SandboxState): Staged {
  return sandbox.get(sandboxHandle(state))!;
}

export interface Stage {
  /** Addresses of profiles that were asked for. */
  asked: string[];
  /** Answers profiles from now on, each after its state's delay. Until then pages wait as on a slow connection. */
  answer(): void;
}

export async function setStage(context: BrowserContext, state: SandboxState): Promise<Stage> {
  const staged = stagedFor(state);
  const asked: string[] = [];
  let start = () => {};
  const answering = new Promise<void>((resolve) => {
    start = resolve;
  });
  await context.route(
    ({ pathname }) => PROFILE.test(pathname),
    async (route) => {
      asked.push(route.request().url());
      await answering;
      await wait(staged.delayMs ?? 0);
      // The page may have been closed meanwhile.
      await answer(route, staged).catch(() => {});
    },
  );
  await context.route(
    ({ pathname }) => ROOT.test(pathname),
    (route) =>
      fulfill(route, 200, 'application/json', {
        name: 'gigsy',
        version: 1,
        convex: new URL(route.request().url()).origin,
      }),
  );
  await context.routeWebSocket(SOCKET, () => {});
  return { asked, answer: () => start() };
}

async function answer(route: Route, { profile, error }: Staged): Promise<void> {
  if (error === 'offline') return route.abort('internetdisconnected');
  const { pathname, searchParams } = new URL(route.request().url());
  const many = pathname.endsWith('/profile.get');
  if (many && !error) return fulfill(route, 200, 'application/json', { answers: answersTo(searchParams, profile) });
  if (profile) return fulfill(route, 200, 'application/json', { ...profile, handle: pathname.split('/').at(-1) });
  const code = error ?? 'not_found';
  return fulfill(route, errorStatus[code], 'application/problem+json', {
    type: `urn:gigsy:problem:${code}`,
    title: code,
    status: errorStatus[code],
    detail: 'Answered by gigsy conform.',
    code,
  });
}

/** An answer for each handle, with the sections that stand before it. */
function answersTo(asked: URLSearchParams, profile: ProfileView | null): object[] {
  let sections: SectionName[] | undefined;
  return [...asked].flatMap(([name, text]) => {
    if (name === 'sections') sections = text.split(',') as SectionName[];
    if (name !== 'handle') return [];
    const shown = sections;
    sections = undefined;
    const answers = text.split(',').map((handle) => profile && withSections({ ...profile, handle }, shown));
    return answers.map((value) => ({ value, etag: 'conform' }));
  });
}

function fulfill(route: Route, status: number, contentType: string, body: object): Promise<void> {
  return route.fulfill({
    status,
    contentType,
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  });
}
