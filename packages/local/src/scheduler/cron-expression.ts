/** When a cron job runs next, in UTC: intervals, and the five fields minute, hour, day of month, month, day of week. */
import { Cron } from 'croner';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const FIELDS = 5;

export type CronSchedule = Record<string, unknown> & { type: string };

/**
 * The first run strictly after a moment, in Unix milliseconds. `spread` picks a minute where the schedule leaves it open.
 * Throws an Error for an expression that is invalid or never runs.
 */
export function nextRun(schedule: CronSchedule, after: number, spread: number): number {
  if (schedule.type === 'interval') return after + intervalMs(schedule);
  const next = parse(expressionOf(schedule, spread % 60)).nextRun(new Date(after));
  if (!next) throw new Error(`The cron schedule ${JSON.stringify(schedule)} never runs.`);
  return next.getTime();
}

/** With both a day of month and a day of week given, either suffices, as in Convex. Nicknames such as `@daily` are refused. */
function parse(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS) throw new Error(`Invalid cron expression "${expression}": it needs five fields.`);
  // Names of months and days may be written in full.
  const short = fields.map((field) => field.replace(/[a-z]{4,}/gi, (name) => name.slice(0, 3))).join(' ');
  return new Cron(short, { timezone: 'UTC', mode: '5-part', sloppyRanges: true });
}

function intervalMs(schedule: CronSchedule): number {
  const { seconds, minutes, hours } = schedule as { seconds?: number; minutes?: number; hours?: number };
  return (seconds ?? (minutes ?? (hours ?? 0) * 60) * 60) * 1000;
}

function expressionOf(schedule: CronSchedule, openMinute: number): string {
  const {
    minuteUTC = openMinute,
    hourUTC,
    dayOfWeek,
    day,
    cron,
  } = schedule as { minuteUTC?: number; hourUTC?: number; dayOfWeek?: string; day?: number; cron?: string };
  switch (schedule.type) {
    case 'hourly':
      return `${minuteUTC} * * * *`;
    case 'daily':
      return `${minuteUTC} ${hourUTC} * * *`;
    case 'weekly':
      return `${minuteUTC} ${hourUTC} * * ${WEEKDAYS.indexOf(String(dayOfWeek))}`;
    case 'monthly':
      return `${minuteUTC} ${hourUTC} ${day} * *`;
    case 'cron':
      return String(cron);
    default:
      throw new Error(`Unknown cron schedule type "${schedule.type}".`);
  }
}
