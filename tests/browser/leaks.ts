/** Leaks of removed elements, in counts that do not depend on time. Runs in a page that defines them. */
import { emptySections } from '@gigsy/schema';
import type { CDPSession, Page } from 'playwright';
import { publishedElements } from '../../scripts/elements/entries.ts';

/** Elements that ask by a client. */
const ASKS = /-(form|editor|strength|baselines|status)$/;
const sections = emptySections('Ada Okafor');
const versions = Object.fromEntries(Object.keys(sections).map((name) => [name, 1]));

export const TAGS: string[] = publishedElements().map((name) => `gigsy-${name}`);

export interface Leak {
  /** DOM nodes and event listeners that the cycles added. */
  nodes: number;
  listeners: number;
  /** Elements of the cycles that the collector could not free. */
  elements: number;
}

const BETWEEN_READS_MS = 100;
const ROUNDS = 3;

/** First cycles, which make the parts that a page keeps for good: templates, style sheets, caches. */
const WARM_UP = 20;

/**
 * Creates, shows and removes `tag` as often as `cycles` says. A round in which nodes or listeners went was disturbed: on a loaded
 * machine the page's own removed elements are freed late. Another round counts from there, so that this hides no leak.
 */
export async function leakOf(page: Page, tag: string, cycles: number): Promise<Leak> {
  const session = await page.context().newCDPSession(page);
  await cycle(page, tag, WARM_UP);
  let leak = await roundOf(page, session, tag, cycles);
  for (let round = 1; round < ROUNDS && Math.min(leak.nodes, leak.listeners) < 0; round += 1)
    leak = await roundOf(page, session, tag, cycles);
  await session.detach();
  return leak;
}

async function roundOf(page: Page, session: CDPSession, tag: string, cycles: number): Promise<Leak> {
  const before = await steady(session);
  await cycle(page, tag, cycles);
  const after = await steady(session);
  const elements = await page.evaluate(() => globalThis.made.filter((reference) => reference.deref()).length);
  return { nodes: after.nodes - before.nodes, listeners: after.jsEventListeners - before.jsEventListeners, elements };
}

declare global {
  var made: WeakRef<Element>[];
}

/**
 * Half of the elements get their profile as data. The others read it; every second one is removed before the answer.
 * Elements that ask by a client get one, and every fourth is removed before it answers.
 */
function cycle(page: Page, tag: string, cycles: number): Promise<void> {
  return page.evaluate(
    async ([name, count, asks, sections, versions]) => {
      globalThis.made = [];
      const profile = {
        handle: 'ada',
        role: 'student' as const,
        identity: { displayName: 'Ada Okafor', avatarUrl: 'data:,' },
        about: { text: 'Hello.' },
        skills: [{ id: 's1', name: 'Rust', category: 'Firmware', level: 3 as const }],
      };
      const portfolio = { handle: 'ada', badges: [{ id: 'b1', name: 'Clear writer' }] };
      const ofPortfolio = /-(portfolio|shelf)$/.test(name);
      for (let index = 0; index < count; index += 1) {
        const answer = (value: object) => () =>
          index % 4 === 1 ? new Promise<never>(() => {}) : Promise.resolve(value);
        const source = {
          ...(ofPortfolio ? { read: answer(portfolio) } : { get: answer(profile) }),
          watch: () => () => {},
        };
        const given = ofPortfolio ? { portfolio } : { profile };
        const mine = { ...profile, settings: {}, versions, sections: { ...sections, identity: profile.identity } };
        const watch = (_: object, { next }: { next(answer: null): void }) => {
          if (index % 4 !== 1) next(null);
          return () => {};
        };
        const badges = [{ id: 'b1', name: 'Clear writer', issuer: { name: 'Open Courses' }, awardedOn: '2026' }];
        const own = { handle: 'ada', badges, versions: { courses: 1, gigs: 1, badges: 1, contributions: 1 } };
        const client = {
          url: 'https://desk.example',
          portfolio: { mine: answer(own), watchMine: () => () => {}, contributions: { mine: answer([]) } },
          privacy: { watch: () => () => {}, grants: { watchList: () => () => {} } },
          profile: {
            mine: answer(mine),
            watchMine: () => () => {},
            watchStrength: watch,
            watchBaselines: watch,
          },
          operations: { cutover: { watchStatus: watch } },
        };
        const read = asks ? { client, live: true } : { handle: 'ada', live: true, source };
        const shown = asks ? { client } : given;
        const element = Object.assign(document.createElement(name), index % 2 ? read : shown);
        globalThis.made.push(new WeakRef(element));
        document.body.append(element);
        await (element as { updateComplete?: Promise<boolean> }).updateComplete;
        element.remove();
      }
      // Observers of the document hold removed nodes until their callbacks have run.
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    },
    [tag, cycles, ASKS.test(tag), sections, versions] as const,
  );
}

/** Once two reads agree: on a loaded machine the page's own late work still gives up listeners. */
async function steady(session: CDPSession): ReturnType<typeof counters> {
  let before = await counters(session);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_READS_MS));
    const now = await counters(session);
    if (now.nodes === before.nodes && now.jsEventListeners === before.jsEventListeners) return now;
    before = now;
  }
}

async function counters(session: CDPSession): Promise<{ nodes: number; jsEventListeners: number }> {
  // Some objects are freed only by the next collection.
  for (let pass = 0; pass < 3; pass += 1) await session.send('HeapProfiler.collectGarbage');
  return session.send('Memory.getDOMCounters');
}
