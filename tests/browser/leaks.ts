/** What elements leave behind when they are gone, in counts that do not depend on time. Works in a page where they are defined. */
import type { CDPSession, Page } from 'playwright';
import { publishedElements } from '../../scripts/elements/entries.ts';

export const TAGS: string[] = publishedElements().map((name) => `gigsy-${name}`);

export interface Leak {
  /** DOM nodes and event listeners that are there after the cycles and were not before. */
  nodes: number;
  listeners: number;
  /** Elements that the cycles made and that the collector could not take. */
  elements: number;
}

/** A few that come first make what a page keeps for good: templates, style sheets, caches. */
const WARM_UP = 20;

/** Creates, shows and removes `tag` as often as `cycles` says. */
export async function leakOf(page: Page, tag: string, cycles: number): Promise<Leak> {
  const session = await page.context().newCDPSession(page);
  await cycle(page, tag, WARM_UP);
  const before = await counters(session);
  await cycle(page, tag, cycles);
  const after = await counters(session);
  const elements = await page.evaluate(() => globalThis.made.filter((reference) => reference.deref()).length);
  await session.detach();
  return { nodes: after.nodes - before.nodes, listeners: after.jsEventListeners - before.jsEventListeners, elements };
}

declare global {
  var made: WeakRef<Element>[];
}

/** Half of them get their profile as data; the others read it, and every other of those is gone before the answer comes. */
function cycle(page: Page, tag: string, cycles: number): Promise<void> {
  return page.evaluate(
    async ([name, count]) => {
      globalThis.made = [];
      const profile = {
        handle: 'ada',
        role: 'student' as const,
        identity: { displayName: 'Ada Okafor', avatarUrl: 'data:,' },
        about: { text: 'Hello.' },
        skills: [{ id: 's1', name: 'Rust', category: 'Firmware', level: 3 as const }],
      };
      for (let index = 0; index < count; index += 1) {
        const source = {
          get: () => (index % 4 === 1 ? new Promise<never>(() => {}) : Promise.resolve(profile)),
          watch: () => () => {},
        };
        const element = Object.assign(
          document.createElement(name),
          index % 2 ? { handle: 'ada', live: true, source } : { profile },
        );
        globalThis.made.push(new WeakRef(element));
        document.body.append(element);
        await (element as { updateComplete?: Promise<boolean> }).updateComplete;
        element.remove();
      }
      // Observers of the document hold what was removed until they have been told of it.
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    },
    [tag, cycles] as const,
  );
}

async function counters(session: CDPSession): Promise<{ nodes: number; jsEventListeners: number }> {
  // What one collection frees may hold more that only the next can take.
  for (let pass = 0; pass < 3; pass += 1) await session.send('HeapProfiler.collectGarbage');
  return session.send('Memory.getDOMCounters');
}
