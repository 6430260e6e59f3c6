/**
 * The content of one element as text. The element is made without a document and asked what it would render: nothing is
 * defined, connected or loaded, and no global is touched.
 */
import { ElementRenderer, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { PropertyValues } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Localize } from '../localization/localize.ts';
import * as panel from '../profile/profile-card/wide-panel.ts';
import { GigsyProfileCard } from '../profile/profile-card/profile-card.ts';
import type { ProfileElement } from '../profile/profile-element.ts';
import { type ProfileTag, classes, styleTexts } from './catalogue.ts';

/** An address to see by which relative links lead to the web; it is never written. */
const ANY_PAGE = 'https://page.invalid/';

/** What Lit writes for hydration, which these elements do without. No value can hold it: their `<` is escaped. */
const MARKERS = /<!--\/?lit-[^>]*-->|<\?>/g;
/** Between tags of the templates, as the embed build takes it out of them. */
const INDENTATION = />\s*\n\s*</g;

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
  Object.assign(element, { baseURI: ANY_PAGE, dir });
  for (const [name, value] of attributes) {
    if (classes[tag].observedAttributes.includes(name)) element.attributeChangedCallback(name, null, value);
  }
  if (element instanceof GigsyProfileCard) Object.assign(element, { panel, opened: true });
  element.profile = profile;
  const { localize } = element as unknown as { localize: Localize };
  const spoken = lang ?? (attributes.get('lang') || 'en');
  localize.hostUpdate(spoken);
  await localize.words;
  localize.hostUpdate(spoken);
  element['willUpdate'](new Map([['profile', undefined]]) as PropertyValues<ProfileElement>);
  return element;
}

/** Says to Lit that what it renders stands in an element, as slots must; everything about it is done here. */
class Inside extends ElementRenderer {}

/** `<template shadowrootmode>` with style and content, and the state they show. */
export async function shadowOf(
  tag: ProfileTag,
  profile: ProfileView | null,
  lang: string | undefined,
  attributes: Map<string, string>,
): Promise<{ markup: string; state: string }> {
  const element = await elementOf(tag, profile, lang, attributes);
  const rendered = collectResultSync(render(element['render'](), { customElementHostStack: [new Inside(tag)] }));
  const content = rendered.replace(MARKERS, '').replace(INDENTATION, '><');
  return {
    markup: `<template shadowrootmode="open"><style>${styleTexts[tag]}</style>${content}</template>`,
    state: element.state,
  };
}
