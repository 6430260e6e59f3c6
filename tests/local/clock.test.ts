/**
 * The deployment's time never runs behind its commits, and locks that count it end, even if the machine's clock is set
 * back.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Clock } from '../../packages/local/src/store/clock.ts';
import { startFixture } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

const DAY_MS = 86_400_000;
const now = Date.now.bind(Date);
let fixture: Fixture | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await fixture?.close();
  fixture = undefined;
});

function setClock(byMs: number): void {
  vi.spyOn(Date, 'now').mockImplementation(() => now() + byMs);
}

describe('a clock', () => {
  const at = (wall: number, steady: number) => {
    vi.spyOn(Date, 'now').mockReturnValue(wall);
    vi.spyOn(performance, 'now').mockReturnValue(steady);
  };

  test("is the machine's, as long as that goes forward", () => {
    at(1_000, 0);
    const clock = new Clock();
    at(1_500, 500);
    expect(clock.now()).toBe(1_500);
    // Asleep, for instance: the time since the machine was started does not count it.
    at(9_000_000, 600);
    expect(clock.now()).toBe(9_000_000);
  });

  test('goes on, a little slower, where that is set back, until the two meet', () => {
    at(DAY_MS, 0);
    const clock = new Clock();
    at(10_000, 1_000);
    expect(clock.now()).toBe(DAY_MS + 900);
    at(11_000, 2_000);
    expect(clock.now()).toBe(DAY_MS + 1_800);
    at(DAY_MS + 2_000, 3_000);
    expect(clock.now()).toBe(DAY_MS + 2_000);
  });

  test("never says less than before, wherever the machine's clock jumps", () => {
    at(DAY_MS, 0);
    const clock = new Clock();
    let last = 0;
    for (const [step, wall] of [5, 3, 9, 0, 7, 2, 8, 1].entries()) {
      at(wall * DAY_MS, step);
      expect(clock.now()).toBeGreaterThanOrEqual(last);
      last = clock.now();
    }
  });

  test('begins at or above a given time', () => {
    at(1_000, 0);
    expect(new Clock(5_000).now()).toBe(5_000);
    expect(new Clock(500).now()).toBe(1_000);
  });
});

const times = () =>
  fixture!.deployment.run('time:look') as Promise<{ now: number; created: number; actionNow: number }>;

test.each([
  ['while it runs', false],
  ['while it is stopped', true],
])(
  'set back by a day %s, the clock keeps functions, documents and actions after the last commit',
  async (_, stopped) => {
    fixture = await startFixture();
    const before = await times();
    setClock(-DAY_MS);
    if (stopped) await fixture.restart();
    const after = await times();
    for (const time of [after.now, after.created, after.actionNow]) expect(time).toBeGreaterThanOrEqual(before.created);
    // About where it was: neither a day back nor far ahead.
    expect(after.now - before.now).toBeLessThan(60_000);
  },
);

test('a limit that is used up is there again in its time, not after the day that the clock was set back', async () => {
  fixture = await startFixture();
  const use = () => fixture!.deployment.run('time:use') as Promise<boolean>;
  expect([await use(), await use()]).toEqual([true, false]);
  setClock(-DAY_MS);
  await fixture.restart();
  await vi.waitFor(async () => expect(await use()).toBe(true), { timeout: 10_000, interval: 100 });
});

test('a scheduled function runs when it is due, though the clock was set back', async () => {
  fixture = await startFixture();
  setClock(-DAY_MS);
  await fixture.deployment.run('places:later', { body: 'on time', afterMs: 200 });
  await vi.waitFor(async () => expect(await fixture!.deployment.run('runtime:stable', { channel: 'later' })).toBe(1), {
    timeout: 10_000,
    interval: 50,
  });
});

test('after a clean stop time does not jump ahead', async () => {
  fixture = await startFixture();
  for (let round = 0; round < 5; round += 1) {
    const { now: said } = await times();
    expect(Math.abs(said - now())).toBeLessThan(5_000);
    await fixture.restart();
  }
  const { now: said } = await times();
  expect(said).toBeLessThanOrEqual(now());
});
