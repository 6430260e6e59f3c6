/** A watch whose live connection fails, breaks or comes back: its readings, their times, and its messages. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GigsyError } from '@gigsy/sdk';
import type { ErrorCode, ProfileView } from '@gigsy/sdk/reader';
import type { WatchObserver } from '@gigsy/sdk';
import { persistentWatch } from '../../packages/sdk/src/live/persistent-watch.ts';

const ada = { handle: 'ada', role: 'mentor' } as ProfileView;
const changed = { ...ada, identity: { displayName: 'Ada' } } as ProfileView;
const REGISTRY = Symbol.for('gigsy.deprecations');

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.useFakeTimers();
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  warn.mockRestore();
  vi.unstubAllGlobals();
  delete (globalThis as Record<symbol, unknown>)[REGISTRY];
});

const failure = (code: ErrorCode) => new GigsyError(code, 'For the test.');

/** An observer with both ways in the test's hands: `read` answers or throws, `live` is the connection's end. */
function watching() {
  const seen: unknown[] = [];
  const state = {
    read: (): ProfileView | null => ada,
    begun: 0,
    readings: 0,
    begin: () => {},
    live: undefined as WatchObserver<ProfileView | null> | undefined,
  };
  const end = persistentWatch(
    {
      read: async () => ((state.readings += 1), state.read()),
      begin: async (observer) => ((state.begun += 1), state.begin(), void (state.live = observer)),
    },
    { next: (profile) => seen.push(profile), error: ({ code }) => seen.push(code) },
  );
  return Object.assign(state, { seen, end });
}

const throwing = (code: ErrorCode) => () => {
  throw failure(code);
};
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

describe('without the live connection', () => {
  it('reads from time to time, more and more seldom, and reports changes only', async () => {
    const watch = watching();
    await minutes(0);
    watch.live!.error!(failure('offline'));
    await minutes(0.1);
    expect(watch.seen).toEqual([ada]);
    await minutes(60);
    expect(watch.seen).toEqual([ada]);
    const first = watch.readings;
    expect(first).toBeLessThan(24);
    watch.read = () => changed;
    await minutes(7);
    expect(watch.seen).toEqual([ada, changed]);
    await minutes(60);
    expect(watch.readings).toBeGreaterThan(first);
    expect(warn.mock.calls).toHaveLength(1);
    expect(warn.mock.calls[0]![0]).toMatch(/^Gigsy: there is no live connection.*connect-src.*wss:/);
  });

  it('follows the connection again when it is back, and no older reading replaces its result', async () => {
    const watch = watching();
    await minutes(0);
    watch.live!.next(ada);
    watch.live!.error!(failure('offline'));
    let answer = (_: ProfileView) => {};
    watch.read = () =>
      new Promise<ProfileView>((resolve) => {
        answer = resolve;
      }) as never;
    await minutes(0.1);
    expect(watch.readings).toBe(1);
    watch.live!.next(changed);
    answer(ada);
    await minutes(60);
    expect(watch.seen).toEqual([ada, changed]);
    expect(watch.readings).toBe(1);
    expect(warn, 'a connection that was there is not kept out').not.toHaveBeenCalled();
  });

  it('reads at once when the machine is online again', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    const watch = watching();
    await minutes(0);
    page.dispatchEvent(new Event('online'));
    expect(watch.readings, 'nothing is waited for').toBe(0);
    watch.live!.error!(failure('offline'));
    page.dispatchEvent(new Event('online'));
    await minutes(0);
    expect(watch.readings).toBe(1);
    watch.end();
    page.dispatchEvent(new Event('online'));
    expect(watch.readings).toBe(1);
  });

  it('reads nothing while nobody looks at the page, and once when somebody does', async () => {
    const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
    vi.stubGlobal('document', document);
    const watch = watching();
    await minutes(0);
    watch.live!.error!(failure('offline'));
    await minutes(60);
    expect(watch.readings).toBe(0);
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    await minutes(0);
    expect(watch.readings).toBe(1);
  });
});

describe('without HTTP too', () => {
  it('reports offline once, and gives the profile as soon as one of them works', async () => {
    for (const code of ['offline', 'bad_response'] as const) {
      const watch = watching();
      await minutes(0);
      watch.live!.next(ada);
      watch.live!.error!(failure('offline'));
      watch.read = throwing(code);
      await minutes(20);
      expect(watch.seen).toEqual([ada, code]);
      watch.read = () => ada;
      await minutes(7);
      expect(watch.seen).toEqual([ada, code, ada]);
      watch.end();
    }
    expect(warn).not.toHaveBeenCalled();
  });

  it('tries again to begin a watch that could not begin', async () => {
    const watch = watching();
    watch.begin = throwing('bad_response');
    watch.read = throwing('bad_response');
    watch.end();
    const other = watching();
    other.begin = throwing('offline');
    other.read = throwing('offline');
    await minutes(10);
    other.begin = () => {};
    other.read = () => ada;
    await minutes(7);
    other.live!.next(changed);
    expect(other.seen.at(-1)).toEqual(changed);
    const { readings } = other;
    await minutes(60);
    expect(other.readings).toBe(readings);
  });
});

it('other failures of the connection are passed on, and nothing is read', async () => {
  const watch = watching();
  await minutes(0);
  watch.live!.error!(failure('internal'));
  await minutes(60);
  expect([watch.seen, watch.readings]).toEqual([['internal'], 0]);
});

it('ends by its function and by its signal, at any time', async () => {
  const watch = watching();
  await minutes(0);
  watch.live!.error!(failure('offline'));
  watch.end();
  await minutes(60);
  expect([watch.seen, watch.readings, vi.getTimerCount()]).toEqual([[], 0, 0]);
  const ended = new AbortController();
  ended.abort();
  const begin = vi.fn();
  persistentWatch({ read: async () => ada, begin }, { next() {}, signal: ended.signal });
  expect(begin).not.toHaveBeenCalled();
});
