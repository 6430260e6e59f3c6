/**
 * The rule N-2 (docs/adr/0010): the newest patch of each of the three newest minor versions is supported. A patch
 * deprecates the earlier patches of its minor at once; a minor deprecates the third minor before it.
 */

export type Status = 'newest' | 'supported' | 'deprecated';

/** Number of supported minor versions before the newest. */
export const MINORS_BACK = 2;

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** `0.3` of `0.3.1`. */
export function minorOf(version: string): string {
  return version.replace(VERSION, '$1.$2');
}

/** Newest first, as numbers: 0.10.0 comes before 0.9.0. */
export function newestFirst(versions: readonly string[]): string[] {
  return [...versions].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

/** Each version with its support, newest first. */
export function standing(versions: readonly string[]): { version: string; status: Status }[] {
  const sorted = newestFirst(versions);
  const minors = [...new Set(sorted.map(minorOf))].slice(0, MINORS_BACK + 1);
  const isNewestOfItsMinor = (version: string) =>
    sorted.find((other) => minorOf(other) === minorOf(version)) === version;
  return sorted.map((version, index) => {
    if (index === 0) return { version, status: 'newest' };
    return {
      version,
      status: minors.includes(minorOf(version)) && isNewestOfItsMinor(version) ? 'supported' : 'deprecated',
    };
  });
}

/** The minors that must be frozen for `version`: its own and the two before it in its major. */
export function promisedMinors(version: string): string[] {
  const [, major, minor] = VERSION.exec(version)!.map(Number) as [number, number, number];
  const first = major === 0 ? 1 : 0;
  return [minor, minor - 1, minor - 2].filter((number) => number >= first).map((number) => `${major}.${number}`);
}
