/** Loads a page once per state and runs the checks on it. */
import { setTimeout as wait } from 'node:timers/promises';
import { type SandboxState } from '@gigsy/schema/sandbox';
import type { Browser, Page } from 'playwright-core';
import { CliError } from '../failure.ts';
import { printable } from '../printable.ts';
import { type Credentials, splitCredentials, withoutSecrets } from '../secrets.ts';
import { type Complaints, checks, look } from './checks.ts';
import { probe } from './probe.ts';
import { expectedState, setStage } from './stage.ts';
import { watchTraffic } from './traffic.ts';

export interface Outcome {
  state: SandboxState;
  check: string;
  title: string;
  ok: boolean;
  /** Problems in words, printable. */
  problems: string[];
}

export interface Options {
  /** Longest that a page may take to load and its elements to settle, in milliseconds. */
  timeoutMs: number;
  /** Longest that a page's scripts may keep it from answering at all, in milliseconds; axe takes some of it. */
  silenceMs?: number;
}

const SILENCE_MS = 60_000;

/** Yields every outcome as soon as it is known. Throws a CliError if there is no page. */
export async function* conform(
  browser: Browser,
  address: string,
  states: readonly SandboxState[],
  options: Options,
): AsyncGenerator<Outcome> {
  const { url, credentials } = splitCredentials(address);
  for (const state of states) yield* conformIn(state, browser, { url, httpCredentials: credentials }, options);
}

interface Subject {
  url: string;
  /** Sent to the page's own origin only. */
  httpCredentials: Credentials | undefined;
}

async function* conformIn(
  state: SandboxState,
  browser: Browser,
  { url, httpCredentials }: Subject,
  { timeoutMs, silenceMs = SILENCE_MS }: Options,
): AsyncGenerator<Outcome> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
    httpCredentials,
  });
  const watch = new AbortController();
  let page: Page | undefined;
  try {
    await context.addInitScript({ content: probe });
    const stage = await setStage(context, state);
    page = await context.newPage();
    page.setDefaultTimeout(timeoutMs);
    const complaints = listen(page);
    const quiet = watchTraffic(page);
    await open(page, url, timeoutMs);
    void closeWhenSilent(page, silenceMs, watch.signal);
    const isLoading = await settle(page, 'loading', timeoutMs);
    await page.evaluate(() => gigsyWatch.start());
    stage.answer();
    await settle(page, expectedState(state), isLoading ? timeoutMs : Math.min(timeoutMs, 5000));
    // Pictures and languages load after the profile.
    await quiet();
    for (const { name, title, run } of checks) {
      const problems = (await run({ page, state, complaints, asked: stage.asked, isLoading }))
        .map(withoutSecrets)
        .map(printable);
      yield { state, check: name, title, ok: problems.length === 0, problems };
    }
  } catch (error) {
    if (!page?.isClosed()) throw error;
    throw new CliError(
      'page_stuck',
      `The page answers nothing for ${silenceMs / 1000} seconds: one of its scripts does not end.`,
    );
  } finally {
    watch.abort();
    await context.close();
  }
}

/** Closes a page that does not answer, so that calls to it end: nothing else bounds a script that runs in the page. */
async function closeWhenSilent(page: Page, silenceMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answers = page.evaluate(() => true).catch(() => false);
    const timer = wait(silenceMs, false, { ref: false, signal }).catch(() => true);
    if (!(await Promise.race([answers, timer]))) return void (await page.close().catch(() => {}));
    await wait(HEARTBEAT_MS, undefined, { ref: false, signal }).catch(() => {});
  }
}

const HEARTBEAT_MS = 1000;

function listen(page: Page): Complaints {
  const complaints: Complaints = { errors: [], missing: [] };
  page.on('pageerror', ({ message, stack = '' }) => complaints.errors.push({ message, stack }));
  page.on('requestfailed', (request) => request.resourceType() === 'script' && complaints.missing.push(request.url()));
  page.on(
    'response',
    (response) =>
      response.status() >= 400 &&
      response.request().resourceType() === 'script' &&
      complaints.missing.push(response.url()),
  );
  return complaints;
}

async function open(page: Page, url: string, timeoutMs: number): Promise<void> {
  const response = await page.goto(url, { waitUntil: 'load', timeout: timeoutMs }).catch((error: Error) => {
    throw new CliError(
      'page_unreachable',
      `The page can not be opened: ${printable(error.message.split('\n', 1)[0] ?? '')}`,
    );
  });
  if (response && !response.ok()) throw new CliError('page_unreachable', `The page answers ${response.status()}.`);
}

/**
 * Waits until every element with a handle is in this state, or until the time is over; the checks then report the rest.
 * True if all elements are in the state.
 */
async function settle(page: Page, state: string, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const seen = (await look(page)).filter(({ handle }) => handle);
    if (seen.length > 0 && seen.every((element) => element.isDefined && element.state === state)) return true;
    if (performance.now() > until) return false;
    await page.waitForTimeout(50);
  }
}
