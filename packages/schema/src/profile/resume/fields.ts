/** Fields that several parts of a document have: web addresses and periods. */
import type { Keys, ResumeReader } from '../resume-reader.ts';
import type { EndStatus } from '../sections/fields.ts';
import { webAddress } from './addresses.ts';
import { isBefore, readDate as dateIn } from './dates.ts';

/** An address that `accepts` it; a bare `example.com/x` is read as https. */
export function readWebAddress(
  item: ResumeReader,
  keys: Keys,
  accepts: (value: string) => boolean,
): string | undefined {
  const given = item.text(keys, 2048);
  if (given === undefined) return undefined;
  const address = webAddress(given);
  if (address !== undefined && accepts(address) && address.length <= 2048) return address;
  return item.note(keys, 'is not a web address that may be shown; left out. One starts with https://');
}

export interface Period {
  startDate: string | undefined;
  endDate: string | undefined;
  endStatus: EndStatus | undefined;
}

/** An end can be left open, said in words, or unreadable: three different cases without a date. */
export function readPeriod(item: ResumeReader): Period {
  const end = readDate(item, 'endDate');
  const none = { startDate: readDay(item, 'startDate'), endDate: undefined };
  if (end === 'now') return { ...none, endStatus: 'ongoing' };
  if (end === undefined)
    return { ...none, endStatus: item.gave('endDate') ? 'unknown' : none.startDate === undefined ? undefined : 'open' };
  if (none.startDate === undefined || !isBefore(end, none.startDate))
    return { ...none, endDate: end, endStatus: undefined };
  item.note('endDate', 'is before startDate; left out');
  return { ...none, endStatus: 'unknown' };
}

const NOT_A_DATE = 'is not a date we can read (YYYY, YYYY-MM or YYYY-MM-DD); left out';

/** A day at which something happened. */
export function readDay(item: ResumeReader, key: string): string | undefined {
  const read = readDate(item, key);
  return read === 'now' ? item.note(key, NOT_A_DATE) : read;
}

/** `now` for words that mean it. */
function readDate(item: ResumeReader, key: string): string | undefined {
  const given = item.text(key, 100);
  const read = given === undefined ? undefined : dateIn(given);
  if (read?.kind === 'now') return 'now';
  if (read?.kind === 'unreadable') return item.note(key, NOT_A_DATE);
  if (read?.coarse) item.note(key, 'could be one of two days; read as the year alone');
  return read?.date;
}

/** `given` without the fields that are undefined. */
export function compact<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
