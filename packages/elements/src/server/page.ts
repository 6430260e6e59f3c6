/** The neighbours of an element's content in its shadow root: its style, and the answer that it shows. */
import { escapeHtml } from '@gigsy/schema/rules';
import { type ShownTag, classes, shownBy, styleTexts } from './catalogue.ts';

/** A style of a tag as a file that a host serves. */
export interface Stylesheet {
  /** `gigsy-profile-card.1f0c8a2b.css`: another version's file has another name, so that it may be kept for ever. */
  file: string;
  text: string;
}

/** SHA-256 of each style, base64, as policies name it. */
const digests = await Promise.all(
  Object.entries(styleTexts).map(async ([tag, text]) => [tag as ShownTag, await sha256(text)] as const),
);

/**
 * CSP sources (`'sha256-…'`) by tag, for `style-src` of pages that hold server-rendered elements with their style inside.
 * They are the same for every profile, state and language, and change with the package's version.
 */
export const styleHashes: Readonly<Record<ShownTag, string>> = byTag((_, digest) => `'sha256-${digest}'`);

/**
 * The styles by tag, for hosts that serve them as files and give `renderElement` their folder as `stylesheets`: a page with
 * a hundred cards then holds and parses their style once.
 */
export const stylesheets: Readonly<Record<ShownTag, Stylesheet>> = byTag((tag, digest) => ({
  file: `${tag}.${digest.replace(/\W/g, '').slice(0, 8).toLowerCase()}.css`,
  text: styleTexts[tag],
}));

/** The style itself, or where it stands. */
export function styleOf(tag: ShownTag, folder: string | undefined): string {
  return folder === undefined
    ? `<style>${styleTexts[tag]}</style>`
    : `<link rel="stylesheet" href="${escapeHtml(folder.replace(/\/?$/, '/') + stylesheets[tag].file)}">`;
}

/**
 * The sections that the element shows, as data that no policy counts as a script. Empty for values that are not JSON: the
 * element then asks for itself.
 */
export function handedOver(tag: ShownTag, answer: object | null): string {
  if (!answer) return '';
  try {
    const given = answer as Record<string, unknown>;
    const names = [...BESIDE_SECTIONS[shownBy(tag)], ...classes[tag].sections];
    const shown = Object.fromEntries(names.map((name) => [name, given[name]]));
    // No `<`, so that nothing in it ends the script or begins a comment.
    return `<script type="application/json">${JSON.stringify(shown).replaceAll('<', '\\u003c')}</script>`;
  } catch {
    return '';
  }
}

/** The fields of an answer that are handed over whatever the sections are. */
const BESIDE_SECTIONS = {
  profile: ['handle', 'role'],
  portfolio: ['handle', 'partial'],
  trust: ['handle', 'level', 'evidence'],
};

function byTag<T>(made: (tag: ShownTag, digest: string) => T): Readonly<Record<ShownTag, T>> {
  return Object.freeze(Object.fromEntries(digests.map(([tag, digest]) => [tag, made(tag, digest)]))) as never;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
