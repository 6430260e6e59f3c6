/**
 * The content of one element as text. The element is made without a document and asked what it would render: nothing is
 * defined, connected or loaded, and no global is touched.
 */
import type { PropertyValues } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../localization/localize.ts';
import type { ProfileElement } from '../profile/profile-element.ts';
import { calm } from '../resource/calm.ts';
import { type ProfileTag, classes, furtherParts } from './catalogue.ts';
import { write } from './markup.ts';

/** An address to see by which relative links lead to the web; it is never written. */
const ANY_PAGE = 'https://page.invalid/';

/** The element with its profile, speaking `lang`, or the language of its own tag. */
async function elementOf(
  tag: ProfileTag,
  profile: ProfileView | null,
  lang: string | undefined,
  attributes: Map<string, string>,
): Promise<ProfileElement> {
  const element = new classes[tag]();
  // As a browser's property of that name: only what HTML knows.
  const [dir = ''] = /^(ltr|rtl|auto)$/.exec(attributes.get('dir')?.toLowerCase() ?? '') ?? [];
  Object.assign(element, { baseURI: ANY_PAGE, dir, further: furtherParts[tag], opened: true });
  for (const [name, value] of attributes) {
    if (classes[tag].observedAttributes.includes(name)) element.attributeChangedCallback(name, null, value);
  }
  const { localize } = element as unknown as { localize: Localize };
  const spoken = lang ?? (attributes.get('lang') || 'en');
  localize.hostUpdate(spoken);
  if (localize.words) {
    await localize.words;
    localize.hostUpdate(spoken);
  }
  readCalmly(element);
  element.profile = profile;
  element['willUpdate'](new Map([['profile', undefined]]) as PropertyValues<ProfileElement>);
  return element;
}

/** The content of the shadow root, and the state that it shows. */
export async function contentOf(
  tag: ProfileTag,
  profile: ProfileView | null,
  lang: string | undefined,
  attributes: Map<string, string>,
): Promise<{ content: string; state: string }> {
  const element = await elementOf(tag, profile, lang, attributes);
  return { content: write(element['render']()), state: element.state };
}

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
