/** Links of a page to the person whom it is about: `rel="me"` (microformats.org/wiki/rel-me). */
import { Parser } from 'htmlparser2';

/** Most tags that are looked at: a parser keeps the open ones, and a page may open one in another without end. */
const MAX_TAGS = 10_000;
/** Code units that are parsed at once, so that a page ends early. */
const STEP = 16_384;
const LINKS = new Set(['a', 'area', 'link']);

/** True if the page at `base` has such a link to `address`. A slash at the end and the part after # make no other address. */
export function linksBack(html: string, base: URL, address: string): boolean {
  const wanted = formOf(address, base);
  let tags = 0;
  let found = false;
  const parser = new Parser({
    onopentag(name, { rel, href }) {
      tags += 1;
      if (!LINKS.has(name) || rel === undefined || href === undefined) return;
      found ||= rel.toLowerCase().split(/\s+/).includes('me') && formOf(href, base) === wanted;
    },
  });
  for (let at = 0; at < html.length && !found && tags < MAX_TAGS; at += STEP) parser.write(html.slice(at, at + STEP));
  return found;
}

/** Undefined for text that is no address. */
function formOf(href: string, base: URL): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  url.hash = '';
  return url.href.replace(/\/$/, '');
}
