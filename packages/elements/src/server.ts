/**
 * Rendering on a server: any Gigsy element as declarative shadow DOM that reads whole without script. In a browser the
 * element keeps it on show until it has an answer itself.
 */
import type { PortfolioView, TrustView } from '@gigsy/schema';
import type { ProfileView } from '@gigsy/sdk/reader';
import {
  type AttributeValues,
  checkedAttributes,
  checkedObject,
  invalid,
  readable,
  writeAttributes,
} from './server/attributes.ts';
import {
  type Answer,
  type PortfolioTag,
  type ProfileTag,
  type ShownTag,
  type TrustTag,
  classes,
  shownBy,
} from './server/catalogue.ts';
import { type PlainTag, plainTags } from './server/classes.generated.ts';
import { handedOver, styleOf } from './server/page.ts';
import { contentOf, prepare } from './server/shadow.ts';

export { type Stylesheet, styleHashes, stylesheets } from './server/page.ts';
export type { AttributeValues } from './server/attributes.ts';
export type { PortfolioTag, ProfileTag, ShownTag, TrustTag } from './server/catalogue.ts';
export type { PlainTag } from './server/classes.generated.ts';
export type { PortfolioView, TrustView } from '@gigsy/schema';
export type { ProfileView } from '@gigsy/sdk/reader';

export interface RenderOptions {
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
   * Hands the profile, portfolio or evidence over with the markup: the element shows it in the browser without asking for it. For pages
   * that are rendered for each request. On pages that are kept for longer, elements should ask, since profiles change and are hidden.
   */
  handOver?: boolean;
}

export interface ShadowOptions extends RenderOptions {
  /** The answer of a `ProfileSource`, of any shape; null when there is none for the viewer, hidden or unknown alike. */
  profile: ProfileView | null;
}

export interface PortfolioShadowOptions extends RenderOptions {
  /** The answer of `portfolio.get`, of any shape; null when there is none for the viewer, hidden or unknown alike. */
  portfolio: PortfolioView | null;
  /** Origin of the Gigsy site, from which pictures and documents come; that of the tag's `api` by default. Without one they are left out. */
  site?: string;
}

export interface TrustShadowOptions extends RenderOptions {
  /** The answer of `trust.get`, of any shape; null when there is none for the viewer, hidden or unknown alike. */
  trust: TrustView | null;
}

export interface ElementOptions
  extends Partial<ShadowOptions>, Partial<PortfolioShadowOptions>, Partial<TrustShadowOptions> {
  /**
   * HTML inside the tag, written by the host and put in as it is: slotted content, and the fallback for old browsers.
   */
  fallback?: string;
}

/**
 * A whole tag: `<gigsy-profile-card handle="ada" state="ready"><template
 * shadowrootmode="open">…</template></gigsy-profile-card>`. The handle is that of the answer unless `attributes` say one; a
 * `lang` that is given becomes the tag's. A `<gigsy-provider>` takes no profile and shows its fallback: put the
 * rendered elements there. A form shows its fallback until its code and the person are there: content for the owner
 * alone is never in markup.
 *
 * @throws GigsyError `invalid_argument` with the faulty fields.
 */
export async function renderElement(tag: ShownTag | PlainTag, options: ElementOptions): Promise<string> {
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
export async function renderShadow(tag: ProfileTag, options: ShadowOptions): Promise<string>;
export async function renderShadow(tag: PortfolioTag, options: PortfolioShadowOptions): Promise<string>;
export async function renderShadow(tag: TrustTag, options: TrustShadowOptions): Promise<string>;
export async function renderShadow(tag: ShownTag, options: ElementOptions): Promise<string> {
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
  /** That of the answer, of any shape. */
  handle: unknown;
}

/** At once where the language's words are at hand: waiting would take a page of cards a quarter of its time. */
function shadowOf(
  tag: ShownTag,
  { stylesheets: folder, handOver, site, ...given }: ElementOptions,
  lang: string | undefined,
  attributes: Map<string, string>,
): Shadow | Promise<Shadow> {
  checkTag(tag);
  if (folder !== undefined && typeof folder !== 'string')
    throw invalid('stylesheets', 'Give the address of a folder, such as "/assets/".');
  if (site !== undefined && typeof site !== 'string')
    throw invalid('site', 'Give an origin, such as "https://happy-otter-123.convex.site".');
  const name = shownBy(tag);
  const answer = checkedAnswer(name, given[name]);
  const { element, words } = prepare(tag, lang, attributes);
  if ('site' in element) element.site = site;
  const written = (): Shadow => {
    const content = contentOf(element, name, answer);
    const data = handOver === true ? handedOver(tag, answer) : '';
    return {
      markup: `<template shadowrootmode="open">${styleOf(tag, folder)}${content}${data}</template>`,
      state: element.state,
      empty: 'empty' in element && element.empty === true,
      handle: handleOf(answer),
    };
  };
  return words ? words.then(written) : written();
}

function isPlain(tag: string): tag is PlainTag {
  return (plainTags as readonly string[]).includes(tag);
}

/** Undefined where reading it throws. */
function handleOf(answer: { handle?: unknown } | null): unknown {
  try {
    return answer?.handle;
  } catch {
    return undefined;
  }
}

/** The options, each read once. */
function readOptions(options: ElementOptions): ElementOptions {
  return readable('options', () => ({ ...checkedObject('options', options) }));
}

function checkTag(tag: ShownTag): void {
  if (typeof tag !== 'string' || !Object.hasOwn(classes, tag))
    throw invalid('tag', `There is no such element: choose from ${Object.keys(classes).join(', ')}.`);
}

const GIVEN: Record<Answer, string> = { profile: 'a profile', portfolio: 'a portfolio', trust: 'evidence' };

function checkedAnswer(name: Answer, answer: unknown): { handle?: unknown } | null {
  if (typeof answer !== 'object') throw invalid(name, `Give ${GIVEN[name]}, or null where there is none.`);
  return answer;
}

function checkedLang(lang: unknown): string {
  if (typeof lang !== 'string') throw invalid('lang', 'Give a language tag such as "en" or "pt-BR".');
  return lang;
}
