/**
 * Rendering on a server: any Gigsy element as declarative shadow DOM that reads whole without script. In a browser the
 * element keeps it on show until it has an answer itself. Needs the package `@lit-labs/ssr` beside this one.
 */
import type { ProfileView } from '@gigsy/sdk/reader';
import { calm } from './profile/untrusted.ts';
import {
  type AttributeValues,
  checkedAttributes,
  checkedObject,
  invalid,
  readable,
  writeAttributes,
} from './server/attributes.ts';
import { type ProfileTag, classes, styleTexts } from './server/catalogue.ts';
import { shadowOf } from './server/shadow.ts';

export type { AttributeValues } from './server/attributes.ts';
export type { ProfileTag } from './server/catalogue.ts';
export type { ProfileView } from '@gigsy/sdk/reader';

export interface ShadowOptions {
  /** What a `ProfileSource` answers, of any shape; null when there is none for the viewer, hidden or unknown alike. */
  profile: ProfileView | null;
  /** Language of words, numbers and dates, as a BCP 47 tag; that of `attributes` by default, and English where there are no words for it. */
  lang?: string;
  /** Those of the tag, as far as they say how to render: `heading-level`, `href-template`, `view`, `ungrouped`, `dir`. */
  attributes?: AttributeValues;
}

export interface ElementOptions extends Partial<ShadowOptions> {
  /** HTML inside the tag, written by the host and put in as it is: slotted content, and what old browsers show. */
  fallback?: string;
}

/**
 * CSP sources (`'sha256-…'`) by tag, for `style-src` of pages that hold server-rendered elements. They are the same for
 * every profile, state and language, and change with the package's version.
 */
export const styleHashes: Readonly<Record<ProfileTag, string>> = Object.freeze(
  Object.fromEntries(
    await Promise.all(
      Object.entries(styleTexts).map(async ([tag, text]) => [tag, `'sha256-${await sha256(text)}'`] as const),
    ),
  ) as Record<ProfileTag, string>,
);

/**
 * A whole tag: `<gigsy-profile-card handle="ada" state="ready"><template shadowrootmode="open">…</template></gigsy-profile-card>`.
 * The handle is the profile's unless `attributes` say one; a `lang` that is given becomes the tag's. A `<gigsy-provider>`
 * takes no profile and shows its fallback: put the rendered elements there. A form shows its fallback until its code and the
 * person are there: what only its owner may see is in no markup.
 *
 * @throws GigsyError `invalid_argument` with the faulty fields.
 */
export async function renderElement(tag: ProfileTag | PlainTag, options: ElementOptions): Promise<string> {
  const { fallback = '', lang, profile, attributes: given } = readOptions(options);
  if (typeof fallback !== 'string') throw invalid('fallback', 'Give HTML as a string.');
  const attributes = checkedAttributes(given ?? {});
  if (lang !== undefined) attributes.set('lang', checkedLang(lang));
  if (isPlain(tag)) return `<${tag}${writeAttributes(attributes)}>${fallback}</${tag}>`;
  const { markup, state } = await shadowOf(checkedTag(tag), checkedProfile(profile), lang, attributes);
  const handle = calm({ profile })?.profile?.handle;
  if (typeof handle === 'string' && !attributes.has('handle')) attributes.set('handle', handle);
  return `<${tag}${writeAttributes(attributes.set('state', state))}>${markup}${fallback}</${tag}>`;
}

/**
 * The `<template shadowrootmode="open">…</template>` alone, for frameworks that write the tag themselves: it must be the
 * tag's first content when the page is parsed.
 *
 * @throws GigsyError `invalid_argument` with the faulty fields.
 */
export async function renderShadow(tag: ProfileTag, options: ShadowOptions): Promise<string> {
  const { profile, lang, attributes } = readOptions(options);
  return (
    await shadowOf(
      checkedTag(tag),
      checkedProfile(profile),
      lang === undefined ? lang : checkedLang(lang),
      checkedAttributes(attributes ?? {}),
    )
  ).markup;
}

/** Tags that show nothing of a profile by themselves: a server passes them through. */
export type PlainTag = 'gigsy-provider' | 'gigsy-profile-form';

function isPlain(tag: string): tag is PlainTag {
  return tag === 'gigsy-provider' || tag === 'gigsy-profile-form';
}

/** The options, each read once. */
function readOptions(options: ElementOptions): ElementOptions {
  return readable('options', () => ({ ...checkedObject('options', options) }));
}

function checkedTag(tag: ProfileTag): ProfileTag {
  if (typeof tag !== 'string' || !Object.hasOwn(classes, tag))
    throw invalid('tag', `There is no such element: choose from ${Object.keys(classes).join(', ')}.`);
  return tag;
}

function checkedProfile(profile: unknown): ProfileView | null {
  if (typeof profile !== 'object') throw invalid('profile', 'Give a profile, or null where there is none.');
  return profile as ProfileView | null;
}

function checkedLang(lang: unknown): string {
  if (typeof lang !== 'string') throw invalid('lang', 'Give a language tag such as "en" or "pt-BR".');
  return lang;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
