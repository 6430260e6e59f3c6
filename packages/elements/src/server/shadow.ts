/**
 * The content of one element as text. The element is made without a document and rendered: nothing is defined,
 * connected or loaded, and no global is touched.
 */
import type { PropertyValues } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../localization/localize.ts';
import type { ProfileElement } from '../profile/profile-element.ts';
import { calm } from '../resource/calm.ts';
import { type ProfileTag, classes, furtherParts } from './catalogue.ts';
import { write } from './markup.ts';
import { keepRegionNames } from './region-names.ts';

/** An address to see by which relative links lead to the web; it is never written. */
const ANY_PAGE = 'https://page.invalid/';

/** An element whose words are at hand, or on their way. */
export interface Prepared {
  element: ProfileElement;
  /** Its language's words; undefined where nothing is to be waited for. */
  words: Promise<void> | undefined;
}

/** The element, speaking `lang`, or the language of its own tag. */
export function prepare(tag: ProfileTag, lang: string | undefined, attributes: Map<string, string>): Prepared {
  const elementClass = classes[tag];
  const element = new elementClass();
  Object.assign(element, { baseURI: ANY_PAGE, dir: directionOf(attributes), further: furtherParts[tag], opened: true });
  for (const [name, value] of attributes) {
    if (elementClass.observedAttributes.includes(name)) element.attributeChangedCallback(name, null, value);
  }
  const localize = localizeOf(element);
  keepRegionNames(localize);
  const spoken = lang ?? (attributes.get('lang') || 'en');
  localize.hostUpdate(spoken);
  return { element, words: localize.words?.then(() => localize.hostUpdate(spoken)) };
}

/** As a browser's property of that name: only values that HTML knows. */
function directionOf(attributes: Map<string, string>): string {
  return /^(ltr|rtl|auto)$/.exec(attributes.get('dir')?.toLowerCase() ?? '')?.[0] ?? '';
}

function localizeOf(element: ProfileElement): Localize {
  return (element as unknown as { localize: Localize }).localize;
}

/** The content of the element's shadow root; its state follows. */
export function contentOf(element: ProfileElement, profile: ProfileView | null): string {
  readCalmly(element);
  element.profile = profile;
  element['willUpdate'](PROFILE_CHANGED as PropertyValues<ProfileElement>);
  return write(element['render']());
}

const PROFILE_CHANGED = new Map([['profile', undefined]]);

/** Shows values of a host's program that throw when they are read without them, as the element does in a browser. */
function readCalmly(element: ProfileElement): void {
  const rendered = element['renderValue'].bind(element);
  element['renderValue'] = (profile) => {
    try {
      return rendered(profile);
    } catch {
      return rendered(calm({ profile })!.profile ?? ({} as ProfileView));
    }
  };
}
