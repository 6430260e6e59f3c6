/** When a cron job runs next, in UTC: intervals, and the five fields minute, hour, day of month, month, day of week. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Long enough for 29 February. */
const HORIZON_DAYS = 366 * 8;
const DAY_MS = 86_400_000;

export type CronSchedule = Record<string, unknown> & { type: string };

interface Fields {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  dayIsAny: boolean;
  weekdayIsAny: boolean;
}

/** The first run strictly after a moment, in Unix milliseconds. `spread` picks a minute where the schedule leaves it open. */
export function nextRun(schedule: CronSchedule, after: number, spread: number): number {
  if (schedule.type === 'interval') return after + intervalMs(schedule);
  const fields = parse(expressionOf(schedule, spread % 60));
  const start = new Date(Math.floor(after / 60_000) * 60_000 + 60_000);
  for (let offset = 0; offset < HORIZON_DAYS; offset++) {
    const day = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()) + offset * DAY_MS;
    if (!dayMatches(fields, new Date(day))) continue;
    const time = firstTime(fields, day, start.getTime());
    if (time !== null) return time;
  }
  throw new Error(`The cron schedule ${JSON.stringify(schedule)} never runs.`);
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

function parse(expression: string): Fields {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== 5) throw new Error(`Invalid cron expression "${expression}": it needs five fields.`);
  const [minute, hour, day, month, weekday] = parts as [string, string, string, string, string];
  const weekdays = field(weekday, 0, 7, DAYS, 0);
  if (weekdays.has(7)) weekdays.add(0);
  return {
    minutes: field(minute, 0, 59),
    hours: field(hour, 0, 23),
    days: field(day, 1, 31),
    months: field(month, 1, 12, MONTHS, 1),
    weekdays,
    dayIsAny: /^[*?]/.test(day),
    weekdayIsAny: /^[*?]/.test(weekday),
  };
}

/** `*`, `a`, `a-b`, each with an optional `/step`, in a comma-separated list. */
function field(text: string, low: number, high: number, names: string[] = [], firstName = 0): Set<number> {
  const number = (part: string): number => {
    const named = names.indexOf(part.toLowerCase().slice(0, 3));
    const value = named >= 0 ? named + firstName : Number(part);
    if (!Number.isInteger(value) || value < low || value > high) throw new Error(`Invalid cron field "${text}".`);
    return value;
  };
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const [range = '', step] = item.split('/');
    const any = range === '*' || range === '?';
    const [from = '', to] = range.split('-');
    const start = any ? low : number(from);
    const end = any ? high : to !== undefined ? number(to) : step !== undefined ? high : start;
    for (let value = start; value <= end; value += step === undefined ? 1 : Math.max(1, Number(step)))
      values.add(value);
  }
  return values;
}

/** With both a day of month and a day of week given, either suffices, as in every cron. */
function dayMatches(fields: Fields, date: Date): boolean {
  if (!fields.months.has(date.getUTCMonth() + 1)) return false;
  const day = fields.days.has(date.getUTCDate());
  const weekday = fields.weekdays.has(date.getUTCDay());
  return fields.dayIsAny || fields.weekdayIsAny ? day && weekday : day || weekday;
}

function firstTime(fields: Fields, day: number, notBefore: number): number | null {
  for (let hour = 0; hour < 24; hour++) {
    if (!fields.hours.has(hour)) continue;
    for (let minute = 0; minute < 60; minute++) {
      const time = day + (hour * 60 + minute) * 60_000;
      if (fields.minutes.has(minute) && time >= notBefore) return time;
    }
  }
  return null;
}
