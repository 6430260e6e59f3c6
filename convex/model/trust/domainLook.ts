/** Whether a domain shows the line of the person who claims it: in a record of its name, or in a file. */
import { CLAIM_FILE, CLAIM_PREFIX, CLAIM_RECORD } from '@gigsy/schema';
import type { Found, Look } from './looks.js';
import { isSameHost } from './sameHost.js';

/** The ways to a domain. None of them rejects. */
export interface DomainWays {
  /** The texts of a name in the domain's name system; undefined where no server answers. */
  records: (name: string) => Promise<readonly string[] | undefined>;
  /** The text at an address, with the address that gave it after redirects. */
  text: (address: string) => Promise<{ text: string; url: URL } | { fault: string }>;
}

/** Lines of a file that are looked at. */
const MAX_LINES = 50;

/**
 * The record first. Of the file nothing is told but its lines: how a host fails could tell of machines that the person cannot
 * reach. `unreachable` says that no name server answers, which everybody can ask.
 */
export async function lookAtDomain(
  { subject, expected }: Pick<Look, 'subject' | 'expected'>,
  { records, text }: DomainWays,
): Promise<Found> {
  const inNames = await records(`${CLAIM_RECORD}.${subject}`);
  if (shows(inNames ?? [], expected)) return null;
  const file = await text(`https://${subject}${CLAIM_FILE}`);
  // A redirect to another host would let that host speak for the domain.
  const inFile = 'fault' in file || !isSameHost(file.url, subject) ? [] : linesOf(file.text);
  if (shows(inFile, expected)) return null;
  if ([...(inNames ?? []), ...inFile].some((line) => line.trim().startsWith(CLAIM_PREFIX))) return 'other_token';
  return inNames ? 'not_shown' : 'unreachable';
}

function shows(lines: readonly string[], expected: string): boolean {
  return lines.some((line) => line.trim() === expected);
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/, MAX_LINES);
}
