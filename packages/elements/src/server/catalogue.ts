/** The elements that can be rendered on a server, by tag, and the text of their styles. */
import type { CSSResult } from 'lit';
import type { PortfolioElement } from '../portfolio/portfolio-element.ts';
import type { ProfileElement } from '../profile/profile-element.ts';
import type { TrustElement } from '../trust/trust-element.ts';
import type { FurtherPart } from '../resource/resource.ts';
import {
  type Classes,
  type PortfolioClasses,
  type TrustClasses,
  classes as ofProfiles,
  portfolioClasses,
  trustClasses,
} from './classes.generated.ts';

/** An element that a server can render. */
export type ShownElement = ProfileElement | PortfolioElement | TrustElement;

/** Their constructors; `elementStyles` are what their instances adopt in a browser. */
type ShownClass = (new () => ShownElement) &
  Pick<typeof ProfileElement, 'elementStyles' | 'observedAttributes' | 'further'> & { sections: readonly string[] };

/** A tag whose element shows a profile. */
export type ProfileTag = keyof Classes;
/** A tag whose element shows a portfolio. */
export type PortfolioTag = keyof PortfolioClasses;
/** A tag whose element shows what was checked about a person. */
export type TrustTag = keyof TrustClasses;
export type ShownTag = ProfileTag | PortfolioTag | TrustTag;

/** The property in which an element takes its answer. */
export type Answer = 'profile' | 'portfolio' | 'trust';

export const classes: Record<ShownTag, ShownClass> = { ...ofProfiles, ...portfolioClasses, ...trustClasses };

/** The property in which an element of the tag takes its answer. */
export function shownBy(tag: ShownTag): Answer {
  if (Object.hasOwn(trustClasses, tag)) return 'trust';
  return Object.hasOwn(portfolioClasses, tag) ? 'portfolio' : 'profile';
}

/**
 * Styles for pages without script. Pictures are shown before they have loaded, over the initials that remain if they
 * fail; controls without function keep their place and take no focus.
 */
const WITHOUT_SCRIPT =
  'img:not([class]) { opacity: 1 } .tools > :not(.meta) { visibility: hidden } thead button { pointer-events: none }';

/** One text for all states and languages of a tag, so that a policy can name it by its hash. */
function styleText(tag: ShownTag): string {
  const own = [...(classes[tag].elementStyles as CSSResult[]), ...(furtherParts[tag]?.styles ?? [])];
  return own
    .map(({ cssText }) => cssText.trim())
    .concat(WITHOUT_SCRIPT)
    .join('\n')
    .replace(/\s*\n\s*/g, ' ');
}

/** Finds attributes and styles that a browser would find when the tag is defined. */
for (const { observedAttributes } of Object.values(classes)) void observedAttributes;

const tags = Object.keys(classes) as ShownTag[];

async function byTag<T>(made: (tag: ShownTag) => T | Promise<T>): Promise<Record<ShownTag, T>> {
  return Object.fromEntries(await Promise.all(tags.map(async (tag) => [tag, await made(tag)] as const))) as never;
}

/** The parts that elements load if there is room: a server renders them too, since it knows no widths. */
export const furtherParts: Record<ShownTag, FurtherPart | undefined> = await byTag((tag) => classes[tag].further?.());

export const styleTexts: Record<ShownTag, string> = await byTag(styleText);
