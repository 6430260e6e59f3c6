/** The elements that can be rendered on a server, by tag, and the text of their styles. */
import type { CSSResult } from 'lit';
import type { ProfileElement } from '../profile/profile-element.ts';
import type { FurtherPart } from '../resource/resource-element.ts';
import { type Classes, classes as found } from './classes.generated.ts';

/** Constructors that show a profile; `elementStyles` are what their instances adopt in a browser. */
type ProfileElementClass = (new () => ProfileElement) &
  Pick<typeof ProfileElement, 'elementStyles' | 'observedAttributes' | 'further' | 'sections'>;

/** A tag whose element shows a profile. */
export type ProfileTag = keyof Classes;

export const classes: Record<ProfileTag, ProfileElementClass> = found;

/**
 * Styles for pages without script. Pictures are shown before they have loaded, over the initials that remain if they
 * fail; controls without function keep their place and take no focus.
 */
const WITHOUT_SCRIPT =
  'img:not([class]) { opacity: 1 } .tools > :not(.meta) { visibility: hidden } thead button { pointer-events: none }';

/** One text for all states and languages of a tag, so that a policy can name it by its hash. */
function styleText(tag: ProfileTag): string {
  const own = [...(classes[tag].elementStyles as CSSResult[]), ...(furtherParts[tag]?.styles ?? [])];
  return own
    .map(({ cssText }) => cssText.trim())
    .concat(WITHOUT_SCRIPT)
    .join('\n')
    .replace(/\s*\n\s*/g, ' ');
}

/** Finds attributes and styles that a browser would find when the tag is defined. */
for (const { observedAttributes } of Object.values(classes)) void observedAttributes;

const tags = Object.keys(classes) as ProfileTag[];

async function byTag<T>(made: (tag: ProfileTag) => T | Promise<T>): Promise<Record<ProfileTag, T>> {
  return Object.fromEntries(await Promise.all(tags.map(async (tag) => [tag, await made(tag)] as const))) as never;
}

/** The parts that elements load if there is room: a server renders them too, since it knows no widths. */
export const furtherParts: Record<ProfileTag, FurtherPart | undefined> = await byTag((tag) => classes[tag].further?.());

export const styleTexts: Record<ProfileTag, string> = await byTag(styleText);
