/** Whether a page links back to the profile of the person who claims it. */
import { linksBack } from './backLinks.js';
import type { Found, Look } from './looks.js';
import { isSameHost } from './sameHost.js';

/**
 * A page that is not HTML, or that leads to another host, does not link back. Addresses to which the deployment may not go look
 * like those at which nobody answers.
 */
export async function lookAtPage(
  { subject, expected }: Pick<Look, 'subject' | 'expected'>,
  read: (address: string) => Promise<{ text: string; url: URL } | { fault: string }>,
): Promise<Found> {
  const page = await read(subject);
  if ('fault' in page) return ['refused', 'not_a_page'].includes(page.fault) ? 'not_shown' : 'unreachable';
  const isOwn = isSameHost(page.url, new URL(subject).hostname);
  return isOwn && linksBack(page.text, page.url, expected) ? null : 'not_shown';
}
