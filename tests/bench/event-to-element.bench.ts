/**
 * Signed events of another system, fifty a second about three hundred people, and a page in Chromium that watches some of them
 * over one WebSocket: the time from the sending of an event to the changed DOM of its element.
 */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { Inbox } from './inbox/inbox.ts';
import type { SentTime } from './inbox/sending.ts';
import { WatchingPage } from './inbox/watching-page.ts';
import { percentile } from './local/subject.ts';

export const name = 'event-to-element';

const PEOPLE = 300;
/** Every so many of the people are watched. */
const WATCHED = 6;
const PER_SECOND = 50;
const SECONDS = { short: 20, full: 60 };
/** Events before the measured ones: the code of all parts is compiled in these seconds. */
const WARM_UP = 10;
const GOAL_MS = 250;
/** Longest that the last events are waited for. */
const LAST_MS = 30_000;
const LOOK_MS = 250;

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const inbox = await Inbox.start();
  let page: WatchingPage | undefined;
  try {
    progress(`${PEOPLE} people`);
    const handles = await inbox.people('person', PEOPLE);
    const watched = handles.filter((_handle, at) => at % WATCHED === 0);
    const source = { ...(await inbox.source('courses', PER_SECOND * 60)), handles, perSecond: PER_SECOND, atOnce: 1 };
    page = await WatchingPage.open(inbox.deployment.siteUrl, watched);
    const send = (first: number, seconds: number) =>
      inbox.send({ sources: [{ ...source, first, count: PER_SECOND * seconds }], watched: [] }, signal);
    progress('warming up');
    await send(0, WARM_UP);
    const seconds = short ? SECONDS.short : SECONDS.full;
    progress(`${PER_SECOND} events a second for ${seconds} s, ${watched.length} people watched`);
    const { times } = await send(PER_SECOND * WARM_UP, seconds);
    yield* figures(times, await allShown(page, times));
  } finally {
    await page?.close();
    await inbox.end();
  }
}

/** The events that have shown, once the last event about each watched person has or it has been waited for long enough. */
async function allShown(page: WatchingPage, times: SentTime[]): Promise<typeof globalThis.shown> {
  const last = new Map(times.map(({ handle, number }) => [handle, number]));
  const patience = performance.now() + LAST_MS;
  for (;;) {
    const shown = await page.shown();
    const waits = Object.entries(shown).some(([handle, seen]) => (seen.at(-1)?.[0] ?? -1) < (last.get(handle) ?? -1));
    if (!waits || performance.now() > patience) return shown;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function* figures(times: SentTime[], shown: typeof globalThis.shown): Generator<Figure> {
  const watched = times.filter(({ handle }) => handle in shown);
  // An event that another one follows at once may never show itself: what came with it counts.
  const waits = watched.flatMap(({ handle, number, at }) => {
    const seen = shown[handle]!.find(([reached]) => reached >= number);
    return seen ? [seen[1] - at] : [];
  });
  const of = (figure: string, value: number, goal?: Figure['goal']): Figure => ({
    name: `an event from sent to shown by a watching element, ${figure}`,
    value: Number(value.toFixed(1)),
    unit: 'ms',
    ...(goal && { goal }),
  });
  yield of('median', percentile(waits, 0.5));
  yield of('p95', percentile(waits, 0.95), { at: 'most', value: GOAL_MS });
  yield of('p99', percentile(waits, 0.99));
  yield {
    name: 'events about watched people that never showed',
    value: watched.length - waits.length,
    unit: 'events',
    goal: { at: 'most', value: 0 },
  };
}
