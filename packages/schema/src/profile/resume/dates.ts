/**
 * Dates as documents write them, to partial dates. A date with two readings keeps only the parts on which both agree.
 */
import { isPartialDate } from '../../contract/text.ts';
import { plainWords } from './plain-words.ts';

export type ReadDate =
  /** `coarse`: the order of month and day is unknown, so only the year is taken. */
  | { kind: 'date'; date: string; coarse?: true }
  /** A word for "until now". */
  | { kind: 'now' }
  | { kind: 'unreadable' };

/** Words for the end of a period that has not ended, in small letters without accents. */
const NOW = new Set(
  `present, the present, current, currently, now, today, ongoing, on going, to date, to present, till date, till now, until now, until today, until present, in progress, continuing,
  heute, bis heute, jetzt, aktuell, derzeit, gegenwartig, laufend, andauernd, aujourdhui, actuel, actuellement, en cours, a ce jour, maintenant, jusqua present,
  presente, actualidad, la actualidad, actual, actualmente, hasta la fecha, hasta hoy, hasta la actualidad, en curso, ahora, hoy, atual, atualmente, ate o momento, o momento, hoje, em andamento, em curso,
  oggi, attuale, attualmente, in corso, ad oggi, heden, nu, huidig, tot heden, tegenwoordig, nuvarande, pagaende, idag, nuvaerende, nykyinen, obecnie, do teraz, teraz, soucasnost, dosud, jelenleg,
  halen, gunumuz, devam ediyor, настоящее время, по настоящее время, по н в, н в, сеичас, теперішнии час, сьогодні, 現在, 现在, 至今, 目前, 현재, الان, حتى الان, الحاضر, حاليا, वर्तमान, अब तक, היום, כיום`
    .split(',')
    .map((word) => plainWords(word)),
);

/** Languages whose names for months are known. */
const LANGUAGES = 'en de fr es pt it nl sv da nb fi pl cs hr hu ro tr ru uk el id'.split(' ');

/** The partial date that `given` says: ISO 8601 and forms of it, month and year, days with the month in words. */
export function readDate(given: string): ReadDate {
  if (NOW.has(plainWords(given))) return { kind: 'now' };
  const text = given
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/^\((.*)\)$/, '$1');
  return numeric(text) ?? inCjk(text) ?? inWords(text) ?? { kind: 'unreadable' };
}

function dated(year: string, month?: string, day?: string): ReadDate | undefined {
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return isPartialDate(date) ? { kind: 'date', date } : undefined;
}

/** A time and its zone may follow the day, which is the one where it was written (RFC 3339). */
const YEAR_FIRST =
  /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})(?:t\d\S*| \d{1,2}:\d{2}\S*(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?)?)?)?$/;

function numeric(text: string): ReadDate | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) return dated(first[1]!, first[3], first[4]);
  const basic = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (basic) return dated(basic[1]!, basic[2], basic[3]);
  const month = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (month) return dated(month[2]!, month[1]);
  const last = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  return last ? eitherOrder(last[1]!, last[3]!, last[4]!) : undefined;
}

/** Day and month in the only order that gives a date; the year alone where both do. */
function eitherOrder(one: string, other: string, year: string): ReadDate | undefined {
  const [british, american] = [dated(year, other, one), dated(year, one, other)];
  if (british && american && Number(one) !== Number(other)) return { kind: 'date', date: year, coarse: true };
  return british ?? american;
}

/** `2015年7月3日`, `2015년 7월`. */
function inCjk(text: string): ReadDate | undefined {
  const match = /^(\d{4})[年년] ?(?:(\d{1,2})[月월] ?(?:(\d{1,2})[日일])?)?$/.exec(text);
  return match ? dated(match[1]!, match[2], match[3]) : undefined;
}

/** A month's name with a year of four digits and perhaps a day, in any order and with the words that join them. */
function inWords(text: string): ReadDate | undefined {
  const parts = text
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª|\.)(?=[\s,]|$)/g, '$1')
    .split(/[\s,./-]+/)
    .filter((part) => part !== '' && !/^(?:de|del|of|di|do)$/.test(part));
  const years = parts.filter((part) => /^\d{4}$/.test(part));
  const days = parts.filter((part) => /^\d{1,2}$/.test(part));
  const [name, ...more] = parts.filter((part) => !/^\d+$/.test(part));
  const month = name === undefined ? undefined : monthOf(plainWords(name));
  if (
    month === undefined ||
    more.length > 0 ||
    years.length !== 1 ||
    days.length > 1 ||
    parts.length !== 2 + days.length
  )
    return undefined;
  return dated(years[0]!, String(month), days[0]);
}

let months: ReadonlyMap<string, number | undefined> | undefined;

/** 1 to 12; undefined where two languages disagree. */
function monthOf(name: string): number | undefined {
  months ??= monthNames();
  return months.get(name);
}

function monthNames(): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>([['sept', 9]]);
  for (const language of LANGUAGES) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const written =
          format.formatToParts(Date.UTC(2015, month - 1, 1)).find(({ type }) => type === 'month')?.value ?? '';
        const name = plainWords(written);
        if (/^\p{L}+$/u.test(name)) found.set(name, (found.get(name) ?? month) === month ? month : undefined);
      }
    }
  }
  return found;
}

/** True if the partial date `end` is before `start`, as far as both say. */
export function isBefore(end: string, start: string): boolean {
  const length = Math.min(end.length, start.length);
  return end.slice(0, length) < start.slice(0, length);
}
