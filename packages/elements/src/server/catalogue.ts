/** The elements that can be rendered on a server, by tag, and the text of their styles. */
import type { CSSResult } from 'lit';
import { GigsyAboutSection } from '../profile/about-section/about-section.ts';
import { GigsyEducationList } from '../profile/education-list/education-list.ts';
import { GigsyExperienceList } from '../profile/experience-list/experience-list.ts';
import { GigsyLanguageList } from '../profile/language-list/language-list.ts';
import { GigsyProfileCard } from '../profile/profile-card/profile-card.ts';
import type { ProfileElement } from '../profile/profile-element.ts';
import type { FurtherPart } from '../resource/resource-element.ts';
import { GigsyProfileHeader } from '../profile/profile-header/profile-header.ts';
import { GigsySkillMatrix } from '../profile/skill-matrix/skill-matrix.ts';

/** Constructors that show a profile; `elementStyles` are what their instances adopt in a browser. */
type ProfileElementClass = (new () => ProfileElement) &
  Pick<typeof ProfileElement, 'elementStyles' | 'observedAttributes' | 'further' | 'sections'>;

/** A tag whose element shows a profile. */
export type ProfileTag =
  | 'gigsy-profile-card'
  | 'gigsy-skill-matrix'
  | 'gigsy-profile-header'
  | 'gigsy-about-section'
  | 'gigsy-experience-list'
  | 'gigsy-education-list'
  | 'gigsy-language-list';

export const classes: Record<ProfileTag, ProfileElementClass> = {
  'gigsy-profile-card': GigsyProfileCard,
  'gigsy-skill-matrix': GigsySkillMatrix,
  'gigsy-profile-header': GigsyProfileHeader,
  'gigsy-about-section': GigsyAboutSection,
  'gigsy-experience-list': GigsyExperienceList,
  'gigsy-education-list': GigsyEducationList,
  'gigsy-language-list': GigsyLanguageList,
};

/**
 * What only a page without script needs. Pictures are on show without having been seen to load, on the initials that
 * remain when they do not; controls that do nothing yet keep their place and take no focus.
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

/** What elements load where there is room for it: a server renders it too, since it knows no widths. */
export const furtherParts: Record<ProfileTag, FurtherPart | undefined> = await byTag((tag) => classes[tag].further?.());

export const styleTexts: Record<ProfileTag, string> = await byTag(styleText);
