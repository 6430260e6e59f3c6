/**
 * A page of 100 cards of distinct people over a slow network and with a slow processor, from navigation to all painted, beside
 * a page that a host writes by hand with a route of its own, and beside React with the same data.
 */
import { type Browser, chromium } from 'playwright';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { wholePeople } from './page/people.ts';
import { SUBJECTS, type Site, type Subject, startSite } from './page/site.ts';

export const name = 'page';

/** A phone on a slow network: 150 ms and 1.6 Mbit/s, with a quarter of this processor. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

const COUNT = 100;
const SETTLED = { gigsy: 'gigsy-profile-card[state=ready]', plain: '.card', react: '.card' };
const BESIDE_PLAIN = 1.3;
const BESIDE_REACT = 1;

interface Loaded {
  ms: number;
  requests: number;
  bytes: number;
}

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const site = await startSite(wholePeople(COUNT));
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: browserArguments });
  signal.addEventListener('abort', () => void browser.close());
  try {
    const loads: Record<Subject, Loaded[]> = { gigsy: [], plain: [], react: [] };
    const rounds = short ? 5 : 15;
    for (let round = 0; round < rounds; round += 1) {
      for (const subject of SUBJECTS) loads[subject].push(await load(browser, site, subject));
      const times = SUBJECTS.map((subject) => `${subject} ${loads[subject].at(-1)!.ms.toFixed(0)} ms`);
      progress(`round ${round + 1} of ${rounds}: ${times.join(', ')}`);
    }
    yield* figures(loads);
  } finally {
    await browser.close();
    site.end();
  }
}

function* figures({ gigsy, plain, react }: Record<Subject, Loaded[]>): Generator<Figure> {
  const beside = (what: string, baseline: Loaded[], value: number): Figure => ({
    name: `${COUNT} cards from navigation to painted, beside ${what}`,
    value: median(gigsy),
    baseline: median(baseline),
    unit: 'ms',
    goal: { of: 'ratio', at: 'most', value },
  });
  yield beside('a page written by hand', plain, BESIDE_PLAIN);
  yield beside('React', react, BESIDE_REACT);
  for (const [subject, loads] of Object.entries({ gigsy, plain, react })) {
    yield { name: `requests of the page, ${subject}`, value: loads[0]!.requests, unit: '' };
    yield { name: `bytes of the page, ${subject}`, value: loads[0]!.bytes / 1000, unit: 'kB' };
  }
}

/** One visit with nothing cached. */
async function load(browser: Browser, site: Site, subject: Subject): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let [requests, bytes] = [0, 0];
  session.on('Network.requestWillBeSent', () => (requests += 1));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watchFor, [SETTLED[subject], COUNT] as const);
  await page.goto(site.page(subject), { waitUntil: 'commit' });
  const ms = await page.waitForFunction(() => globalThis.paintedAt).then((at) => at.jsonValue());
  await context.close();
  return { ms: ms!, requests, bytes };
}

declare global {
  /** When all was painted, in milliseconds since navigation began. */
  var paintedAt: number | undefined;
}

/** Runs in the page, before all else: looks once a frame, and counts the frame in which all cards were painted. */
function watchFor([selector, count]: readonly [string, number]): void {
  const look = (): void => {
    if (document.querySelectorAll(selector).length < count) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (globalThis.paintedAt = performance.now());
      port2.postMessage(undefined);
    });
  };
  look();
}

function median(loads: Loaded[]): number {
  const times = loads.map(({ ms }) => ms).sort((a, b) => a - b);
  return Number(times[Math.floor(times.length / 2)]!.toFixed(0));
}
