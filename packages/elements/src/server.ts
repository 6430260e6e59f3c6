/**
 * Rendering on a server: any Gigsy element as declarative shadow DOM that reads whole without script. In a browser the
 * element keeps it on show until it has an answer itself.
 */
import type { ProfileView } from '@gigsy/sdk/reader';
import {
  type AttributeValues,
  checkedAttributes,
  checkedObject,
  invalid,
  readable,
  writeAttributes,
} from './server/attributes.ts';
import { type ProfileTag, classes } from './server/catalogue.ts';
import { type PlainTag, plainTags } from './server/classes.generated.ts';
import { handedOver, styleOf } from './server/page.ts';
import { contentOf, prepare } from './server/shadow.ts';

export { type Stylesheet, styleHashes, stylesheets } from './server/page.ts';
export type { AttributeValues } from './server/attributes.ts';
export type { ProfileTag } from './server/catalogue.ts';
export type { PlainTag } from './server/classes.generated.ts';
export type { ProfileView } from '@gigsy/sdk/reader';

export interface ShadowOptions {
  /** The answer of a `ProfileSource`, of any shape; null when there is none for the viewer, hidden or unknown alike. */
  profile: ProfileView | null;
  /** Language of words, numbers and dates, as a BCP 47 tag; that of `attributes` by default, and English where there are no words for it. */
  lang?: string;
  /** Those of the tag, as far as they say how to render: `heading-level`, `href-template`, `view`, `ungrouped`, `dir`. */
  attributes?: AttributeValues;
  /**
   * Address of the folder in which the host serves the files of `stylesheets`, such as `/assets/`: elements then refer to
   * their style, which a page loads once. Without it each holds its own, which needs no request.
   */
  stylesheets?: string;
  /**
   * Hands the profile over with the markup: the element shows it in the browser without asking for it. For pages that are
   * rendered for each request. On pages that are kept for longer, elements should ask, since profiles change and are hidden.
   */
  handOver?: boolean;
}

export interface ElementOptions extends Partial<ShadowOptions> {
  /**
   * HTML inside the tag, written by the host and put in as it is: slotted content, and the fallback for old browsers.
   */
  fallback?: string;
}

/**
 * A whole tag: `<gigsy-profile-card handle="ada" state="ready"><template
 * shadowrootmode="open">…</template></gigsy-profile-card>`. The handle is the profile's unless `attributes` say one; a
 * `lang` that is given becomes the tag's. A `<gigsy-provider>` takes no profile and shows its fallback: put the
 * rendered elements there. A form shows its fallback until its code and the person are there: content for the owner
 * alone is never in markup.
 *
 * @throws GigsyError `invalid_argument` with the faulty fields.
 */
export async function renderElement(tag: ProfileTag | PlainTag, options: ElementOptions): Promise<string> {
  const { fallback = '', lang, attributes: given, ...shown } = readOptions(options);
  if (typeof fallback !== 'string') throw invalid('fallback', 'Give HTML as a string.');
  const attributes = checkedAttributes(given ?? {});
  if (lang !== undefined) attributes.set('lang', checkedLang(lang));
  if (isPlain(tag)) return `<${tag}${writeAttributes(attributes)}>${fallback}</${tag}>`;
  const shadow = shadowOf(tag, shown, lang, attributes);
  const { markup, state, empty, handle } = shadow instanceof Promise ? await shadow : shadow;
  if (typeof handle === 'string' && !attributes.has('handle')) attributes.set('handle', handle);
  if (empty) attributes.set('empty', '');
  return `<${tag}${writeAttributes(attributes.set('state', state))}>${markup}${fallback}</${tag}>`;
}

/**
 * The `<template shadowrootmode="open">…</template>` alone, for frameworks that write the tag themselves: it must be the
 * tag's first content when the page is parsed.
 *
 * @throws GigsyError `invalid_argument` with the faulty fields.
 */
export async function renderShadow(tag: ProfileTag, options: ShadowOptions): Promise<string> {
  const { lang, attributes, ...shown } = readOptions(options);
  const spoken = lang === undefined ? lang : checkedLang(lang);
  return (await shadowOf(tag, shown, spoken, checkedAttributes(attributes ?? {}))).markup;
}

interface Shadow {
  /** The template that a parser makes the shadow root of. */
  markup: string;
  /** The state shown. */
  state: string;
  /** A section that holds nothing for this viewer. */
  empty: boolean;
  /** The profile's, of any shape. */
  handle: unknown;
}

/** At once where the language's words are at hand: waiting would take a page of cards a quarter of its time. */
function shadowOf(
  tag: ProfileTag,
  { profile: given, stylesheets: folder, handOver }: ElementOptions,
  lang: string | undefined,
  attributes: Map<string, string>,
): Shadow | Promise<Shadow> {
  checkTag(tag);
  if (folder !== undefined && typeof folder !== 'string')
    throw invalid('stylesheets', 'Give the address of a folder, such as "/assets/".');
  const profile = checkedProfile(given);
  const { element, words } = prepare(tag, lang, attributes);
  const written = (): Shadow => {
    const content = contentOf(element, profile);
    const data = handOver === true ? handedOver(tag, profile) : '';
    return {
      markup: `<template shadowrootmode="open">${styleOf(tag, folder)}${content}${data}</template>`,
      state: element.state,
      empty: 'empty' in element && element.empty === true,
      handle: handleOf(profile),
    };
  };
  return words ? words.then(written) : written();
}

function isPlain(tag: string): tag is PlainTag {
  return (plainTags as readonly string[]).includes(tag);
}

/** Undefined where reading it throws. */
function handleOf(profile: ProfileView | null): unknown {
  try {
    return profile?.handle;
  } catch {
    return undefined;
  }
}

/** The options, each read once. */
function readOptions(options: ElementOptions): ElementOptions {
  return readable('options', () => ({ ...checkedObject('options', options) }));
}

function checkTag(tag: ProfileTag): void {
  if (typeof tag !== 'string' || !Object.hasOwn(classes, tag))
    throw invalid('tag', `There is no such element: choose from ${Object.keys(classes).join(', ')}.`);
}

function checkedProfile(profile: unknown): ProfileView | null {
  if (typeof profile !== 'object') throw invalid('profile', 'Give a profile, or null where there is none.');
  return profile as ProfileView | null;
}

function checkedLang(lang: unknown): string {
  if (typeof lang !== 'string') throw invalid('lang', 'Give a language tag such as "en" or "pt-BR".');
  return lang;
}
