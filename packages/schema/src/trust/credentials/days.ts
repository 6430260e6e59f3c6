/** Times in credentials: whole days of UTC, as views show them (XML Schema 1.1, dateTimeStamp). */

export function firstSecond(time: number): string {
  return `${dayOf(time)}T00:00:00Z`;
}

export function lastSecond(time: number): string {
  return `${dayOf(time)}T23:59:59Z`;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
