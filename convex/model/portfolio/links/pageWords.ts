/**
 * The words of a page about itself: Open Graph, cards of Twitter, and the title and description of HTML, in this order. The page
 * may be anybody's, so its words pass the same checks as those of people, and are cut.
 */
import { type LinkPreview, cleanText, cutText, line, previewLengths, withoutPiles } from '@gigsy/schema';
import { Parser } from 'htmlparser2';

/** Most code units of a text that are looked at before it is cut. */
const LOOKED_AT = 4_096;
/** Most tags that are looked at: a parser keeps the open ones, and a page may open one in another without end. */
const MAX_TAGS = 5_000;
/** Code units that are parsed at once, so that a page ends early. */
const STEP = 4_096;

const SOURCES = {
  title: ['og:title', 'twitter:title', 'title'],
  description: ['og:description', 'twitter:description', 'description'],
  site: ['og:site_name'],
} as const satisfies Record<keyof LinkPreview, readonly string[]>;
const METAS = new Set<string>(Object.values(SOURCES).flat());

/** Undefined for a page without a title that people could read. */
export function previewIn(html: string): LinkPreview | undefined {
  const said = saidIn(html);
  const first = (part: keyof LinkPreview): string | undefined => {
    for (const name of SOURCES[part]) {
      const words = cleaned(said.get(name), previewLengths[part]);
      if (words !== undefined) return words;
    }
    return undefined;
  };
  const [title, description, site] = [first('title'), first('description'), first('site')];
  return title === undefined
    ? undefined
    : { title, ...(description !== undefined && { description }), ...(site !== undefined && { site }) };
}

/** The media type in which a page names its encoding, from its first bytes, each as one character. Undefined where there is none. */
export function charsetIn(beginning: string): string | undefined {
  let found: string | undefined;
  parse(beginning, {
    meta({ charset, 'http-equiv': equivalent, content }) {
      if (charset !== undefined) found ??= `text/html;charset=${charset}`;
      else if (equivalent?.toLowerCase() === 'content-type') found ??= content;
    },
  });
  // HTML, 13.2.3.2: what was read as single bytes cannot be UTF-16, whatever it says.
  return found?.replace(/utf-16(?:be|le)?/i, 'utf-8');
}

/** The first of each name counts. */
function saidIn(html: string): Map<string, string> {
  const said = new Map<string, string>();
  parse(html, {
    meta({ property, name, content }) {
      const key = (property ?? name ?? '').trim().toLowerCase();
      if (METAS.has(key) && key !== 'title' && content !== undefined && !said.has(key)) said.set(key, content);
    },
    title(words) {
      if (!said.has('title')) said.set('title', words);
    },
  });
  return said;
}

interface Hears {
  meta(attributes: Readonly<Record<string, string | undefined>>): void;
  title?(words: string): void;
}

/** Goes through the head of a page. Titles of drawings are none of the page. */
function parse(html: string, hears: Hears): void {
  let tags = 0;
  let drawings = 0;
  let isOver = false;
  let title: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      tags += 1;
      if (name === 'body' || tags > MAX_TAGS) isOver = true;
      if (isOver) return;
      if (name === 'svg') drawings += 1;
      else if (name === 'title' && drawings === 0) title = '';
      else if (name === 'meta') hears.meta(attributes);
    },
    ontext(words) {
      if (title !== undefined && title.length < LOOKED_AT) title += words;
    },
    onclosetag(name) {
      if (name === 'svg') drawings -= 1;
      if (name !== 'title' || title === undefined) return;
      if (!isOver) hears.title?.(title);
      title = undefined;
    },
  });
  for (let at = 0; at < html.length && !isOver; at += STEP) parser.write(html.slice(at, at + STEP));
  parser.end();
}

/** One line without characters that deceive. Undefined where nothing is left to see. */
function cleaned(value: string | undefined, most: number): string | undefined {
  const clean = withoutPiles(cleanText((value ?? '').slice(0, LOOKED_AT)));
  const words = cutText(clean.replace(/\s+/gu, ' ').trim(), most);
  return line(most).safeParse(words).success ? words : undefined;
}
