/** Cron schedules in UTC. */
import { describe, expect, test } from 'vitest';
import { type CronSchedule, nextRun } from '../../packages/local/src/scheduler/cron-expression.ts';

/** A Thursday. */
const AFTER = '2026-01-01T00:00:00.000Z';

function next(schedule: CronSchedule, after = AFTER, spread = 0): string {
  return new Date(nextRun(schedule, Date.parse(after), spread)).toISOString();
}

const cron = (expression: string) => ({ type: 'cron', cron: expression });

describe('a cron expression', () => {
  test.each([
    ['* * * * *', '2026-01-01T00:01:00.000Z'],
    ['0 0 * * *', '2026-01-02T00:00:00.000Z'],
    ['*/15 9-17/2 * * mon-fri', '2026-01-01T09:00:00.000Z'],
    ['1/10 * * * *', '2026-01-01T00:01:00.000Z'],
    ['0 0 29 2 *', '2028-02-29T00:00:00.000Z'],
    ['5 4 15 * 3', '2026-01-07T04:05:00.000Z'],
    ['5 4 2 * 3', '2026-01-02T04:05:00.000Z'],
    ['0 0 * * 7', '2026-01-04T00:00:00.000Z'],
    ['0 0 * * Sunday', '2026-01-04T00:00:00.000Z'],
    ['0 0 1 march *', '2026-03-01T00:00:00.000Z'],
  ])('%s runs next at %s', (expression, expected) => {
    expect(next(cron(expression))).toBe(expected);
  });

  test('runs strictly after the moment, not at it', () => {
    expect(next(cron('30 2 * * *'), '2026-03-29T02:30:00.000Z')).toBe('2026-03-30T02:30:00.000Z');
    expect(next(cron('30 2 * * *'), '2026-03-29T02:29:59.999Z')).toBe('2026-03-29T02:30:00.000Z');
  });

  test.each([
    '',
    '@daily',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* * 0 * *',
    '22-2 * * * *',
    '*/0 * * * *',
    'a b c d e',
  ])('%j is refused', (expression) => {
    expect(() => next(cron(expression))).toThrow(/cron/i);
  });

  test('without any matching day is refused', () => {
    expect(() => next(cron('0 0 31 2 *'))).toThrow('never runs');
  });
});

test.each<[CronSchedule, string]>([
  [{ type: 'interval', minutes: 2 }, '2026-01-01T00:02:00.000Z'],
  [{ type: 'hourly', minuteUTC: 7 }, '2026-01-01T00:07:00.000Z'],
  [{ type: 'daily', hourUTC: 3, minuteUTC: 4 }, '2026-01-01T03:04:00.000Z'],
  [{ type: 'weekly', dayOfWeek: 'tuesday', hourUTC: 3, minuteUTC: 4 }, '2026-01-06T03:04:00.000Z'],
  [{ type: 'monthly', day: 31, hourUTC: 3, minuteUTC: 4 }, '2026-01-31T03:04:00.000Z'],
])('%j runs next at %s', (schedule, expected) => {
  expect(next(schedule)).toBe(expected);
});

test('a schedule that leaves the minute open takes the one of its spread', () => {
  expect(next({ type: 'daily', hourUTC: 3 }, AFTER, 130)).toBe('2026-01-01T03:10:00.000Z');
});
